// Reads the files of the index: gzip, each with its own path as its first line.

const FORMAT = 7;
/** Of each word that so many titles have, and that is no single character, a file tells the best hits (BestHits in Java). */
const TITLES = 20;
const MESSAGES = {
  offline: '网络连接不上，请稍后再试。',
  missing: '网站可能正在更新，请稍后再试。',
  damaged: '搜索文件已损坏，请稍后再试。',
  unsupported: '浏览器太旧，不能搜索。',
};

/** Why there is no answer, for readers; code is a key of MESSAGES. */
export class SearchError extends Error {
  constructor(code, file) {
    super(MESSAGES[code]);
    Object.assign(this, {name: 'SearchError', code, file});
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true});
const text = (bytes) => decoder.decode(bytes);

/** FNV-1a, finished as in MurmurHash3. */
function hash(text) {
  let h = 0x811c9dc5;
  const bytes = encoder.encode(text);
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i], 0x01000193);
  h = Math.imul(h ^ h >>> 16, 0x85ebca6b);
  h = Math.imul(h ^ h >>> 13, 0xc2b2ae35);
  return (h ^ h >>> 16) >>> 0;
}

/** In which of the shards a key is. */
const shardOf = (key, count) => (hash(key) % count).toString(16);

async function unpack(packed) {
  if (!globalThis.DecompressionStream) throw new SearchError('unsupported');
  return new Uint8Array(await new Response(new Response(packed).body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

const fail = () => {
  throw new RangeError();
};

/** Gives what the function makes of the bytes, read number by number to their very end. */
function read(bytes, use) {
  let at = 0;
  const take = (length) => (at + length > bytes.length ? fail() : bytes.subarray(at, at += length));
  const varint = () => {
    if (bytes[at] < 128) return bytes[at++];
    for (let value = 0, scale = 1; at < bytes.length; scale *= 128) {
      const byte = bytes[at++];
      value += byte % 128 * scale;
      if (byte < 128) return value;
    }
    return fail();
  };
  const value = use(varint, take, () => bytes.length - at);
  return at < bytes.length ? fail() : value;
}

const times = (length, make) => Array.from({length}, (_, i) => make(i));

/** Numbers that rise. */
function rising(varint, end) {
  let last = 0;
  const all = new Int32Array(varint());
  for (let i = 0; i < all.length; i++) all[i] = last += varint();
  return last < end ? all : fail();
}

/** How often a term stands in a title and in a body; a high count is told behind all codes. */
const tfsOf = (code, varint) => [code >> 5 < 7 ? code >> 5 : varint(), code % 32 < 31 ? code % 32 : varint()];

/** The postings of the title and of the body; a number's documents. */
function postings(varint, take, isNumber, documents) {
  const docs = rising(varint, documents);
  if (isNumber) return [{docs}];
  const tfs = Array.from(take(docs.length)).map((code) => tfsOf(code, varint));
  return times(2, (f) => {
    const its = docs.filter((_, i) => tfs[i][f]);
    return {docs: its, tfs: tfs.map((each) => each[f]).filter((tf) => tf), norms: take(its.length)};
  });
}

/** The file of a list, or of a piece of it; the first of a list that is cut tells of the other tiers, and may name all documents. */
const list = (bytes, path, isNumber, documents) => read(bytes, (varint, take, left) => {
  const its = {postings: postings(varint, take, isNumber, documents)};
  if (!left()) return its;
  its.tiers = times(varint(), (t) => {
    const bound = new DataView(take(4).slice().buffer).getFloat32(0, true);
    let first = 0;
    return {bound, pieces: times(varint(), (i) => ({first: first += varint(), path: `${path}-${t + 1}-${i}`}))};
  });
  its.all = rising(varint, documents);
  if (!its.all.length) its.names = {path: path + '-all'};
  return its;
});

/** The entries of a shard of terms (t) or numbers (n) by key: all keys stand before all else, and what hits show of whole numbers behind it. */
const entries = (bytes, folder, name, documents, know) => read(bytes, (varint, take, left) => {
  const isNumber = folder === 'n';
  let key = [];
  const keys = times(varint(), () => text(Uint8Array.from(key = [...key.slice(0, varint()), ...take(varint())])));
  let ordinal = 0;
  let best = 0;
  const all = new Map(keys.map((word) => {
    const kind = varint();
    if (kind) return [word, longList(folder, name, word, ordinal++, isNumber ? [0, varint() && 0] : [kind - 1, varint()], isNumber ? undefined : varint())];
    const inside = postings(varint, take, isNumber, documents);
    const frequencies = isNumber ? [0, 0] : inside.map(({docs}) => docs.length);
    return [word, {frequencies, postings: inside, hits: hasHits(word, frequencies) ? `h/t-${name}-i${best++}` : undefined}];
  }));
  if (left()) know(JSON.parse(text(take(left()))));
  return all;
});

const hasHits = (word, [titles]) => titles >= TITLES && Array.from(word)[1];

/** The entry of a list with a file of its own, and in what documents tell of themselves (no number's) a place. */
const longList = (folder, name, word, ordinal, frequencies, place) => ({
  frequencies,
  path: `p/${folder}-${name}-${ordinal}`,
  hits: hasHits(word, frequencies) ? `h/${folder}-${name}-${ordinal}` : undefined,
  place,
});

/** The entries of the commonest terms, of which the manifest tells. */
function commonEntries({termShards, common: {terms, titles, bodies, ordinals}}) {
  let left = 0;
  const words = terms.match(/../g) || [];
  // Documents tell of these before all others, by their texts.
  const places = words.slice().sort();
  return new Map(words.map((word, i) => [word, longList('t', shardOf(word, termShards), word, ordinals[i], [left -= titles[i], bodies[i]], places.indexOf(word))]));
}

/** What a document has of the terms with long lists, by the lists' places; and what a hit shows of it. */
const terms = (bytes) => read(bytes, (varint, take, left) => {
  const size = varint();
  const norms = take(2);
  const places = new Int32Array(size);
  for (let i = 0, place = 0; i < size; i++) places[i] = place += varint();
  const tfs = Array.from(take(size)).map((code) => tfsOf(code, varint));
  const row = JSON.parse(text(take(left())));
  // Few of them are asked for.
  return {norms, row, tfsOf: (place) => tfs[places.indexOf(place)] || [0, 0]};
});

/** Opens the files of the index as it is now; what was read is kept, up to a few MB. */
export async function openFiles(base, fetch, gunzip = unpack) {
  const load = async (path, part, init) => {
    const {href} = new URL(path, base);
    let response;
    try {
      response = await fetch(href, init);
      if (response.ok) return await response[part]();
    } catch (error) {
      throw new SearchError('offline', href);
    }
    throw new SearchError(response.status < 500 ? 'missing' : 'offline', href);
  };
  /** What goes wrong in here is the file's fault. */
  const sound = async (file, use) => {
    try {
      return await use();
    } catch (error) {
      throw error instanceof SearchError ? error : new SearchError('damaged', file);
    }
  };
  const written = await load('manifest.json', 'text', {cache: 'no-cache'});
  const manifest = await sound('manifest.json', () => {
    const {checksum, ...rest} = JSON.parse(written);
    return rest.format === FORMAT && checksum === hash(JSON.stringify(rest)).toString(16) ? rest : fail();
  });
  const common = commonEntries(manifest);
  let last = 0;
  const answered = manifest.answered.map((more) => last += more);
  const cache = new Map();
  const rows = {};
  const know = (some) => Object.assign(rows, some);
  let size = 0;
  const once = (name, make) => {
    if (size > 4e6) {
      cache.clear();
      size = 0;
    }
    if (!cache.has(name)) {
      const value = make();
      value.catch(() => cache.delete(name));
      cache.set(name, value);
    }
    return cache.get(name);
  };
  const bin = (path, meter, decode) => once(path, async () => {
    const packed = new Uint8Array(await load(`${manifest.folder}/${path}`, 'arrayBuffer'));
    meter.bytes += packed.length;
    return sound(path, async () => {
      const bytes = await gunzip(packed);
      size += bytes.length;
      const head = path + '\n';
      return text(bytes.subarray(0, head.length)) === head ? decode(bytes.subarray(head.length)) : fail();
    });
  });
  const json = (path, meter = {bytes: 0}) => bin(path, meter, (bytes) => JSON.parse(text(bytes)));
  return {
    manifest,
    json,
    /** What hits show of documents, as far as files told it by the way. */
    rows,
    /** The [query, total, hits] of a name or common word that was answered when the site was built; undefined of all else. */
    ahead: async (query, meter) => {
      const name = hash(query) % 65536;
      const found = (common.has(query) || answered.includes(name)) && await json(`a/${name.toString(16)}.bin`, meter);
      return found && found[0] === query ? found : undefined;
    },
    /** Gets to know the best hits of a word. */
    hits: async (path, meter) => know(await json(path + '.bin', meter)),
    /** What the shards of a folder (y, s) have for a key. */
    lookUp: async (folder, key, count, meter) => new Map(Object.entries(await json(`${folder}/${shardOf(key, count)}.bin`, meter))).get(key),
    /** Whether the manifest tells of a term. */
    isKnown: (key) => common.has(key),
    /** The entry of a term, or of a number behind #. */
    entry: async (key, meter) => {
      if (common.has(key)) return common.get(key);
      const {documents, termShards, numberShards} = manifest;
      const [folder, word, count] = key[0] === '#' ? ['n', key.slice(1), numberShards] : ['t', key, termShards];
      const name = shardOf(word, count);
      return (await bin(`${folder}/${name}.bin`, meter, (bytes) => entries(bytes, folder, name, documents, know))).get(word);
    },
    list: (path, isNumber, meter) => bin(path + '.bin', meter, (bytes) => list(bytes, path, isNumber, manifest.documents)),
    /** The documents of a list that is cut. */
    names: (path, meter) => bin(path + '.bin', meter, (bytes) => read(bytes, (varint) => rising(varint, manifest.documents))),
    /** What a document tells of itself. */
    terms: (doc, meter) => bin(`f/${doc}.bin`, meter, terms),
    page: (url, meter) => once(url, async () => {
      const html = await load('../' + url, 'text');
      size += html.length;
      meter.bytes += html.length;
      return html;
    }),
  };
}

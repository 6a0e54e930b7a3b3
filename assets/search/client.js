// The search of a site, for a page, a worker or Node. Start here: openIndex.
import {openFiles, SearchError} from './files.js';
import {compile, latinWords, parse} from './query.js';
import {field, keysOf, listOf, Ranking, scoresOf} from './rank.js';
import {letters, pageText, phraseIn} from './tokens.js';

const FACETS = ['publisher', 'subject', 'year', 'validity', 'kind', 'unit'];
const HIT = ['id', 'title', 'documentNumber', 'publisher', 'publicationDate', 'validity', 'lead', 'taskCount'];
const MOST_CANDIDATES = 50;

/** The published text of a hit; a page without our marks is another page, one without its end is cut off. */
async function textOf(files, {url}, meter = {bytes: 0}) {
  const html = await files.page(url, meter);
  if (!/data-search="title"[^]*<\/main>/.test(html)) throw new SearchError('damaged', url);
  return pageText(html);
}

/** The [start, end] of runs. */
function bounds(runs) {
  let at = 0;
  return Array.from({length: runs.length / 2}, (_, i) => [at += runs[2 * i], at += runs[2 * i + 1]]);
}

/** Answers a plan; `means` are the files and what may be spent on parts of long lists. */
async function answer(files, budget, meter, plan, {limit, offset, sort, filters, facets, units}) {
  const {documents, documentsPerShard, newestBlock, totals, title, body} = files.manifest;
  const json = (path) => files.json(path, meter);
  const fields = [field(title, 3), field(body, 1)];
  const lists = new Map();
  const parts = {bytes: 0};
  const wanted = Math.min(documents, offset + limit);

  const masks = {};
  for (const name of Object.keys(filters)) {
    if (!FACETS.includes(name)) throw new RangeError(name);
    const values = [].concat(filters[name]);
    if (!values.length) continue;
    const mask = masks[name] = new Uint8Array(documents);
    const known = (await json('facets.bin'))[name];
    for (let i = 0; i < known.length; i++) {
      const [value, , runs] = known[i];
      if (values.includes(value)) for (const its of bounds(name === 'unit' ? await json(`u/${i}.bin`) : runs)) mask.fill(1, ...its);
    }
  }
  /** Where all masks, but one, have 1. */
  const allow = (but, start) => Object.keys(masks).filter((name) => name !== but)
    .reduce((all, name) => (all ? all.map((one, doc) => one & masks[name][doc]) : masks[name]), start);

  const rank = async (node, mask) => {
    await Promise.all([node, ...plan.not].flatMap(keysOf).map(async (key) => {
      if (!lists.has(key)) lists.set(key, listOf(await files.term(key, meter), fields));
    }));
    return new Ranking(node, plan.not, lists, documents, mask);
  };
  /** Loads until the best k are sure, or all matches if k is 0; false if that costs too much. */
  const settle = async (ranking, k) => {
    for (;;) {
      ranking.evaluate();
      const next = ranking.next(k);
      const most = next.filter((each) => each[2]).length + Math.max(0, Math.ceil((budget - parts.bytes) / 1500));
      if (!next.length || !most) return !next.length;
      await Promise.all(next.slice(0, most).map(async ([piece, list, isWhole]) => {
        piece.scores = scoresOf(await files.postings(piece.path, !list.weights[0] && !list.weights[1], isWhole ? meter : parts), list);
      }));
    }
  };
  const newest = async ({matches}) => {
    const blockOf = (doc) => Math.floor(doc / newestBlock);
    const days = [];
    await Promise.all([...new Set(matches.map(blockOf))].map(async (block) => {
      let day = 0;
      days[block] = (await json(`newest/${block}.bin`)).map((each) => day += each);
    }));
    const dayOf = (doc) => days[blockOf(doc)][doc % newestBlock];
    return matches.sort((a, b) => dayOf(b) - dayOf(a) || a - b);
  };
  const hitOf = async (doc, score) => {
    const row = (await json(`d/${Math.floor(doc / documentsPerShard)}.bin`))[doc % documentsPerShard];
    const url = `notices/${encodeURI(row[0]).replace(/[?#]/g, encodeURIComponent)}/`;
    return {doc, url, score, ...Object.fromEntries(HIT.map((name, i) => [name, row[i]]))};
  };
  /** Whether title or published text hold the phrases that they must, and none that they must not. */
  const isLiteral = async (hit, phrases) => {
    const texts = [hit.title];
    const holds = ({text}) => texts.some((each) => phraseIn(letters(each), text));
    if (!phrases.every((phrase) => !phrase.not && holds(phrase)) && !phrases.some((phrase) => phrase.not && holds(phrase))) {
      const {body, tasks} = await textOf(files, hit, meter);
      texts.push(body, ...tasks.map(({text}) => text));
    }
    return phrases.every((phrase) => phrase.not !== holds(phrase));
  };
  const count = async (node) => {
    const ranking = await rank(node, null);
    ranking.evaluate();
    if (ranking.cover().cost > budget || !await settle(ranking, 0)) return undefined;
    const matches = new Uint8Array(documents);
    for (const doc of ranking.matches) matches[doc] = 1;
    const known = await json('facets.bin');
    const unitRuns = (units || masks.unit) && await json('units.bin');
    return Object.fromEntries(FACETS.filter((name) => name !== 'unit' || unitRuns).map((name) => {
      const mask = allow(name, matches);
      return [name, known[name].map(([value, label, runs], i) => ({
        value,
        label,
        count: bounds(name === 'unit' ? unitRuns[i] : runs).reduce((sum, run) => mask.subarray(...run).reduce((a, b) => a + b, sum), 0),
      })).filter((each) => each.count || [].concat(filters[name] || []).includes(each.value))];
    }));
  };
  const find = async (node, phrases) => {
    const mask = allow();
    const ranking = await rank(node, mask);
    const hits = [];
    let looked = phrases.length ? 0 : offset;
    let failed = 0;
    let isSure;
    for (let k = phrases.length ? Math.min(wanted + 6, MOST_CANDIDATES) : wanted || 1; ; k = Math.min(2 * k, MOST_CANDIDATES)) {
      isSure = await settle(ranking, totals || sort === 'newest' ? 0 : k) && (!totals || await settle(ranking, k));
      let docs = ranking.top(k).map((c) => ranking.docs[c]);
      let scored = ranking;
      if (sort === 'newest') {
        docs = Array.from(await newest(ranking)).slice(0, k);
        const only = new Uint8Array(documents);
        for (const doc of docs) only[doc] = 1;
        scored = await rank(node, only);
        isSure = await settle(scored, k) && isSure;
      }
      const batch = await Promise.all(docs.slice(looked).map(async (doc) => {
        const hit = await hitOf(doc, scored.lo[scored.places[doc]]);
        return !phrases.length || await isLiteral(hit, phrases) ? [hit] : [];
      }));
      looked = docs.length;
      hits.push(...batch.flat());
      failed += batch.filter((each) => !each.length).length;
      if (!phrases.length || hits.length >= wanted || looked < k || k === MOST_CANDIDATES) break;
    }
    const total = ranking.matches.length - failed;
    return {
      total,
      totalIsExact: ranking.isComplete && (!phrases.length || hits.length === total),
      approximate: !isSure,
      kind: node === plan.fuzzy ? 'fuzzy' : 'exact',
      hits: phrases.length ? hits.slice(offset, wanted) : hits.slice(0, limit),
      facets: facets && !phrases.length ? await count(node) : undefined,
    };
  };

  let found = await find(plan.query, plan.phrases);
  if (!found.total && plan.fuzzy) {
    const {approximate} = found;
    found = await find(plan.fuzzy, plan.phrases.filter((phrase) => phrase.not));
    found.approximate = found.approximate || approximate;
  }
  meter.bytes += parts.bytes;
  return found;
}

/** The stretch of a text nearest to a word, as [edits, start, end] (Sellers' algorithm). */
function nearest(word, text) {
  let row = Array.from(text + ' ', (_, j) => [0, j, j]);
  for (let i = 0; i < word.length; i++) {
    const above = row;
    row = [[i + 1, 0, 0]];
    for (let j = 1; j < above.length; j++) {
      const ways = [[above[j - 1], word[i] === text[j - 1] ? 0 : 1], [above[j], 1], [row[j - 1], 1]];
      row.push(ways.map(([[edits, start], more]) => [edits + more, start, j]).reduce((a, b) => (b[0] < a[0] ? b : a)));
    }
  }
  const off = ([edits, start, end]) => edits + Math.abs(end - start - word.length) / 999;
  return row.reduce((a, b) => (off(b) < off(a) ? b : a));
}

/** 您是不是要找: what pinyin stands for; the words as near titles have them. */
function suggestions(query, pinyin, titles) {
  const words = parse(query).filter((item) => !item.excluded).map((item) => item.letters);
  const found = Object.keys(pinyin).flatMap((key) =>
    pinyin[key].map((phrase) => words.map((word) => (word === key ? phrase : word)).join(' ')));
  for (const title of titles.map(letters)) {
    const near = words.map((word) => [word.length, ...nearest(word, title)]);
    if (near.every(([length, edits]) => edits <= Math.max(1, length / 4) && edits <= length / 2)) {
      found.push(near.map(([, , start, end]) => title.slice(start, end).trim()).join(' '));
    }
  }
  return [...new Set(found)].filter((each) => each !== words.join(' ')).slice(0, 3);
}

/**
 * Opens the index in a site's search/ folder; throws SearchError.
 * @param {{fetch?: Function, gunzip?: (packed: Uint8Array) => Promise<Uint8Array>, budget?: number}} [means]
 */
export async function openIndex(baseUrl, {fetch = globalThis.fetch, gunzip, budget = 1 << 20} = {}) {
  const {document, location} = globalThis;
  const base = new URL(String(baseUrl).replace(/\/?$/, '/'), document ? document.baseURI : location && location.href);
  const open = () => openFiles(base, (...request) => fetch(...request), gunzip);
  let files = await open();
  /** Once more if the site was published anew meanwhile. */
  const retry = async (use) => {
    try {
      return await use();
    } catch (error) {
      if (!(error instanceof SearchError) || error.code === 'offline') throw error;
      const fresh = await open();
      if (fresh.manifest.folder === files.manifest.folder) throw error;
      files = fresh;
      return use();
    }
  };
  return {
    /** sort: 'relevance' or 'newest'; facets: whether to count what each filter's values have; units: units, too. */
    search: (typed, {limit = 10, offset = 0, sort, filters = {}, facets, units} = {}) => retry(async () => {
      const query = String(typed);
      const {documents, pinyinShards, synonyms} = files.manifest;
      const meter = {bytes: 0};
      const pinyin = {};
      await Promise.all(latinWords(query).map(async (word) => {
        const phrases = await files.lookUp('y', word, pinyinShards, meter);
        if (phrases) pinyin[word] = phrases;
      }));
      const plan = compile(query, {synonyms, pinyin});
      if (!plan.query && Object.values(filters).some((values) => values.length)) plan.query = {all: true};
      const found = plan.query && documents
        ? await answer(files, budget, meter, plan, {limit, offset, sort, filters, facets, units})
        : {total: 0, totalIsExact: true, approximate: false, kind: 'exact', hits: []};
      const isFuzzy = found.kind === 'fuzzy';
      return {
        ...found,
        suggestions: suggestions(query, pinyin, isFuzzy ? found.hits.map((hit) => hit.title) : []),
        bytes: meter.bytes,
        terms: plan.query ? [...new Set(keysOf(isFuzzy ? plan.fuzzy : plan.query))].filter((key) => key[0] !== '#') : [],
      };
    }),
    /** What a reader may mean who has typed so far. */
    suggest: async (prefix) => {
      const {suggest} = await import('./suggest.js');
      return retry(() => suggest(files, files.manifest, prefix));
    },
    /** {title, body, tasks: [{n, text}]} of a hit, as published. */
    text: (hit) => retry(() => textOf(files, hit)),
  };
}

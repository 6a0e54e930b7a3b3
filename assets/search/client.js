// The search of a site, for a page, a worker or Node. Start here: openIndex.
import {openFiles, SearchError} from './files.js';
import {compile, latinWords} from './query.js';
import {field, grow, keysOf, listOf, LONGEST, maskOf, Ranking, rareOf} from './rank.js';
import {letters, phraseIn} from './tokens.js';

const FACETS = ['publisher', 'subject', 'year', 'validity', 'kind', 'unit'];
const HIT = ['id', 'title', 'documentNumber', 'publisher', 'publicationDate', 'validity', 'lead', 'taskCount'];
const MOST_CANDIDATES = 50;
/** In a large column the best hits of one of more words are seldom those of all. */
const MANY_WORDS = 7;
/** So many hits stand in what was answered ahead (NameAnswers in Java). */
const AHEAD = 10;
/** What a browser asks a server for at once, and how many documents' files then are worth a guess. */
const CONNECTIONS = 6;
const GUESSED = 2;

/** The published text of a hit; a page without our marks is another page, one without its end is cut off. */
async function textOf(files, {url}, meter = {bytes: 0}) {
  const [html, {pageText}] = await Promise.all([files.page(url, meter), import('./text.js')]);
  if (!/data-search="title"[^]*<\/main>/.test(html)) throw new SearchError('damaged', url);
  return pageText(html);
}

/** The [start, end] of runs. */
function bounds(runs) {
  let at = 0;
  return Array.from({length: runs.length / 2}, (_, i) => [at += runs[2 * i], at += runs[2 * i + 1]]);
}

/** A hit, of what its row shows. */
function hitOf(doc, score, its) {
  const url = `notices/${encodeURI(its[0]).replace(/[?#]/g, encodeURIComponent)}/`;
  return {doc, url, score, ...Object.fromEntries(HIT.map((name, i) => [name, its[i]]))};
}

/** Answers a plan; `means` are the files and what may be spent on parts of long lists. */
async function answer(files, budget, meter, plan, {limit, offset, sort, filters, facets, units}) {
  const {documents, documentsPerShard, newestBlock, totals, title, body} = files.manifest;
  const json = (path) => files.json(path, meter);
  const fields = [field(title, 3), field(body, 1)];
  const lists = new Map();
  const termsOf = new Map();
  let best;
  /** The best hits of the rarest word are likely those of all; of common words these hits are written beside their lists. */
  const foresee = (node, found) => {
    const [rarest] = (node.and || [node]).map(({term}) => (lists.get(term) || {}).entry).filter((entry) => entry && entry.hits)
      .sort((a, b) => a.frequencies[0] - b.frequencies[0]);
    if (best || !isPlain || !totals && keysOf(node).length > MANY_WORDS || !rarest || found < rarest.frequencies[0] / 2) return;
    best = files.hits(rarest.hits, meter);
    best.catch(() => 0);
  };
  const row = async (doc) => {
    await best;
    return (termsOf.get(doc) || {}).row || files.rows[doc] || (await json(`d/${Math.floor(doc / documentsPerShard)}.bin`))[doc % documentsPerShard];
  };
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
  const isPlain = !offset && !plan.not[0] && !Object.keys(masks)[0] && sort !== 'newest';
  /** Where all masks, but one, have 1. */
  const allow = (but, start) => Object.keys(masks).filter((name) => name !== but)
    .reduce((all, name) => (all ? all.map((one, doc) => one & masks[name][doc]) : masks[name]), start);

  /** Asks for a list's file that will likely be needed; in a large column what documents a list has comes first. */
  const ahead = (path) => totals && files.list(path, false, parts).catch(() => 0);
  const rank = async (node, mask) => {
    const keys = [...new Set([node, ...plan.not].flatMap(keysOf))].filter((key) => !lists.has(key));
    const isTold = () => [...lists.values()].some(({place}) => place >= 0);
    let few = [];
    const load = (keys) => Promise.all(keys.map(async (key) => {
      const list = listOf(await files.entry(key, meter), fields, totals);
      lists.set(key, list);
      // Where all words must match, the documents of a rare one need not wait for the others.
      if (node.and && node.and.some(({term}) => term === key) && !few.length) few = rareOf(list, GUESSED);
      if (isTold()) for (const doc of few) files.terms(doc, parts).catch(() => 0);
    }));
    const ranking = (node, not) => new Ranking(node, not, lists, termsOf, documents, mask);
    const [near, far] = [true, false].map((is) => keys.filter((key) => files.isKnown(key) === is));
    const first = load(far.slice(0, CONNECTIONS));
    await load(near);
    if (!far.length) foresee(node, documents);
    // Of words most of which the manifest knows, the others are seldom so rare that these lists need not be asked for.
    if (node.and && far.length && far.length < 3 && near.length + far.length <= CONNECTIONS + 1) {
      const sizeOf = (key) => lists.get(key).tiers[0].size;
      for (const key of near.sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, CONNECTIONS - far.length)) ahead(lists.get(key).entry.path);
    }
    await first;
    const rest = load(far.slice(CONNECTIONS));
    if (far.length > CONNECTIONS && node.and) {
      // A browser asks for six files at once. The first may leave so few documents that these are asked for with the others.
      const some = ranking({and: node.and.filter((part) => keysOf(part).every((key) => lists.has(key)))}, []);
      some.evaluate();
      const likely = some.cover().cost ? [] : some.likely(GUESSED);
      for (const doc of likely) (isTold() ? files.terms(doc, parts) : row(doc)).catch(() => 0);
    }
    await rest;
    return ranking(node, plan.not);
  };
  /** Loads until the best k are sure, or all matches if k is 0; false if that costs too much. */
  const settle = async (ranking, k) => {
    for (;;) {
      if (!ranking.isFresh) ranking.evaluate();
      const next = ranking.next(k, wanted);
      const most = next.filter((each) => each[2]).length + Math.max(0, Math.ceil((budget - parts.bytes) / 1500));
      ranking.isFresh = !next.length || !most;
      if (ranking.count > GUESSED) foresee(ranking.query, ranking.count);
      if (ranking.isFresh) return !next.length;
      // What is likely to be shown is asked for at once; documents that are asked for their terms tell that, too.
      const told = new Set(next.map(([piece]) => piece));
      const likely = sort === 'newest' ? [] : ranking.likely(wanted);
      for (const doc of likely) told.has(doc) || row(doc).catch(() => 0);
      // Where so many words must match, most documents are not in the first tiers of their lists.
      if (ranking.asked.length > CONNECTIONS && ranking.count > CONNECTIONS) {
        for (const [{path}, list, isWhole] of next) if (isWhole && list.tiers[0].size > LONGEST) ahead(path + '-1-0');
      }
      // Connections that would be idle ask the best of few.
      for (const doc of likely.length ? [] : ranking.best(CONNECTIONS - next.length, 2 * wanted)) told.has(doc) || next.push([doc, null, false]);
      await Promise.all(next.slice(0, most).map(async ([piece, list, isWhole]) => {
        if (list && piece === list.names) list.all = maskOf(await files.names(piece.path, parts), documents);
        else if (list) grow(list, piece, await files.list(piece.path, !list.weights[0] && !list.weights[1], isWhole ? meter : parts), documents);
        else termsOf.set(piece, await files.terms(piece, parts));
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
    const matches = maskOf(ranking.matches, documents);
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
    for (let k = phrases.length ? Math.min(wanted + 2, MOST_CANDIDATES) : wanted || 1; ; k = Math.min(2 * k, MOST_CANDIDATES)) {
      isSure = await settle(ranking, totals || sort === 'newest' ? 0 : k) && (!totals || await settle(ranking, k));
      let docs = ranking.top(k).map((c) => ranking.docs[c]);
      let scored = ranking;
      if (sort === 'newest') {
        docs = Array.from(await newest(ranking)).slice(0, k);
        scored = await rank(node, maskOf(docs, documents));
        isSure = await settle(scored, k) && isSure;
      }
      const batch = await Promise.all(docs.slice(looked).map(async (doc) => {
        const hit = hitOf(doc, scored.lo[scored.places[doc]], await row(doc));
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
      const isFiltered = Object.values(filters).some((values) => values.length);
      if (!plan.query && isFiltered) plan.query = {all: true};
      const isPlain = !isFiltered && !offset && limit <= AHEAD && sort !== 'newest' && !facets;
      const [, total = 0, ahead = []] = isPlain && await files.ahead(query.trim(), meter) || [];
      const found = plan.query && documents && !ahead.length
        ? await answer(files, budget, meter, plan, {limit, offset, sort, filters, facets, units})
        : {total, totalIsExact: true, approximate: false, kind: 'exact', hits: ahead.slice(0, limit).map(([doc, score, row]) => hitOf(doc, Math.fround(score), row))};
      const isFuzzy = found.kind === 'fuzzy';
      const {meant} = isFuzzy || Object.keys(pinyin).length ? await import('./meant.js') : {};
      return {
        ...found,
        suggestions: meant ? meant(query, pinyin, isFuzzy ? found.hits.map((hit) => hit.title) : []) : [],
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

// Lucene's ranking, float for float, over posting lists of which only parts may be loaded.

const round = Math.fround;
const AT_ONCE = 16;
/** A longer list is cut: its file is that of its first tier. */
export const LONGEST = 1024;
/** Of so many documents all tiers are looked through at once; of more, some are ruled out by each tier. */
const FEW = 12;
/** So many documents may be asked what they tell of themselves. */
const MOST_ASKED = 30;
/** What may be saved by one more round of requests, and what is then asked for first. */
const WORTH_A_ROUND = 20000;
const FIRST_BYTES = 2000;
/** A score that only says that there is one; it is lost in every sum. */
const SOME = 1e-30;
/** About how many bytes a file of documents' terms has, and a list's file beside its documents. */
const TERMS_BYTES = 1450;
const SHOWN_BYTES = 780;
/** Names of so few bytes are asked for before anything else of their lists. */
const NAMES_BYTES = 4000;
/** Longer names are worth it for more documents than this alone. */
const FEW_NAMES = 1500;
/** Of the documents that names may rule out, how many there are at most for each word, and what each is worth. */
const MOST_OF_A_WORD = 25;
const NAMED_BYTES = 200;
/** Of so many words that must match, few documents have all. */
const MANY = 3;
/** What it is worth to have them sooner. */
const SOONER = 6000;
const bytesOf = ({whole, size, bytes}) => bytes || (whole ? 250 + 2 * Math.min(size, LONGEST) : 2500);
/** The field lengths that norm bytes stand for (Lucene's SmallFloat). */
const LENGTHS = Array.from({length: 256}, (_, i) => (i < 32 ? i : 24 + (8 + i % 8) * 2 ** ((i >> 3) - 4)));

/** A text field's statistics, as BM25 needs them. */
export function field({docCount, sumTotalTermFreq}, boost) {
  const average = round(sumTotalTermFreq / docCount);
  return {
    weight: (frequency) => frequency && round(boost * round(Math.log(1 + (docCount - frequency + 0.5) / (frequency + 0.5)))),
    norms: LENGTHS.map((length) => round(1 / round(round(1.2) * round(0.25 + round(round(0.75 * round(length)) / average))))),
  };
}

/** A key's list, which may turn out to be only the first of tiers of falling impact. */
export function listOf(entry, fields, totals) {
  if (!entry) return {tiers: []};
  const {frequencies, postings, path, place} = entry;
  const weights = frequencies.map((frequency, f) => fields[f].weight(frequency));
  const piece = {first: 0, end: Infinity, path};
  const tier = {bound: weights[0] + weights[1] || 1000, whole: true, size: Math.max(...frequencies), pieces: [piece]};
  const list = {fields, weights, place, entry, tiers: [tier]};
  if (postings) grow(list, piece, {postings});
  else if (place !== undefined && !totals && tier.size > LONGEST) list.names = namesOf(list, path + '-all');
  return list;
}

const namesOf = ({tiers}, path) => ({path, first: 0, end: Infinity, bytes: tiers[0].size / 2});

/** All documents of a list, if that has at most so many and is loaded. */
export const rareOf = ({tiers: [tier]}, most) =>
  (tier && tier.size <= most && tier.pieces[0].scores ? [...new Set(tier.pieces[0].scores.flatMap(({docs}) => [...docs]))] : []);

/** 1 for each of the documents. */
export function maskOf(docs, size) {
  const mask = new Uint8Array(size);
  for (let i = 0; i < docs.length; i++) mask[docs[i]] = 1;
  return mask;
}

/** Adds what was loaded of a list: `all` is the mask of its documents, if that is known, `names` the file that has them. */
export function grow(list, piece, {postings, tiers = [], all = [], names}, size) {
  piece.scores = postings.map(({docs, tfs, norms}, f) => ({
    docs,
    scores: new Float32Array(docs.length).map((_, i) => (tfs ? score(list, f, tfs[i], norms[i]) : 1000)),
  }));
  list.tiers.push(...tiers.map(({bound, pieces}) => ({
    bound,
    size: 1024 * pieces.length,
    pieces: pieces.map((each, i) => ({...each, end: i + 1 < pieces.length ? pieces[i + 1].first : Infinity})),
  })));
  if (all.length) list.all = maskOf(all, size);
  if (names) list.names = namesOf(list, names.path);
}

/** What a term adds to a document's score in a field. */
const score = ({fields, weights}, f, tf, norm) =>
  tf && round(weights[f] - round(weights[f] / round(1 + round(tf * fields[f].norms[norm]))));

const keyOf = ({term, number}) => term || number && '#' + number;
const partsOf = (node) => node.and || node.or || node.most && node.most[1] || [];
const leastOf = (node) => (node.and ? node.and.length : node.most ? node.most[0] : 0);

/** The keys of a node's terms and numbers. */
export const keysOf = (node) => (keyOf(node) ? [keyOf(node)] : partsOf(node).flatMap(keysOf));

/** A query over its lists as far as they are loaded. */
export class Ranking {
  /** `termsOf` has what documents tell of themselves; the mask has 1 for each that the filters let pass; null: no filter. */
  constructor(query, not, lists, termsOf, size, mask) {
    const of = (nodes) => [...new Set(nodes.flatMap(keysOf))].map((key) => lists.get(key));
    Object.assign(this, {query, not, lists, termsOf, size, mask, depth: 1, asked: of([query]), all: of([query, ...not])});
  }

  isOpen(piece) {
    if (piece.scores || !this.mask) return !piece.scores;
    const doc = this.mask.indexOf(1, piece.first);
    return doc >= 0 && doc < piece.end;
  }

  /** For the documents seen, rising: their scores lie from lo to hi, 0 being no match. */
  evaluate() {
    const {query, size, mask, asked} = this;
    for (const list of asked) this.advance(list, 0);
    const {lists, cost} = this.cover();
    const seen = new Uint8Array(size).fill(query.all ? 1 : 0);
    let isEmpty = !query.all;
    // Beside the documents of lists that leave nothing unseen, none can match.
    for (const {tiers, all} of cost ? asked : lists) {
      if (all && isEmpty) seen.set(all);
      else if (all) for (let doc = 0; doc < size; doc++) seen[doc] |= all[doc];
      isEmpty = false;
      if (all && !cost) continue;
      for (const {pieces} of tiers) {
        for (const {scores} of pieces) for (const {docs} of scores || []) for (let i = 0; i < docs.length; i++) seen[docs[i]] = 1;
      }
    }
    const places = this.places = new Int32Array(size).fill(-1);
    const docs = [];
    // In code that runs for the first time, the browser's own search is ten times as quick as a loop.
    for (let doc = seen.indexOf(1); doc >= 0; doc = seen.indexOf(1, doc + 1)) if (!mask || mask[doc]) places[doc] = docs.push(doc) - 1;
    this.docs = Int32Array.from(docs);
    const n = docs.length;
    const [lo, hi] = this.range(query);
    for (const node of this.not) {
      const its = this.range(node);
      for (let c = 0; c < n; c++) {
        if (its[1][c]) lo[c] = 0;
        if (its[0][c]) hi[c] = 0;
      }
    }
    let count = 0;
    for (let c = 0; c < n; c++) if (hi[c]) count++;
    Object.assign(this, {lo, hi, count});
  }

  /** Finds a list's next tier that is not loaded. */
  advance(list, next) {
    while (next < list.tiers.length && !list.tiers[next].pieces.some((piece) => this.isOpen(piece))) next++;
    list.next = next;
  }

  range(node) {
    const n = this.docs.length;
    const lo = new Float64Array(n).fill(node.all ? 1 : 0);
    const hi = lo.slice();
    const least = leastOf(node);
    const sure = new Uint8Array(least && n);
    const possible = new Uint8Array(least && n);
    for (const part of keyOf(node) ? [node] : partsOf(node)) {
      if (part === node || node.or && part.term) {
        this.addLeaf(this.lists.get(keyOf(part)), lo, hi);
        continue;
      }
      const [low, high] = this.range(part);
      for (let c = 0; c < n; c++) {
        if (!high[c]) continue;
        lo[c] += low[c];
        hi[c] += high[c];
        if (!least) continue;
        if (low[c]) sure[c]++;
        possible[c]++;
      }
    }
    for (let c = 0; c < n; c++) {
      if (!hi[c]) continue;
      const isExact = lo[c] === hi[c];
      lo[c] = least && sure[c] < least ? 0 : round(lo[c]);
      // A little more makes up for sums taken in another order.
      hi[c] = least && possible[c] < least ? 0 : round(isExact ? hi[c] : hi[c] * (1 + 1e-12));
    }
    return [lo, hi];
  }

  /** Gives the place and the score, for title and body each, of all that is loaded of a list. */
  each({tiers}, use) {
    const {places} = this;
    for (const {pieces} of tiers) {
      for (const {scores} of pieces) {
        for (const its of scores || []) {
          for (let i = 0; i < its.docs.length; i++) {
            const c = places[its.docs[i]];
            if (c >= 0) use(c, its.scores[i]);
          }
        }
      }
    }
  }

  /** Adds title and body one by one, as Lucene does with flattened alternatives. */
  addLeaf(list, lo, hi) {
    const {docs, places, termsOf} = this;
    const known = new Uint8Array(docs.length);
    if (list.place !== undefined) {
      for (const [doc, {norms, tfsOf}] of termsOf) {
        const c = places[doc];
        if (c < 0) continue;
        known[c] = 2;
        tfsOf(list.place).forEach((tf, f) => {
          const its = score(list, f, tf, norms[f]);
          lo[c] += its;
          hi[c] += its;
        });
      }
    }
    this.each(list, (c, score) => {
      if (known[c] > 1) return;
      known[c] = 1;
      lo[c] += score;
      hi[c] += score;
    });
    const {all} = list;
    for (const {bound, pieces} of list.tiers) {
      if (pieces.every(({scores}) => scores)) continue;
      for (let c = 0, p = 0; c < docs.length; c++) {
        if (known[c]) continue;
        const doc = docs[c];
        while (p < pieces.length && pieces[p].end <= doc) p++;
        if (p === pieces.length) break;
        if (pieces[p].scores || doc < pieces[p].first) continue;
        known[c] = 1;
        if (all) {
          if (!all[doc]) continue;
          lo[c] += SOME;
        }
        hi[c] += bound;
      }
    }
  }

  /** The highest score that a document not seen yet can have. */
  ceiling(node = this.query) {
    const {tiers, next, all} = this.lists.get(keyOf(node)) || {tiers: []};
    if (next < tiers.length && !all) return round(tiers[next].bound);
    const parts = partsOf(node).map((part) => this.ceiling(part)).filter((each) => each);
    return parts.length < leastOf(node) ? 0 : round(parts.reduce((sum, each) => sum + each, 0) * (1 + 1e-12));
  }

  /** The places of the best k that surely match; of equals the first document. */
  top(k) {
    const {lo} = this;
    const best = [];
    for (let c = 0; k && c < lo.length; c++) {
      let i = best.length;
      if (!lo[c] || i === k && lo[c] <= lo[best[k - 1]]) continue;
      while (i && lo[best[i - 1]] < lo[c]) i--;
      best.splice(i, 0, c);
      if (best.length > k) best.pop();
    }
    return best;
  }

  /** The documents that may be shown, if they are hardly more than k; else those that surely are among the best k. */
  likely(k) {
    const {docs, lo, hi} = this;
    const likely = docs.filter((_, c) => hi[c]);
    if (likely.length <= k + 2) return likely;
    const most = hi.slice().sort().at(-k - 1);
    return docs.filter((_, c) => lo[c] > most);
  }

  /** The best k of the documents that may match, if these are few and tell of themselves what is not known. */
  best(k, few) {
    const {docs, hi} = this;
    const possible = Array.from(docs.keys()).filter((c) => hi[c]);
    if (k < 1 || possible.length > few || this.all.every(({place}) => !(place >= 0))) return [];
    return possible.sort((a, b) => hi[b] - hi[a] || a - b).slice(0, k).map((c) => docs[c]);
  }

  /** The documents that surely match. */
  get matches() {
    return this.docs.filter((_, c) => this.lo[c]);
  }

  /** Whether no other may match. */
  get isComplete() {
    return !this.ceiling() && this.hi.every((hi, c) => !hi || this.lo[c]);
  }

  /** The lists that leave nothing unseen once they are complete, and how many documents, about, are to load for that. */
  cover(node = this.query) {
    const list = this.lists.get(keyOf(node));
    const sum = (all, what) => all.reduce((sum, each) => sum + each[what], 0);
    if (list) return {lists: [list], cost: list.all ? 0 : sum(list.tiers.slice(list.next), 'size'), size: sum(list.tiers, 'size')};
    const parts = partsOf(node).map((part) => this.cover(part)).sort((a, b) => a.cost - b.cost || a.size - b.size)
      .filter((_, i, {length}) => i < (node.and ? 1 : length + 1 - (leastOf(node) || 1)));
    return {lists: parts.flatMap(({lists}) => lists), cost: sum(parts, 'cost'), size: sum(parts, 'size')};
  }

  /** What to load next, as [piece, list, whole], or [document]: nothing once the best k (if 0: all matches) are sure; of some it is shown. */
  next(k, shown) {
    const {docs, lo, hi} = this;
    const last = this.top(k)[k - 1];
    const floor = lo[last] || 0;
    // Where many words must match, or a list's first tier is known, the names of its documents come next.
    const isShort = ({names}) => this.asked.length > MANY && names.bytes < NAMES_BYTES;
    const isNamed = (list) => list.names && !list.all && (list.tiers[0].pieces[0].scores || isShort(list));
    const isThreat = () => this.ceiling() > 0 && (!k || this.ceiling() >= floor);
    const wanted = new Map();
    const want = (piece, list, {whole}) => wanted.set(piece, [piece, list, !!whole]);
    if (isThreat()) {
      const take = (list) => {
        const tier = list.tiers[list.next];
        for (const piece of tier.pieces) if (this.isOpen(piece)) want(piece, list, tier);
        this.advance(list, list.next + 1);
        return Math.min(tier.size, tier.whole ? LONGEST : Infinity);
      };
      const open = () => this.asked.filter(({tiers, next}) => next < tiers.length);
      const {lists, cost} = this.cover();
      // Where all words must match, the names of one's documents rule out more than its next tier.
      const named = lists.length < this.asked.length ? lists.filter(isNamed) : [];
      if (named.length && this.query.and && named.every(isShort)) {
        const others = this.asked.filter((list) => isNamed(list) && isShort(list) && !named.includes(list));
        named.push(...others.sort((a, b) => a.names.bytes - b.names.bytes).slice(0, 2));
      }
      if (named.length) return named.map((list) => [list.names, list, false]);
      if (!k || cost <= 8192) for (const list of lists) while (list.next < list.tiers.length) take(list);
      // No word is rare: of so many documents the other lists will have to tell, too.
      if (!k && cost > LONGEST) for (const list of open()) if (!list.next) take(list);
      for (let left = Math.max(4096, docs.length); left > 0 && isThreat();) {
        left -= take(open().reduce((a, b) => (b.tiers[b.next].bound > a.tiers[a.next].bound ? b : a)));
      }
      return [...wanted.values()].sort((a, b) => b[2] - a[2]);
    }
    const unsure = [];
    for (let c = 0; c < docs.length; c++) if (hi[c] !== lo[c] && (k ? hi[c] > floor || hi[c] === floor && c < last : !lo[c])) unsure.push(c);
    if (!unsure.length) return [];
    unsure.sort((a, b) => hi[b] - hi[a] || a - b);
    // Where not even k surely match, the names of one more list rule out most of the others.
    const words = this.asked.length;
    const [more] = !floor && this.query.and && words > MANY && unsure.length > FEW && unsure.length < MOST_OF_A_WORD * words
      ? this.asked.filter(({names, all}) => names && !all).sort((a, b) => a.names.bytes - b.names.bytes) : [];
    if (more && more.names.bytes < NAMED_BYTES * unsure.length) return [[more.names, more, false]];
    // Where documents are many, the first tiers tell the best.
    const closed = this.asked.filter(({names, tiers: [tier]}) => names && !tier.pieces[0].scores);
    if (closed.length && unsure.length > MOST_ASKED && !this.asked.some(isNamed)) return closed.map((list) => [list.tiers[0].pieces[0], list, true]);
    // The shortest lists come first: they are the likeliest to rule a document out.
    const isFew = unsure.length <= FEW;
    const piecesOf = (list) => (isNamed(list) && !isFew && (unsure.length > FEW_NAMES || list.names.bytes < NAMES_BYTES) ? [[list.names, list, list.names]]
      : list.tiers.flatMap((tier) => tier.pieces.filter(({scores}) => !scores).map((piece) => [piece, list, tier])));
    const known = this.all.map((list) => [list, new Uint8Array(docs.length), piecesOf(list)]).sort((a, b) => a[2].length - b[2].length);
    for (const [list, its] of known) {
      this.each(list, (c) => its[c] = 1);
      if (list.place !== undefined) for (const doc of this.termsOf.keys()) its[this.places[doc]] = 1;
    }
    const lacking = function* (c) {
      for (const [list, its, pieces] of known) {
        if (its[c] || list.all && (!k || !list.all[docs[c]])) continue;
        for (const each of pieces) {
          const [{first, end}] = each;
          if (docs[c] < first || docs[c] >= end) continue;
          yield each;
          if (!list.all || !isFew) break;
        }
      }
    };
    const all = [...new Set(unsure.flatMap((c) => [...lacking(c)]))];
    const bytes = ([, , tier]) => bytesOf(tier);
    const sum = (pieces) => pieces.reduce((all, each) => all + bytes(each), 0);
    const isTold = ([, list]) => list.place !== undefined;
    // Of the documents that are shown, what is shown need not be asked for then.
    const told = Math.max(0, unsure.length * TERMS_BYTES - Math.min(unsure.length, shown) * SHOWN_BYTES - SOONER);
    const cost = Math.min(told, sum(all.filter(isTold)));
    let left = FIRST_BYTES * this.depth ** 2;
    if (cost > WORTH_A_ROUND && left < cost && all.length > 1) {
      // The shortest lists may rule out so many documents that the others need not be loaded.
      for (const each of all.sort((a, b) => bytes(a) - bytes(b))) {
        if (left > 0) want(...each);
        left -= bytes(each);
      }
    } else if (told === cost) {
      for (const c of unsure.slice(0, AT_ONCE)) wanted.set(docs[c], [docs[c], null, false]);
      for (const each of all) if (!isTold(each)) want(...each);
    } else if (all.length <= AT_ONCE) {
      // A few small files are sooner loaded at once than one after another.
      for (const each of all) want(...each);
    } else {
      for (const c of k ? unsure.slice(0, k + 4) : unsure) for (const each of [...lacking(c)].slice(0, this.depth)) want(...each);
    }
    this.depth *= 2;
    return [...wanted.values()].sort((a, b) => b[2] - a[2]);
  }
}

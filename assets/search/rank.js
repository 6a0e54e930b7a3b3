// Lucene's ranking, float for float, over posting lists of which only parts may be loaded.

const round = Math.fround;
const AT_ONCE = 16;
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

/** A key's list in tiers of falling impact; one that is not cut is whole. */
export function listOf(entry, fields) {
  if (!entry) return {tiers: []};
  const weights = entry.frequencies.map((frequency, f) => fields[f].weight(frequency));
  const list = {fields, weights};
  list.tiers = entry.tiers.map(({bound, pieces}) => ({
    bound: bound || weights[0] + weights[1] || 1000,
    whole: !bound,
    size: bound ? 1024 * pieces.length : Math.max(...entry.frequencies),
    pieces: pieces.map(({first, path, postings}, i) => ({
      first,
      end: i + 1 < pieces.length ? pieces[i + 1].first : Infinity,
      path,
      scores: postings && scoresOf(postings, list),
    })),
  }));
  return list;
}

/** The scores of a piece's documents for their titles and bodies. */
export const scoresOf = (postings, {fields, weights}) => postings.map(({docs, tfs, norms}, f) => ({
  docs,
  scores: new Float32Array(docs.length).map((_, i) =>
    (tfs ? weights[f] - round(weights[f] / round(1 + round(tfs[i] * fields[f].norms[norms[i]]))) : 1000)),
}));

const keyOf = ({term, number}) => term || number && '#' + number;
const partsOf = (node) => node.and || node.or || node.most && node.most[1] || [];
const leastOf = (node) => (node.and ? node.and.length : node.most ? node.most[0] : 0);

/** The keys of a node's terms and numbers. */
export const keysOf = (node) => (keyOf(node) ? [keyOf(node)] : partsOf(node).flatMap(keysOf));

/** A query over its lists as far as they are loaded. */
export class Ranking {
  /** The mask has 1 for each document that the filters let pass; null: no filter. */
  constructor(query, not, lists, size, mask) {
    const of = (nodes) => [...new Set(nodes.flatMap(keysOf))].map((key) => lists.get(key));
    Object.assign(this, {query, not, lists, size, mask, depth: 1, asked: of([query]), all: of([query, ...not])});
  }

  isOpen(piece) {
    if (piece.scores || !this.mask) return !piece.scores;
    const doc = this.mask.indexOf(1, piece.first);
    return doc >= 0 && doc < piece.end;
  }

  /** For the documents seen, rising: their scores lie from lo to hi, 0 being no match. */
  evaluate() {
    const {query, size, mask} = this;
    const places = new Int32Array(size).fill(query.all ? 1 : 0);
    for (const {tiers} of this.asked) {
      for (const {pieces} of tiers) for (const {scores} of pieces) for (const {docs} of scores || []) for (const doc of docs) places[doc] = 1;
    }
    let n = 0;
    this.docs = new Int32Array(size);
    for (let doc = 0; doc < size; doc++) {
      const isSeen = places[doc] && (!mask || mask[doc]);
      if (isSeen) this.docs[n] = doc;
      places[doc] = isSeen ? n++ : -1;
    }
    this.docs = this.docs.subarray(0, n);
    this.places = places;
    const [lo, hi] = this.range(query);
    for (const node of this.not) {
      const its = this.range(node);
      for (let c = 0; c < n; c++) {
        if (its[1][c]) lo[c] = 0;
        if (its[0][c]) hi[c] = 0;
      }
    }
    Object.assign(this, {lo, hi});
    for (const list of this.asked) this.advance(list, 0);
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
    const sure = new Uint8Array(n);
    const possible = new Uint8Array(n);
    for (const part of keyOf(node) ? [node] : partsOf(node)) {
      if (part === node || node.or && part.term) {
        this.addLeaf(this.lists.get(keyOf(part)), lo, hi);
        continue;
      }
      const its = this.range(part);
      for (let c = 0; c < n; c++) {
        lo[c] += its[0][c];
        hi[c] += its[1][c];
        if (its[0][c]) sure[c]++;
        if (its[1][c]) possible[c]++;
      }
    }
    for (let c = 0; c < n; c++) {
      const isExact = lo[c] === hi[c];
      lo[c] = sure[c] < leastOf(node) ? 0 : round(lo[c]);
      // A little more makes up for sums taken in another order.
      hi[c] = possible[c] < leastOf(node) ? 0 : round(isExact ? hi[c] : hi[c] * (1 + 1e-12));
    }
    return [lo, hi];
  }

  /** Gives the place and the score, for title and body each, of all that is loaded of a list. */
  each({tiers}, use) {
    for (const {scores} of tiers.flatMap(({pieces}) => pieces)) {
      for (const its of scores || []) {
        for (let i = 0; i < its.docs.length; i++) {
          const c = this.places[its.docs[i]];
          if (c >= 0) use(c, its.scores[i]);
        }
      }
    }
  }

  /** Adds title and body one by one, as Lucene does with flattened alternatives. */
  addLeaf(list, lo, hi) {
    const {docs} = this;
    const known = new Uint8Array(docs.length);
    this.each(list, (c, score) => {
      known[c] = 1;
      lo[c] += score;
      hi[c] += score;
    });
    for (const {bound, pieces} of list.tiers) {
      for (let c = 0, p = 0; c < docs.length; c++) {
        while (p < pieces.length && pieces[p].end <= docs[c]) p++;
        if (known[c] || p === pieces.length || pieces[p].scores || docs[c] < pieces[p].first) continue;
        known[c] = 1;
        hi[c] += bound;
      }
    }
  }

  /** The highest score that a document not seen yet can have. */
  ceiling(node = this.query) {
    const {tiers, next} = this.lists.get(keyOf(node)) || {tiers: []};
    if (next < tiers.length) return round(tiers[next].bound);
    const parts = partsOf(node).map((part) => this.ceiling(part)).filter((each) => each);
    return parts.length < leastOf(node) ? 0 : round(parts.reduce((sum, each) => sum + each, 0) * (1 + 1e-12));
  }

  /** The places of the best k that surely match; of equals the first document. */
  top(k) {
    const {lo} = this;
    const best = [];
    for (let c = 0; c < lo.length; c++) {
      let i = best.length;
      if (!lo[c] || i === k && lo[c] <= lo[best[k - 1]]) continue;
      while (i && lo[best[i - 1]] < lo[c]) i--;
      best.splice(i, 0, c);
      if (best.length > k) best.pop();
    }
    return best;
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
    if (list) return {lists: [list], cost: list.tiers.slice(list.next).reduce((sum, {size}) => sum + size, 0)};
    const parts = partsOf(node).map((part) => this.cover(part)).sort((a, b) => a.cost - b.cost)
      .filter((_, i, {length}) => i < (node.and ? 1 : length + 1 - (leastOf(node) || 1)));
    return {lists: parts.flatMap(({lists}) => lists), cost: parts.reduce((sum, {cost}) => sum + cost, 0)};
  }

  /** What to load next, as [piece, list, whole]: nothing once the best k (if 0: all matches) are sure. */
  next(k) {
    const {docs, lo, hi} = this;
    const last = this.top(k)[k - 1];
    const floor = lo[last] || 0;
    const isThreat = () => this.ceiling() > 0 && (!k || this.ceiling() >= floor);
    const wanted = new Map();
    const want = (piece, list, {whole}) => wanted.set(piece, [piece, list, whole]);
    if (isThreat()) {
      const take = (list) => {
        const tier = list.tiers[list.next];
        for (const piece of tier.pieces) if (this.isOpen(piece)) want(piece, list, tier);
        this.advance(list, list.next + 1);
        return tier.size;
      };
      const open = () => this.asked.filter(({tiers, next}) => next < tiers.length);
      for (const list of open()) if (list.tiers[0].whole) take(list);
      const {lists, cost} = this.cover();
      if (!k || cost <= 8192) for (const list of lists) while (list.next < list.tiers.length) take(list);
      for (let left = Math.max(4096, docs.length); left > 0 && isThreat();) {
        left -= take(open().reduce((a, b) => (b.tiers[b.next].bound > a.tiers[a.next].bound ? b : a)));
      }
    } else {
      const unsure = Array.from(docs.keys()).filter((c) => hi[c] !== lo[c] && (k ? hi[c] > floor || hi[c] === floor && c < last : !lo[c]))
        .sort((a, b) => hi[b] - hi[a] || a - b);
      // The shortest lists come first: they are the likeliest to rule a document out.
      const known = this.all.map((list) => [list, new Uint8Array(docs.length), list.tiers.flatMap((tier) =>
        tier.pieces.filter(({scores}) => !scores).map((piece) => [piece, list, tier]))]).sort((a, b) => a[2].length - b[2].length);
      for (const [list, its] of known) this.each(list, (c) => its[c] = 1);
      const lacking = function* (c) {
        for (const [, its, pieces] of known) {
          const found = !its[c] && pieces.find(([{first, end}]) => first <= docs[c] && docs[c] < end);
          if (found) yield found;
        }
      };
      const all = new Set(unsure.flatMap((c) => [...lacking(c)]));
      // A few small files are sooner loaded at once than asked for one after another.
      if (all.size <= AT_ONCE) for (const each of all) want(...each);
      else for (const c of k ? unsure.slice(0, k + 4) : unsure) for (const each of [...lacking(c)].slice(0, this.depth)) want(...each);
      this.depth *= 2;
    }
    return [...wanted.values()].sort((a, b) => b[2] - a[2]);
  }
}

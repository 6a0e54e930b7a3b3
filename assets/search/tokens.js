// What search sees of a text, and its tokens; the same as Letters and Tokens in Java.

const COMPATIBILITY = /[\xa0-\xff\u2100-\u214f\u2460-\u24ff\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff\ufb00-\ufb06\uff00-\uffef\u{1d400}-\u{1d7ff}\u{2f800}-\u{2fa1f}]/gu;
const SEPARATORS = /[^a-z0-9\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ebef}\u{2f800}-\u{2fa1f}\u{30000}-\u{323af}]+/gu;

const isLatin = (letter) => /[a-z0-9]/.test(letter);
const spaced = (text) => text.replace(COMPATIBILITY, (c) => c.normalize('NFKC'))
  .replace(/[A-Z]/g, (c) => c.toLowerCase()).replace(SEPARATORS, ' ');

/** Han, a–z and 0–9, and one space wherever anything else parts them. */
export const letters = (text) => spaced(text).trim();

/** The longest stretches of one kind. */
export const runs = (letters) => letters.match(/[a-z0-9]+|[^a-z0-9 ]+/g) || [];

/** Latin runs, bigrams of Han, lone Han; in titles each Han, too. */
export const tokens = (text, unigrams) => runs(letters(text)).flatMap((run) => {
  if (isLatin(run)) return run.slice(0, 64);
  const han = Array.from(run);
  const bigrams = han.slice(1).map((each, i) => han[i] + each);
  return bigrams.length ? unigrams ? bigrams.concat(han) : bigrams : han;
});

/** Where a phrase next stands in the letters, not cutting a Latin run; -1 if nowhere. */
function find(letters, phrase, start) {
  let i = start - 1;
  do i = letters.indexOf(phrase, i + 1);
  while (i >= 0 && [i, i + phrase.length].some((cut) => /[a-z0-9]{2}/.test(letters.slice(cut ? cut - 1 : 0, cut && cut + 1))));
  return i;
}

export const phraseIn = (letters, phrase) => find(letters, phrase, 0) >= 0;

/** [start, end] of the terms in a text as it was written, merged. */
export function marks(text, terms) {
  let all = '';
  let at = 0;
  const from = [];
  for (const c of text) {
    for (const unit of (c >= '一' && c <= '鿿' ? c : spaced(c)).split('')) {
      if (unit === ' ' && all.endsWith(' ')) continue;
      all += unit;
      from.push([at, at + c.length]);
    }
    at += c.length;
  }
  const found = terms.flatMap((term) => {
    const its = [];
    for (let i = term ? find(all, term, 0) : -1; i >= 0; i = find(all, term, i + 1)) its.push([from[i][0], from[i + term.length - 1][1]]);
    return its;
  }).sort((a, b) => a[0] - b[0]);
  return found.filter(([start, end], i) => {
    const before = found[i - 1];
    if (!before || start > before[1]) return true;
    found[i] = before;
    before[1] = Math.max(before[1], end);
    return false;
  });
}

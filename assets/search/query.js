// Turns what a reader types into a plan; the same as QueryCompiler in Java, byte for byte.
import {letters, runs, tokens} from './tokens.js';

const QUOTE = /["“”„＂「」『』]/;
const PINYIN = /^[a-z]{2,40}$/;
/** [代字] 年份 序号, or 代字 年份. */
const NUMBER = /^(([^a-z0-9-]{2,12}-)?(19|20)\d\d-\d{1,5}|[^a-z0-9-]{1,11}[发函字令规办通电批复]-(19|20)\d\d)$/u;
/** One word: an 索引号 or a part of it, a year, or a 代字. */
const NUMBER_WORD = /^((19|20)\d\d|[a-z0-9]+(-[a-z0-9]+){1,5}|(?=.*\d)[a-z0-9]{5,}|[^a-z0-9-]{1,7}[发函字令规])$/u;

const isSpace = (c) => /\s/.test(c);
const isWord = (item) => item && !item.quoted && !item.excluded;
const distinct = (list) => [...new Set(list)];

/** Where several words may be the syllables of one word in pinyin: [from, to, that word], the last first. */
function spelt(items) {
  const found = [];
  for (let from = 0, to; from < items.length; from = to + 1) {
    for (to = from; isWord(items[to]) && /^[a-z]+$/.test(items[to].letters);) to++;
    const word = items.slice(from, to).map((item) => item.letters).join('');
    if (to - from > 1 && PINYIN.test(word)) found.unshift([from, to, word]);
  }
  return found;
}

/** The words and "phrases" of a query: {text, letters, quoted, excluded}. Syllables that stand apart are one word if `pinyin` has it. */
export function parse(query, pinyin = {}) {
  const typed = Array.from(query.slice(0, 400)).slice(0, 200);
  const items = [];
  const until = (at, stop) => {
    while (at < typed.length && !stop(typed[at])) at++;
    return at;
  };
  const isQuote = (c) => QUOTE.test(c);
  for (let at = 0; at < typed.length && items.length < 32;) {
    if (isSpace(typed[at])) {
      at++;
      continue;
    }
    const excluded = /[-－−–]/.test(typed[at]) && at + 1 < typed.length && !isSpace(typed[at + 1]);
    if (excluded) at++;
    const opens = isQuote(typed[at]);
    if (opens) at++;
    let end = opens ? until(at, isQuote) : typed.length;
    const quoted = end < typed.length;
    if (!quoted) end = until(at, (c) => isSpace(c) || isQuote(c));
    const text = typed.slice(at, end).join('');
    at = quoted ? end + 1 : end;
    if (letters(text)) items.push({text, letters: letters(text), quoted, excluded});
  }
  for (const [from, to, letters] of spelt(items)) if (pinyin.hasOwnProperty(letters)) items.splice(from, to - from, {text: letters, letters});
  return items;
}

/** Joins nodes by "and" or "or": none in its like, none twice; null if none. */
function join(kind, nodes) {
  const parts = new Map(nodes.flatMap((node) => node && node[kind] || node || []).map((part) => [JSON.stringify(part), part]));
  const [first = null] = parts.values();
  return parts.size > 1 ? {[kind]: [...parts.values()]} : first;
}

/** The tokens that must be found. */
function needed(text) {
  const all = distinct(tokens(text));
  const telling = all.filter((token) => !/^[^a-z0-9]$/u.test(token));
  return (telling.length ? telling : all).slice(0, 64);
}

/** The key of words that are a number; null if they are none. */
function numberKey(text, words) {
  const key = runs(letters(text)).filter((run) => !/^[年第号期]+$/.test(run))
    .map((run) => (/^\d{1,4}$/.test(run) ? +run : run)).join('-');
  return NUMBER.test(key) || words < 2 && NUMBER_WORD.test(key) ? key : null;
}

/** The words that may be pinyin. */
export function latinWords(query) {
  const items = parse(query);
  return distinct(items.filter((item) => isWord(item) && PINYIN.test(item.letters)).map((item) => item.letters).concat(spelt(items).map(([, , word]) => word)));
}

/** @returns {{query: ?Object, not: Object[], phrases: {text: string, not: boolean}[], fuzzy: ?Object}} */
export function compile(query, {synonyms = [], pinyin = {}} = {}) {
  const items = parse(query, pinyin);
  const positive = [];
  const not = [];
  const phrases = [];
  const near = [];
  let left = 160;
  const all = (text) => {
    const taken = needed(text).slice(0, left);
    left -= taken.length;
    return join('and', taken.map((term) => ({term})));
  };
  const whole = (text) => (needed(text).length > left ? null : all(text));
  const word = ({letters: text}) => {
    const base = all(text);
    if (!base) return null;
    const meant = PINYIN.test(text) && pinyin.hasOwnProperty(text) ? pinyin[text].map(letters) : [];
    const others = synonyms.map((group) => group.map(letters)).flatMap((group) =>
      group.filter((member) => text.includes(member)).flatMap((member) =>
        group.filter((other) => !(other.includes(member) && text.includes(other))).map((other) => text.replace(member, other))));
    near.push(...needed(meant[0] || text));
    return join('or', [base, ...others.slice(0, 8).concat(meant.slice(0, 3)).map(whole)]);
  };
  for (let i = 0; i < items.length;) {
    const item = items[i];
    let words = 1;
    if (isWord(item)) {
      while (words < 4 && isWord(items[i + words])) words++;
      let number;
      while (!(number = numberKey(items.slice(i, i + words).map(({text}) => text).join(' '), words)) && words > 1) words--;
      const node = join('and', items.slice(i, i + words).map(word));
      positive.push(number ? join('or', [{number}, node]) : node);
    } else {
      const literal = item.quoted && tokens(item.letters).length > 1;
      const node = literal && item.excluded ? null : all(item.letters);
      if (node && item.excluded) not.push(node);
      else if (node) {
        positive.push(node);
        near.push(...needed(item.letters));
      }
      if (literal && (node || item.excluded)) phrases.push({text: item.letters, not: item.excluded});
    }
    i += words;
  }
  const terms = distinct(near).slice(0, 64).map((term) => ({term}));
  return {
    query: join('and', positive) || (not.length || phrases.length ? {all: true} : null),
    not,
    phrases,
    fuzzy: terms.length > 2 ? {most: [Math.max(2, Math.ceil(2 * terms.length / 5)), terms]} : terms.length > 1 ? {or: terms} : null,
  };
}

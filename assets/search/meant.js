// 您是不是要找: what else a reader may mean.
import {parse} from './query.js';
import {letters} from './tokens.js';

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
export function meant(query, pinyin, titles) {
  const words = parse(query, pinyin).filter((item) => !item.excluded).map((item) => item.letters);
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

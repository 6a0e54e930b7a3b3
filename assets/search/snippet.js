// What of a found text is shown. Pure.
import {marks} from './tokens.js';

/**
 * The piece of a text, of about `size` characters, that has most of the words looked for.
 * @returns {{text: string, marks: number[][]}} marks: where they stand in the piece
 */
export function snippet(text, terms, size) {
  const found = marks(text, terms);
  let most = 0, first = 0;
  found.forEach(([start], i) => {
    const words = new Set();
    for (let j = i; j < found.length && found[j][1] <= start + size; j++) words.add(text.slice(...found[j]));
    const worth = [...words].join('').length;
    if (worth > most) [most, first] = [worth, start];
  });
  // It begins with the clause, where that begins near, and else a little before the first word.
  const near = text.length > size && Math.max(0, first - 20), begin = near + text.slice(near, first).search(/[^，。；！？\s]*$/), end = begin + size;
  const before = /[^。；！？\s]$/.test(text.slice(0, begin)) ? '…' : '', shift = before.length - begin;
  return {
    text: before + text.slice(begin, end) + (end < text.length ? '…' : ''),
    marks: found.filter(([a, b]) => a >= begin && b <= end).map(mark => mark.map(at => at + shift)),
  };
}

/** The tasks with most of the words looked for. */
export function bestTasks(tasks, terms) {
  const found = tasks.map(({text}) => terms.filter(term => marks(text, [term])[0]).length);
  return tasks.filter((task, i) => found[i] && found[i] === Math.max(...found));
}

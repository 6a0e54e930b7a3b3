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
  // What is too long begins with the clause, where that begins near, and else a little before the first word.
  const near = Math.max(0, first - 20), begin = text.length > size ? near + text.slice(near, first).search(/[^，。；！？\s]*$/) : 0, end = begin + size;
  const before = /[^。；！？\s]$/.test(text.slice(0, begin)) ? '…' : '', shift = before.length - begin;
  return {
    text: before + text.slice(begin, end) + (end < text.length ? '…' : ''),
    marks: found.filter(([a, b]) => a >= begin && b <= end).map(mark => mark.map(at => at + shift)),
  };
}

/** The tasks with most of the words looked for. */
export function bestTasks(tasks, terms) {
  const found = tasks.map(({text}) => terms.filter(term => marks(text, [term])[0]).length);
  const most = Math.max(1, ...found);
  return tasks.filter((task, i) => found[i] === most);
}

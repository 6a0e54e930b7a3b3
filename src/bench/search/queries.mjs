// The queries: ten kinds, drawn from what the site itself publishes, with a fixed seed and nothing chosen by hand.
import fs from 'node:fs';
import path from 'node:path';

const SEED = 20261122;

/** A small generator of random numbers in [0, 1) that is the same everywhere (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What a title is about: without “…关于”, the verb of two characters, and “的通知（12）”. */
const subjectOf = (title) => title.replace(/^.*?关于../, '').replace(/的[^的]*$/, '');

const unitsOf = (task) => [...task.leadUnits, ...task.responsibleUnits];

/** Each kind makes a query of a drawn notice and a drawn task; `exact` says that the notice itself must be among the first ten. */
export const KINDS = [
  {kind: 'whole title', exact: true, make: (notice) => notice.title},
  {kind: 'part of a title', make: (notice) => subjectOf(notice.title).slice(1, 7)},
  {kind: 'several words of a title', make: (notice) => words(notice).join(' ')},
  {kind: 'four-character policy word', make: (notice) => words(notice)[0]},
  {kind: 'two words and the year', make: (notice) => `${words(notice).slice(0, 2).join(' ')} ${notice.publicationDate.slice(0, 4)}`},
  {kind: 'quoted phrase', make: (notice) => `"${subjectOf(notice.title).slice(0, 8)}"`},
  {kind: 'document number (发文字号)', exact: true, make: (notice) => notice.documentNumber},
  {kind: 'serial number (索引号)', exact: true, make: (notice) => notice.indexNumber},
  {kind: 'unit', make: (notice, task) => unitsOf(task)[0].name},
  {kind: 'very common word', make: (notice) => /(..)（?\d*）?$/.exec(notice.title)[1]},
];

/** Pieces of four characters of what the title is about. */
function words(notice) {
  return subjectOf(notice.title).match(/.{2,4}/gu);
}

/** @returns {{kind: string, query: string, notice: ?string}[]} ten of each kind where `rounds` is ten */
export function draw(site, rounds, seed = SEED) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(site, 'data', name), 'utf8'));
  const byId = (a, b) => (a.id < b.id ? -1 : 1);
  const notices = read('notices.json').filter((notice) => notice.documentNumber).sort(byId);
  const tasks = read('tasks.json').filter((task) => unitsOf(task).length).sort(byId);
  const next = random(seed);
  const one = (list) => list[Math.floor(next() * list.length)];
  const queries = [];
  for (let round = 0; round < rounds; round++) {
    for (const {kind, exact, make} of KINDS) {
      const notice = one(notices);
      queries.push({kind, query: make(notice, one(tasks)), notice: exact ? notice.url : null});
    }
  }
  return queries;
}

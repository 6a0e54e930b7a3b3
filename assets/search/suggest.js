// What the search box offers while one types; search.Suggestions in Java writes the buckets.
import {letters} from './tokens.js';

const KINDS = ['unit', 'topic', 'page', 'notice', 'number'];
const SHOWN = 8;
/** Of a key, no more than this is looked at. */
const LONGEST = 24;

const squeezed = (text) => letters(text).replace(/ /g, '');

/**
 * At most eight suggestions, best first.
 * @param {{lookUp: (folder: string, key: string, count: number) => Promise<Array|undefined>}} files
 * @param {{suggestionShards: number}} manifest
 * @param {string} prefix what was typed: Han characters, or pinyin in full or in initials
 * @returns {Promise<{kind: string, text: string, url: string}[]>}
 */
export async function suggest(files, manifest, prefix) {
  const typed = squeezed(prefix);
  const points = Array.from(typed);
  if (/^[a-z0-9]?$/.test(typed)) return [];
  let key;
  let bucket;
  // A bucket that left some out begins with the length of the next longer prefixes.
  for (let next = Math.min(2, points.length); next && next <= points.length; next = bucket[0] > 0 ? bucket[0] : 0) {
    key = points.slice(0, next).join('');
    bucket = await files.lookUp('s', key, manifest.suggestionShards);
    if (!bucket) return [];
  }
  const cut = points.slice(0, LONGEST).join('');
  return bucket
    .filter(Array.isArray)
    .filter(([, text, , rests]) => squeezed(text).includes(typed) ||
      rests !== undefined && rests.split(' ').some((rest) => (key + rest).startsWith(cut)))
    .slice(0, SHOWN)
    .map(([kind, text, url]) => ({kind: KINDS[kind], text, url}));
}

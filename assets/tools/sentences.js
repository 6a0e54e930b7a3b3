// Cuts Chinese text into what is read aloud at one go, and writes it as it is spoken.

const ENDS = '。！？!?.', CLOSERS = '”’」』）)》】〕]"\'';
const BRACKETS = {'（': '）', '(': ')', '〔': '〕', '[': ']', '《': '》', '【': '】'};
/** About ten seconds: longer ones are cut where there is a lesser pause. */
const LONGEST = 60;
/** What stands in brackets is one with its sentence unless it is long. */
const ASIDE = 80;

/** Where the bracket that opens at a place is closed, or the place itself. */
function closing(text, at) {
  const end = BRACKETS[text[at]] ? text.indexOf(BRACKETS[text[at]], at) : -1;
  return end < 0 || end - at > ASIDE ? at : end;
}

/** Whether a sentence ends with the mark at a place. */
function ends(text, at) {
  const mark = text[at], before = text.slice(0, at), after = text[at + 1] || ' ';
  if (!ENDS.includes(mark)) return false;
  if (mark === '!' || mark === '?') return !/[\w&=/]/.test(after);
  if (mark !== '.') return true;
  // Not in 3.5, a.cn, 1. or No.
  return (/\s/.test(after) || CLOSERS.includes(after)) && !/(^|[\s（(])(\d+|[A-Za-z]|No|Mr|Ms|Dr|vs|etc|e\.g|i\.e)$/.test(before);
}

/** Where what is from start to end is cut for its length. */
function pauses(text, start, end) {
  const cuts = [];
  while (end - start > LONGEST) {
    const piece = text.slice(start, start + LONGEST);
    const at = ['；', '：', '，', '、', ' '].map(mark => piece.lastIndexOf(mark)).find(place => place > LONGEST / 4);
    if (at === undefined) break;
    start += at + 1;
    cuts.push(start);
  }
  return cuts;
}

/**
 * The sentences of a text.
 * @param {string} text of one paragraph
 * @returns {[number, number][]} where each starts and ends, without the blanks around it
 */
export function sentences(text) {
  const found = [];
  let start = 0;
  const close = end => {
    for (const cut of [...pauses(text, start, end), end]) {
      const piece = text.slice(start, cut), from = start + piece.length - piece.trimStart().length;
      // What has nothing to say is not read.
      if (/[\p{L}\p{N}]/u.test(piece)) found.push([from, from + piece.trim().length]);
      start = cut;
    }
  };
  for (let i = 0; i < text.length; i++) {
    i = closing(text, i);
    if (!ends(text, i)) continue;
    while (i + 1 < text.length && (ENDS + CLOSERS).includes(text[i + 1])) i++;
    close(i + 1);
  }
  close(text.length);
  return found;
}

/** A text as a voice should say it: dates, document numbers and spans in words, blanks as pauses. */
export function spoken(text) {
  return text
    .replace(/(\d{4})-0?(\d{1,2})-0?(\d{1,2})(?!\d)/g, '$1年$2月$3日')
    .replace(/〔(\d{4})〕/g, '$1年')
    .replace(/(\d)\s*[—–~～]+\s*(?=[^\d]{0,2}\d)/g, '$1至')
    .replace(/[—…]+/g, '，')
    .replace(/(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])/g, '，')
    .replace(/[，、；]*，+/g, '，')
    .trim();
}

/**
 * The voice that reads: Mandarin, on this device, since what is read is sent nowhere.
 * @param {{lang: string, localService: boolean, default: boolean}[]} voices
 */
export function voiceOf(voices) {
  const here = voices.filter(({localService}) => localService);
  const speaks = pattern => here.find(({lang}) => pattern.test(lang.replace(/_/g, '-')));
  return speaks(/^(zh|cmn)(-Hans)?(-CN)?$/i) || speaks(/^cmn|^zh(?!-(HK|MO|yue|Hant-HK))/i);
}

// Reads the page's text aloud, one sentence at a time, with the sentence marked.
import {chosen, say} from './start.js';
import {grid} from './grid.js';
import {sentences, spoken, voiceOf} from './sentences.js';

const SKIPPED = '[hidden], [aria-hidden="true"], .hidden, .repeated, .print-only, script, style, template, svg, nav, form, button';
const RATES = {slow: 0.75, fast: 1.25, faster: 1.5};
const speech = window.speechSynthesis;

const voice = () => speech && voiceOf(speech.getVoices());
const isSeen = element => (element.checkVisibility ? element.checkVisibility() : element.getClientRects()[0]);
const rows = section => grid([...section.rows].map(row => [...row.cells].map(cell => ({cell, rows: cell.rowSpan, columns: cell.colSpan}))));

/**
 * The texts of an element, as one reads them: each is one paragraph, or one cell of a table's row.
 * @returns {{label: string, nodes: Text[], row: Text[]|undefined}[]} a label is said before, without being marked;
 *   a merged cell is read in each of its rows, where the row is marked for it
 */
function texts(root) {
  const found = [];
  let text, label = '';

  function visit(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!text && node.data.trim()) {
        found.push(text = {label, nodes: []});
        label = '';
      }
      if (text) text.nodes.push(node);
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(SKIPPED) && isSeen(node)) {
      const isInline = node.tagName !== 'BR' && getComputedStyle(node).display === 'inline';
      if (!isInline) text = null;
      if (node.tagName === 'TABLE') table(node);
      else if (node.tagName === 'DT') label = node.textContent.trim() + '：';
      else node.childNodes.forEach(visit);
      if (!isInline) text = null;
    }
  }

  function table({caption, tHead, tBodies}) {
    const heads = [];
    if (caption) visit(caption);
    if (tHead) for (const row of rows(tHead)) for (const {cell, column} of row) heads[column] = cell.textContent.trim() + '：';
    for (const body of tBodies) {
      for (const row of rows(body)) {
        let first;
        for (const {cell, column, own} of row) {
          if (!own && cell.tagName === 'TH') continue;
          const before = found.length;
          text = null;
          label = cell.tagName === 'TH' ? '' : heads[column] || '';
          cell.childNodes.forEach(visit);
          if (own && cell.tagName === 'TD') first = found[before] && cell.matches('.requirement') ? found[before] : first || found[before];
          if (!own && first) for (const each of found.slice(before)) each.row = first.nodes;
        }
      }
    }
    text = null;
    label = '';
  }

  visit(root);
  return found;
}

/** The range of a part of the text that nodes hold together. */
function rangeOf(nodes, from, to) {
  const range = document.createRange();
  for (const node of nodes) {
    if (from >= 0 && from < node.length) range.setStart(node, from);
    if (to > 0 && to <= node.length) range.setEnd(node, to);
    from -= node.length;
    to -= node.length;
  }
  return range;
}

/** What is said at one go. @returns {{words: string, range: Range}[]} */
function pieces(root) {
  return texts(root).flatMap(({label, nodes, row}) => {
    const whole = nodes => nodes.map(({data}) => data).join(''), text = whole(nodes);
    return sentences(text).map(([from, to], i) => ({
      words: spoken((i ? '' : label) + text.slice(from, to)),
      range: row ? rangeOf(row, ...sentences(whole(row))[0]) : rangeOf(nodes, from, to),
    }));
  });
}

function mark(range) {
  const marks = window.CSS && CSS.highlights;
  if (!marks) {
    getSelection().removeAllRanges();
    if (range) getSelection().addRange(range);
  } else if (range) {
    marks.set('reading', new Highlight(range));
  } else {
    marks.delete('reading');
  }
}

export class Reader {
  #bar; #list; #at; #before; #isOn; #follows; #utterance; #idle;
  /** What is said of an earlier turn has no say any more. */
  #turn = 0;

  /**
   * @param bar the buttons that are there while one reads
   * @param offer what offers to read; it shows where there is a voice
   */
  constructor(bar, offer) {
    this.#bar = bar;
    bar.hidden = true;
    const show = () => offer.hidden = !voice();
    show();
    // Voices come late.
    if (speech) speech.addEventListener('voiceschanged', show);
    addEventListener('pagehide', () => this.stop());
    for (const type of ['wheel', 'touchmove']) addEventListener(type, () => this.#follows = false, {passive: true});
    addEventListener('keydown', ({key}) => {
      if (/^(Arrow|Page|Home|End| )/.test(key)) this.#follows = false;
    });
    addEventListener('focusin', ({target}) => {
      if (!bar.contains(target)) this.#follows = false;
    });
    bar.addEventListener('keydown', ({key}) => key === 'Escape' && this.stop());
    // Some voices stop without a word.
    setInterval(() => {
      this.#idle = this.#isOn && !speech.speaking && !speech.pending ? this.#idle + 1 : 0;
      if (this.#idle > 3) this.#step(1);
    }, 1000);
  }

  /** Begins, at what is selected if something is; pauses; goes on. */
  async toggle() {
    if (this.#isOn) return this.#pause();
    if (!this.#list) {
      if (!await this.#voice()) return say('这台设备没有中文语音，不能朗读。');
      this.#begin();
    }
    this.#speak();
  }

  /** Goes on to another sentence. */
  go(by) {
    if (!this.#list || !by && !this.#isOn) return;
    this.#follows = true;
    this.#step(by);
  }

  stop() {
    if (!this.#list) return;
    this.#pause();
    this.#list = null;
    mark(null);
    document.documentElement.style.scrollPaddingBottom = '';
    const hadFocus = this.#bar.contains(document.activeElement);
    this.#bar.hidden = true;
    if (hadFocus) (isSeen(this.#before) ? this.#before : document.getElementById('main')).focus({preventScroll: true});
  }

  /** The voice, waited for. */
  #voice() {
    return voice() || speech && new Promise(resolve => {
      speech.addEventListener('voiceschanged', () => resolve(voice()), {once: true});
      setTimeout(() => resolve(voice()), 1000);
    });
  }

  #begin() {
    const main = document.getElementById('main'), selection = getSelection();
    this.#list = pieces(main);
    this.#at = 0;
    if (!selection.isCollapsed && main.contains(selection.anchorNode)) {
      const {startContainer, startOffset} = selection.getRangeAt(0);
      this.#at = Math.max(0, this.#list.findIndex(({range}) => range.comparePoint(startContainer, startOffset) <= 0));
    }
    this.#follows = true;
    this.#before = document.activeElement;
    this.#bar.hidden = false;
    this.#bar.querySelector('[data-act="read"]').focus({preventScroll: true});
  }

  #step(by) {
    const at = this.#at + by;
    if (at >= this.#list.length) {
      this.stop();
      say('朗读完了');
    } else {
      this.#at = Math.max(0, at);
      this.#speak();
    }
  }

  #speak() {
    const mine = ++this.#turn, piece = this.#list[this.#at], said = voice();
    if (!piece || !said) return this.stop();
    this.#isOn = true;
    this.#idle = 0;
    this.#bar.dataset.state = 'on';
    mark(piece.range);
    this.#reveal(piece.range);
    // A voice that is not held may be lost before it ends.
    const utterance = this.#utterance = new SpeechSynthesisUtterance(piece.words);
    utterance.voice = said;
    utterance.lang = said.lang;
    utterance.rate = RATES[chosen().speed] || 1;
    utterance.onend = () => mine === this.#turn && this.#step(1);
    utterance.onerror = () => {
      if (mine !== this.#turn) return;
      this.#pause();
      say('朗读中断了，请再试一次。');
    };
    speech.cancel();
    // What is said right after cancel is lost in some browsers.
    setTimeout(() => mine === this.#turn && speech.speak(utterance), 50);
  }

  /** Not speech.pause(), which on phones cannot be undone: the sentence is begun again. */
  #pause() {
    this.#turn++;
    this.#isOn = false;
    this.#bar.dataset.state = 'paused';
    speech.cancel();
  }

  /** Scrolls to what is read, unless the reader has scrolled elsewhere. */
  #reveal(range) {
    const {top, bottom} = range.getBoundingClientRect(), high = this.#bar.offsetHeight;
    // Nor does the bar cover what the keyboard goes to.
    document.documentElement.style.scrollPaddingBottom = high + 'px';
    if (top >= 0 && bottom <= innerHeight - high) {
      this.#follows = true;
    } else if (this.#follows) {
      const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scrollBy({top: top - innerHeight / 4, behavior: isStill ? 'instant' : 'smooth'});
    }
  }
}

// The accessibility tools (无障碍工具) as every page has them: two buttons, the keys, and what was chosen before.
// What they change of the look changes at once; all else is loaded when it is first used. What is chosen stands on <html>, where site.css reads it.
import {VALUES, after, format, parse} from './settings.js';

const KEY = 'gongkai', root = document.documentElement, names = Object.keys(VALUES);
const bar = document.querySelector('.tools-bar');
const keys = new Map(bar.dataset.keys.split(',').map(key => {
  const end = key.indexOf(' ');
  return [key.slice(0, end), key.slice(end + 1)];
}));

/** What is chosen. @returns {import('./settings.js').Settings} */
export const chosen = () => Object.fromEntries(names.map(name => [name, root.dataset[name] || '']));

function show(settings) {
  for (const name of names) {
    if (settings[name]) root.dataset[name] = settings[name];
    else delete root.dataset[name];
  }
  if (settings.guide) import('./guide.js').then(({follow}) => follow());
  dispatchEvent(new Event('tools'));
}

/** Where storage is refused, the name of the window keeps what is chosen while it stays open. */
export function choose(settings) {
  const text = format(settings);
  let kept = '';
  try {
    if (text) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {
    kept = text && KEY + text;
  }
  if (kept || /^gongkai{/.test(name)) name = kept;
  show(settings);
}

/** Tells those who do not see what has changed, or that it could not. */
export const say = text => document.getElementById('tools-said').textContent = text;

/** On its way or there; asked for once, so that what is done with it keeps its order. */
let panel;

/** Does what a button or a key of the tools stands for. A change of the look waits for nothing; the panel has the words for it. */
export function act(what) {
  const settings = after(chosen(), what);
  if (settings) choose(settings);
  panel ??= import('./panel.js');
  panel.then(each => each.act(what)).catch(() => {
    panel = undefined;
    say(settings ? '显示方式已改变。' : '无障碍工具没有取到，请再试一次。');
  });
}

addEventListener('click', ({target}) => {
  const button = target.closest('button[data-act]');
  if (button) act(button.dataset.act);
});

addEventListener('keydown', event => {
  const {altKey, shiftKey, ctrlKey, metaKey, code} = event;
  const does = altKey && shiftKey && !ctrlKey && !metaKey && keys.get(code);
  if (does) {
    event.preventDefault();
    if (/^\w+$/.test(does)) act(does);
    else document.querySelector(does)?.focus();
  }
});

// What is chosen in one tab holds in all.
addEventListener('storage', ({key, newValue}) => (key === KEY || key === null) && show(parse(newValue)));
addEventListener('pageshow', ({persisted}) => {
  try {
    if (persisted) show(parse(localStorage.getItem(KEY)));
  } catch {}
});

// Where first-paint.js may not run in the page, the look changes here.
if (!('tools' in root.dataset)) {
  root.dataset.tools = '';
  try {
    show(parse(localStorage.getItem(KEY)));
  } catch {}
} else if (root.dataset.guide) {
  show(chosen());
}

// Now, and not before, the buttons do something.
bar.dataset.ready = '';

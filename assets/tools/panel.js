// The panel of the accessibility tools (无障碍工具), taken from the tools' own page when a tool is first used.
import {choose, chosen, say} from './start.js';
import {changed, sizeOf, smallest} from './settings.js';
import {Reader} from './reader.js';

let tools;

/** Does what a button or a key stands for, or says what start.js has changed for it. It fails where the tools' page can't be fetched. */
export async function act(what) {
  tools ??= fetchParts().then(start).catch(failure => {
    tools = undefined;
    throw failure;
  });
  (await tools)[what]();
}

async function fetchParts() {
  const address = new URL('index.html', import.meta.url), response = await fetch(address);
  if (!response.ok) throw new Error(response.status);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const parts = document.importNode(page.getElementById('tools-panel').content, true);
  for (const link of parts.querySelectorAll('a')) link.href = new URL(link.getAttribute('href'), address);
  return parts;
}

/** Puts the parts into the page. @returns {Object<string, function(): void>} what can be done with them */
function start(parts) {
  const panel = parts.querySelector('.tools'), bar = parts.querySelector('.reading');
  const opener = document.getElementById('tools-open');
  const inputs = [...panel.querySelectorAll('input'), bar.querySelector('select')];

  function open(is) {
    panel.hidden = !is;
    opener.setAttribute('aria-expanded', is);
    if (is) scrollTo(0, 0);
    (is ? panel.querySelector('input:checked') : opener).focus();
  }

  /** What is chosen, in the panel. */
  function show() {
    const settings = chosen(), size = sizeOf(settings);
    for (const input of inputs) {
      const value = input.name === 'size' ? size + '' : settings[input.name];
      if (input.type === 'checkbox') input.checked = !!value;
      else if (input.type === 'radio') input.checked = input.value === value;
      else input.value = value;
      if (input.name === 'size') input.disabled = input.value < smallest(settings);
    }
  }

  /** Says in the words of the panel what has been chosen of a setting. */
  function tell(name) {
    const input = inputs.find(each => each.name === name && (each.checked || each.type !== 'radio'));
    const words = input.type === 'checkbox' ? (input.checked ? '已打开' : '已关闭') : input.closest('label').textContent;
    say(input.closest('[data-name]').dataset.name + '：' + words.trim());
  }

  const reading = new Reader(bar, panel.querySelector('.voice'));

  panel.hidden = true;
  document.querySelector('.tools-bar').after(panel);
  document.body.append(bar);
  opener.setAttribute('aria-controls', 'tools');
  panel.addEventListener('change', ({target}) => {
    choose(changed(chosen(), target.name, target.type === 'checkbox' && !target.checked ? '' : target.value));
  });
  bar.addEventListener('change', ({target}) => {
    choose(changed(chosen(), target.name, target.value));
    reading.go(0);
  });
  panel.addEventListener('keydown', ({key, isComposing}) => key === 'Escape' && !isComposing && open(false));
  addEventListener('tools', show);
  show();

  return {
    panel: () => open(panel.hidden),
    elder: () => tell('elder'),
    contrast: () => tell('contrast'),
    pointer: () => tell('pointer'),
    guide: () => tell('guide'),
    larger: () => tell('size'),
    smaller: () => tell('size'),
    reset() {
      reading.stop();
      say('已恢复默认');
    },
    read: () => reading.toggle(),
    previous: () => reading.go(-1),
    next: () => reading.go(1),
    stop: () => reading.stop(),
  };
}

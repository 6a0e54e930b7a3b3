// Suggestions in the search box: an ARIA 1.2 combobox with a listbox.
const input = document.getElementById('search'), list = document.getElementById('search-list'), options = list.children;
const said = document.getElementById('search-count');
const here = new URL('./', import.meta.url);
let opening, typing, turn = 0, chosen = -1;

const load = () => opening = opening || import('./client.js').then(({openIndex}) => openIndex(here)).catch(() => opening = null);

function choose(i) {
  chosen = i;
  for (const option of options) option.setAttribute('aria-selected', option === options[i]);
  input.setAttribute('aria-activedescendant', i < 0 ? '' : options[i].id);
  if (i >= 0) options[i].scrollIntoView({block: 'nearest'});
}

function open(is) {
  list.hidden = !is;
  input.setAttribute('aria-expanded', is);
  said.textContent = is ? options.length + ' 条建议，按上下键选' : '';
  choose(-1);
}

function wait(then) {
  clearTimeout(typing);
  turn++;
  if (then) typing = setTimeout(then, 150);
}

async function suggest() {
  const mine = turn, q = input.value.trim(), index = q && await load();
  const found = index ? await index.suggest(q).catch(() => []) : [];
  if (mine !== turn) return;
  list.replaceChildren(...found.map(({kind, text, url}, i) => {
    const option = document.createElement('li'), label = document.createElement('span');
    label.textContent = list.dataset[kind];
    option.append(text, ' ', label);
    option.id = 'search-' + i;
    option.setAttribute('role', 'option');
    option.addEventListener('click', () => location = new URL('../' + url, here));
    return option;
  }));
  open(!!found[0]);
}

const moves = {
  ArrowDown: last => (chosen < last ? chosen + 1 : -1),
  ArrowUp: last => (chosen < 0 ? last : chosen - 1),
  Home: () => 0,
  End: last => last,
};

for (const type of ['input', 'compositionstart', 'compositionend']) {
  input.addEventListener(type, ({isComposing}) => wait((!isComposing || type === 'compositionend') && suggest));
}
input.addEventListener('focus', load);
input.addEventListener('blur', () => {
  wait();
  open(false);
});
input.addEventListener('keydown', event => {
  const {key, isComposing} = event, move = moves[key];
  if (isComposing || !options[0] || list.hidden && !/^Arrow[DU]/.test(key)) return;
  if (move && (chosen >= 0 || key[0] === 'A')) {
    const next = move(options.length - 1);
    if (list.hidden) open(true);
    choose(next);
  } else if (key === 'Escape') {
    open(false);
  } else if (key === 'Enter' && chosen >= 0) {
    options[chosen].click();
  } else {
    return;
  }
  event.preventDefault();
});
// A press on the list leaves the focus in the box.
list.addEventListener('mousedown', event => event.preventDefault());
input.setAttribute('role', 'combobox');
open(false);

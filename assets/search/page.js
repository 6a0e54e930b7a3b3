// The search page: results as one types; all that is asked stands in the address.
import {openIndex} from './client.js';
import {bestTasks, snippet} from './snippet.js';

const main = document.getElementById('main');
const $ = selector => main.querySelector(selector), $$ = selector => [...main.querySelectorAll(selector)];
const input = $('#search'), heading = $('#results'), groups = $$('fieldset'), panel = $('.filters'), unit = $('.unit'), title = document.title;
const labels = {};
const results = heading.parentNode;
let params = new URLSearchParams(location.search), opening, typing, saying, seeking, scrolling, settled, items, turn = 0;

const watch = new IntersectionObserver(seen => {
  for (const {isIntersecting, target} of seen) {
    if (isIntersecting) {
      watch.unobserve(target);
      target.look();
    }
  }
});

/** A copy of a template with the values at the places that name them, and an address for its link. */
function copy(template, values, href) {
  const element = $(template).content.firstElementChild.cloneNode(true), link = element.querySelector('a');
  if (link) link.href = href;
  for (const part of element.querySelectorAll('[data-part]')) {
    const value = values[part.dataset.part];
    if (value) part.textContent = part.textContent.replace('#', () => value);
    else part.remove();
  }
  return element;
}

/** Writes a text with its words marked. */
function write(element, {text, marks}) {
  let at = 0;
  element.textContent = '';
  for (const [start, end] of marks) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    element.append(text.slice(at, start), mark);
    at = end;
  }
  element.append(text.slice(at));
}

/** The address of the first page of this search with other values of a parameter. */
function address(key, ...values) {
  const changed = new URLSearchParams(params);
  for (const each of ['page', key]) changed.delete(each);
  for (const value of values) if (value) changed.append(key, value);
  return '?' + changed;
}

function toggled(key, value) {
  const all = params.getAll(key);
  return address(key, ...all.filter(each => each !== value), !all.includes(value) && value);
}

async function show(then) {
  const mine = ++turn, filters = {}, chips = [];
  params = new URLSearchParams(location.search);
  const q = (params.get('q') || '').trim(), page = Math.max(1, params.get('page') | 0), sort = params.get('sort') || '';
  for (const {name} of groups) if (params.get(name)) filters[name] = params.getAll(name);
  // What is folded away, as on a phone, is not loaded.
  const counted = panel.isCounted = panel.open || !!Object.keys(filters)[0];
  document.title = q && q + ' - ' + title || title;
  clearTimeout(seeking);
  // What is there is not yet the answer; on a slow network that is worth a word.
  seeking = (q || Object.keys(filters)[0]) && setTimeout(() => {
    results.setAttribute('aria-busy', true);
    main.dataset.state = items && items[0] ? main.dataset.state : 'seeking';
    heading.textContent = $('#count').textContent = '正在搜索……';
  }, 500);
  let answer = {hits: [], facets: {}, suggestions: []}, state = 'start', words = '', index;
  try {
    if (q || Object.keys(filters)[0]) {
      index = await (opening = opening || openIndex(new URL('./', import.meta.url)));
      answer = await index.search(q, {offset: page * 10 - 10, sort: sort || 'relevance', filters, facets: counted, units: unit.open});
      state = answer.total ? answer.kind : 'nothing';
      words = answer.total ? (answer.approximate ? '近似结果，约 ' : answer.totalIsExact ? '共 ' : '至少 ') + answer.total + ' 条' : '没有找到' + (q && '“' + q + '”');
      // There are fewer pages than when the address was made.
      if (page > 1 && !answer.hits[0]) {
        const last = answer.totalIsExact ? Math.ceil(answer.total / 10) : 1;
        if (mine === turn) history.replaceState(0, '', address('page', last > 1 && last < page && last));
        return mine === turn && show(then);
      }
      if (page > 1) words += '，第 ' + page + ' 页';
    }
  } catch (error) {
    opening = null;
    state = 'trouble';
    words = error.code ? error.message : '现在不能搜索，请再试一次。';
  }
  if (mine !== turn) return;
  clearTimeout(seeking);
  results.removeAttribute('aria-busy');
  main.dataset.state = state;
  heading.textContent = words;
  const {hits, facets, suggestions, terms, total, totalIsExact} = answer;
  for (const group of groups) choices(group, facets && facets[group.name] || []);
  for (const key in filters) for (const value of filters[key]) chips.push(copy('#chip', {label: labels[key + value] || value}, toggled(key, value)));
  $('#applied').replaceChildren(...chips);
  $('#clear').href = '?' + new URLSearchParams({q});
  $('#meant').replaceChildren(...suggestions.map(q => copy('#link', {label: q}, '?' + new URLSearchParams({q}))));
  for (const link of $$('[data-sort]')) {
    link.href = address('sort', link.dataset.sort);
    link.setAttribute('aria-current', link.dataset.sort === sort);
  }
  const [back, on] = $$('.pager a');
  back.href = address('page', page - 1);
  back.hidden = page < 2;
  on.href = address('page', page + 1);
  on.hidden = !hits[9] || totalIsExact && page * 10 >= total;
  const shown = items = hits.map(hit => found(hit, index, terms));
  $('#hits').replaceChildren(...shown);
  watch.disconnect();
  // While one is still typing, no result's page is loaded.
  setTimeout(() => shown.forEach(item => watch.observe(item)), 300);
  clearTimeout(saying);
  $('#count').textContent = '';
  if (then) then();
  else saying = setTimeout(() => $('#count').textContent = words, 1000);
}

function choices(group, values) {
  if (group.className) values.sort((a, b) => b.count - a.count);
  const keys = values.map(({value}) => value).join();
  group.parentNode.hidden = !keys && group.parentNode !== unit;
  // Those that are there stay, and the focus with them.
  if (group.keys !== keys) {
    group.keys = keys;
    group.replaceChildren(group.firstChild, ...values.map(({value, label}) => {
      const choice = copy('#choice', {label: labels[group.name + value] = label});
      choice.firstChild.value = value;
      return choice;
    }));
  }
  values.forEach(({value, count}, i) => {
    const choice = group.children[i + 1];
    choice.firstChild.checked = params.getAll(group.name).includes(value);
    choice.lastChild.textContent = count;
  });
}

function found(hit, index, terms) {
  const url = '../' + hit.url, item = copy('#hit', {...hit, [hit.validity]: 1}, url), [link, , text, rows] = item.children;
  write(link, snippet(hit.title, terms, 999));
  write(text, snippet(hit.lead, terms, 999));
  /** What the page itself says of what was looked for. */
  item.look = async () => {
    const page = await index.text(hit).catch(() => ({body: '', tasks: []}));
    const piece = snippet(page.body, terms, 90), tasks = bestTasks(page.tasks, terms);
    if (piece.marks[0]) write(text, piece);
    rows.replaceChildren(...tasks.slice(0, 3).map(({n, text}) => {
      const row = copy('#row', {}, url + '#task-' + n);
      write(row.lastChild, snippet(text, terms, 60));
      return row;
    }));
    if (tasks[3]) rows.append(copy('#link', {label: '还有 ' + (tasks.length - 3) + ' 项任务'}, url + '#tasks'));
  };
  return item;
}

/** A query that is begun makes an entry in the history; while it is typed on it stays that entry. */
function ask(done) {
  clearTimeout(typing);
  const q = input.value.trim();
  if (q !== (params.get('q') || '')) {
    history[settled ? 'pushState' : 'replaceState'](0, '', address('q', q));
    settled = 0;
    show();
  }
  settled = settled || done;
}

function visit(then) {
  clearTimeout(typing);
  settled = 1;
  show(then);
  input.value = params.get('q') || '';
}

/** Shows what the address says, as it was left. */
function restore() {
  const y = history.state;
  visit(async () => {
    if (y) await Promise.all(items.map(item => item.look()));
    scrollTo(0, y);
  });
}

for (const type of ['input', 'compositionstart', 'compositionend']) {
  input.addEventListener(type, ({isComposing}) => {
    clearTimeout(typing);
    if (!isComposing || type === 'compositionend') typing = setTimeout(ask, 250);
  });
}
input.addEventListener('change', () => ask(1));
input.form.addEventListener('submit', event => {
  event.preventDefault();
  ask(1);
});
panel.addEventListener('change', ({target}) => {
  history.pushState(0, '', toggled(target.closest('fieldset').name, target.value));
  show();
});
unit.addEventListener('toggle', () => show(() => 0));
panel.addEventListener('toggle', () => panel.open && !panel.isCounted && show(() => 0));
main.addEventListener('click', event => {
  const link = event.target.closest('[href^="?"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(0, '', link.href);
  visit(() => {
    heading.focus({preventScroll: true});
    heading.scrollIntoView({block: 'nearest'});
  });
});
$('#retry').addEventListener('click', () => show(() => heading.focus()));
history.scrollRestoration = 'manual';
addEventListener('popstate', restore);
addEventListener('scroll', () => {
  clearTimeout(scrolling);
  scrolling = setTimeout(() => history.replaceState(scrollY, ''), 200);
});
if (matchMedia('(min-width: 60rem)').matches) for (const each of $$('[data-open]')) each.open = true;
// What was typed before this script came stays.
if (input.value.trim() && input.value.trim() !== params.get('q')) ask();
else restore();

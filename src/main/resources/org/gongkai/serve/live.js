// Put into each page by `gongkai serve` alone. Loads the page again when the column has changed,
// and lists what is wrong with it.

const version = new URL(import.meta.url).search.slice(1);
const MOST_LISTED = 100;
const HAD_PROBLEMS = 'gongkai-had-problems';
const CLOSED = 'gongkai-panel-closed';

/** @typedef {{check: string, severity: string, file: string, line: number, what: string, fix: string}} Problem */

/** @type {EventSource | null} */
let source = null;
/** @type {HTMLElement | null} */
let panel = null;

function listen() {
  source = new EventSource('/__gongkai/events');
  source.onmessage = (event) => {
    if (event.lastEventId !== version) {
      location.reload();
    } else {
      show(JSON.parse(event.data).problems);
    }
  };
}

/** A browser opens few connections to a server; pages that nobody sees need none. */
function listenWhileSeen() {
  if (document.visibilityState === 'hidden') {
    source?.close();
    source = null;
  } else if (!source) {
    listen();
  }
}

/** Those of the page's own file first. @param {Problem[]} problems */
function ownFirst(problems) {
  const path = decodeURI(location.pathname);
  const own = (/** @type {Problem} */ problem) =>
    path.endsWith(problem.file.replace(/^content/, '').replace(/\.(tasks\.yml|md)$/, '/')) ||
    `${path}index.html`.endsWith(problem.file.replace(/^public/, ''));
  return [...problems.filter(own), ...problems.filter((problem) => !own(problem))];
}

/** @param {Problem[]} problems */
function show(problems) {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (problems.length === 0) {
    const mended = sessionStorage.getItem(HAD_PROBLEMS);
    sessionStorage.removeItem(HAD_PROBLEMS);
    if (mended) {
      fill('问题都已改正。', [], 'fine');
    } else if (panel?.dataset.state !== 'fine') {
      panel?.remove();
      panel = null;
    }
    return;
  }
  sessionStorage.setItem(HAD_PROBLEMS, 'yes');
  const counts = [];
  if (errors > 0) {
    counts.push(`${errors} 个错误`);
  }
  if (problems.length > errors) {
    counts.push(`${problems.length - errors} 个警告`);
  }
  fill(counts.join('、'), ownFirst(problems), errors > 0 ? 'error' : 'warning');
}

/**
 * @param {string} summary
 * @param {Problem[]} problems
 * @param {string} state
 */
function fill(summary, problems, state) {
  if (!panel) {
    panel = document.createElement('div');
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/__gongkai/live.css';
    const status = element('div', 'panel');
    // Said when the reader pauses; it takes the focus from nobody.
    status.setAttribute('role', 'status');
    status.setAttribute('aria-label', '内容问题');
    panel.attachShadow({mode: 'open'}).append(style, status);
    document.body.append(panel);
  }
  panel.dataset.state = state;
  const status = /** @type {HTMLElement} */ (panel.shadowRoot?.querySelector('.panel'));
  status.className = `panel ${state}`;
  if (problems.length === 0) {
    status.replaceChildren(element('p', 'summary', summary));
    return;
  }
  const details = document.createElement('details');
  details.open = state === 'error' && sessionStorage.getItem(CLOSED) !== summary;
  details.addEventListener('toggle', () => {
    if (details.open) {
      sessionStorage.removeItem(CLOSED);
    } else {
      sessionStorage.setItem(CLOSED, summary);
    }
  });
  const list = document.createElement('ul');
  for (const problem of problems.slice(0, MOST_LISTED)) {
    const item = element('li', problem.severity);
    item.append(
        element('p', 'place', `${problem.file}:${problem.line}`),
        element('p', 'what', (problem.severity === 'error' ? '错误：' : '警告：') + problem.what),
        element('p', 'fix', problem.fix));
    list.append(item);
  }
  if (problems.length > MOST_LISTED) {
    list.append(element('li', '', `另有 ${problems.length - MOST_LISTED} 个，见运行 gongkai serve 的窗口。`));
  }
  details.append(element('summary', 'summary', summary), list);
  status.replaceChildren(details);
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} [text]
 */
function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

document.addEventListener('visibilitychange', listenWhileSeen);
addEventListener('pagehide', () => source?.close());
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});
listenWhileSeen();

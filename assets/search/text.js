// The text of a published page; htmlText is the same as HtmlText in Java.

const INLINE = /^(a|abbr|b|bd[io]|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|u|var|wbr)$/i;
const ENTITIES = {amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\xa0'};

/** The text of clean HTML. */
export const htmlText = (html) => html.replace(
  /<!--[^]*?-->|<span class="tag [^>]*>[^<]*<\/span>|<\/?([a-zA-Z][a-zA-Z0-9]*)[^>]*>|&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(#?[a-zA-Z0-9]+));/g,
  (all, tag, decimal, hex, name) => {
    const c = hex ? parseInt(hex, 16) : +decimal;
    return tag ? INLINE.test(tag) ? '' : ' ' : name ? ENTITIES.hasOwnProperty(name) ? ENTITIES[name] : ' '
      : c >= 0 ? c > 0x10ffff ? ' ' : String.fromCodePoint(c) : '';
  },
);

/** What a published page marks to be searched: {title, body, tasks: [{n, text}]}. */
export function pageText(html) {
  const text = {title: '', body: '', tasks: []};
  const marked = /<tr[^>]* id="task-(\d+)"|<(\w+)[^>]* data-search="(\w+)"[^>]*>/g;
  let n = 0;
  for (let found; (found = marked.exec(html));) {
    const [, task, tag, part] = found;
    if (task) {
      n = +task;
      continue;
    }
    const ends = new RegExp(`<(/?)${tag}\\b`, 'g');
    const start = ends.lastIndex = marked.lastIndex;
    let end;
    for (let depth = 1; depth && (end = ends.exec(html));) depth += end[1] ? -1 : 1;
    marked.lastIndex = end ? end.index : html.length;
    const inner = htmlText(html.slice(start, marked.lastIndex));
    if (part === 'task') text.tasks.push({n, text: inner});
    else text[part] = inner;
  }
  return text;
}

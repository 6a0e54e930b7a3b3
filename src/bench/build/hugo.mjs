// The same column as a Hugo site: the same notices, task tables, lists, topics and units, in a layout of about the same size.
import fs from 'node:fs';
import path from 'node:path';

const CONFIG = `baseURL = "https://sample.example/xxgk/"
languageCode = "zh-CN"
title = "样例县政府信息公开专栏"
paginate = 20
disableKinds = ["RSS"]
[taxonomies]
topic = "topics"
unit = "units"
validity = "validity"
`;

const BASE = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="SiteName" content="{{ site.Title }}">
<meta name="ColumnName" content="政府信息公开">
{{ if eq .Kind "page" }}<meta name="ArticleTitle" content="{{ .Title }}">
<meta name="PubDate" content="{{ .Date.Format "2006-01-02" }}">
<meta name="ContentSource" content="{{ .Params.publisher }}">
<meta name="Description" content="{{ .Summary | plainify | truncate 100 }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="{{ "css/site.css" | relURL }}">
</head>
<body>
<a class="skip" href="#main">跳到正文</a>
<header class="masthead"><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
<form class="search" role="search" action="{{ "search/" | relURL }}"><label for="search">搜索公开信息</label><input id="search" name="q"><button>搜索</button></form>
<nav class="sections" aria-label="专栏"><ul><li><a href="{{ "/" | relURL }}">首页</a></li><li><a href="{{ "notices/" | relURL }}">全部公开信息</a></li></ul></nav></header>
<div class="columns">
<main id="main">
<nav class="crumbs" aria-label="当前位置"><ol><li><a href="{{ "/" | relURL }}">首页</a></li><li aria-current="page">{{ .Title }}</li></ol></nav>
{{ block "main" . }}{{ end }}
</main>
<nav class="sidebar" aria-label="查找"><h2>查找公开信息</h2><ul>{{ range slice "notices" "topics" "validity" "units" }}<li><a href="{{ printf "%s/" . | relURL }}">{{ . }}</a></li>{{ end }}</ul></nav>
</div>
<footer class="footer"><ul><li>网站主办单位：样例县人民政府办公室</li><li>网站标识码：3799000003</li></ul></footer>
</body>
</html>
`;

const SINGLE = `{{ define "main" }}<article class="notice"><h1>{{ .Title }}</h1>
<dl class="metadata">
{{ range slice "indexNumber" "documentNumber" "publisher" "documentDate" "state" }}{{ $name := . }}{{ with index $.Params (lower .) }}<div><dt>{{ $name }}</dt><dd>{{ . }}</dd></div>{{ end }}{{ end }}
<div><dt>发布日期</dt><dd>{{ .Date.Format "2006-01-02" }}</dd></div>
<div><dt>主题分类</dt><dd>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</dd></div>
</dl>
<div class="body">{{ .Content }}</div>
{{ with .Params.tasks }}<table class="tasks"><caption>任务分解表</caption><thead><tr><th>序号</th><th>要求</th><th>责任单位</th><th>完成时限</th></tr></thead><tbody>
{{ range . }}<tr id="task-{{ .n }}"><th>{{ .n }}</th><td>{{ .requirement }}</td><td>{{ .units }}</td><td>{{ .deadline }}</td></tr>
{{ end }}</tbody></table>{{ end }}
</article>{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $paginator := .Paginate (where .RegularPagesRecursive "Kind" "page") }}
{{ if in (slice "term" "taxonomy") .Kind }}{{ $paginator = .Paginate .Pages }}{{ end }}
<ol class="notices">{{ range $paginator.Pages }}<li class="item"><a class="item-title" href="{{ .RelPermalink }}">{{ .Title }}</a>
<p class="item-facts"><span class="tag">{{ .Params.state }}</span> <span>{{ .Params.documentNumber }}</span> <span>{{ .Params.publisher }}</span> <time>{{ .Date.Format "2006-01-02" }}</time></p></li>
{{ end }}</ol>
{{ template "_internal/pagination.html" . }}{{ end }}
`;

/**
 * Writes the site.
 * @param {string} column the sources
 * @param {string} built what gongkai made of them: its data tell what is shown
 * @param {string} out
 */
export function writeHugoSite(column, built, out) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(built, 'data', name), 'utf8'));
  const tasks = Map.groupBy ? Map.groupBy(read('tasks.json'), (task) => task.notice) : grouped(read('tasks.json'));
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(out, name)), {recursive: true});
    fs.writeFileSync(path.join(out, name), text);
  };
  fs.rmSync(out, {recursive: true, force: true});
  write('config.toml', CONFIG);
  write('layouts/_default/baseof.html', BASE);
  write('layouts/_default/single.html', SINGLE);
  write('layouts/_default/list.html', LIST);
  fs.mkdirSync(path.join(out, 'static/css'), {recursive: true});
  fs.copyFileSync(path.join(built, 'css/site.css'), path.join(out, 'static/css/site.css'));
  const notices = read('notices.json');
  for (const year of new Set(notices.map(({id}) => id.slice(0, 4)))) write(`content/notices/${year}/_index.md`, `---\ntitle: ${year}年\n---\n`);
  for (const notice of notices) {
    const own = tasks.get(notice.id) || [];
    const unitsOf = (task) => [...task.leadUnits, ...task.responsibleUnits];
    // JSON is front matter to Hugo, too.
    const matter = {
      title: notice.title, date: notice.publicationDate, indexNumber: notice.indexNumber, documentNumber: notice.documentNumber,
      publisher: notice.publisher, documentDate: notice.documentDate, state: notice.validity.label,
      topics: notice.subjects, validity: [notice.validity.code],
      units: [...new Set(own.flatMap((task) => unitsOf(task).flatMap((unit) => unit.members || unit.unit || [])))],
      tasks: own.map((task, i) => ({n: i + 1, requirement: task.requirement, units: unitsOf(task).map((unit) => unit.name).join('、'), deadline: task.deadline.text})),
    };
    const source = fs.readFileSync(path.join(column, 'content/notices', `${notice.id}.md`), 'utf8');
    write(`content/notices/${notice.id}.md`, `${JSON.stringify(matter, null, 1)}\n\n${source.replace(/^---\n[^]*?\n---\n/, '')}`);
  }
}

function grouped(tasks) {
  const groups = new Map();
  for (const task of tasks) groups.set(task.notice, [...(groups.get(task.notice) || []), task]);
  return groups;
}

// Compares the search with Pagefind: both indexes built from the same pages, both asked by the same browser. See README.md.
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {ENGINES, NETWORK, open} from './browser.mjs';
import {draw} from './queries.mjs';
import {serve} from './server.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const AS_OF = '2026-11-22';
const {values: options} = parseArgs({
  options: {
    notices: {type: 'string', default: '1000'},
    site: {type: 'string'},
    rounds: {type: 'string', default: '1'},
    runs: {type: 'string', default: '3'},
    gongkai: {type: 'string', default: path.resolve(HERE, '../../..')},
    plain: {type: 'string'},
    work: {type: 'string'},
    chromium: {type: 'string', default: '/usr/bin/chromium'},
    fresh: {type: 'boolean', default: false},
    java: {type: 'string', default: ''},
    compare: {type: 'boolean', default: false},
    'without-pagefind': {type: 'boolean', default: false},
  },
});
const work = path.resolve(options.work || path.join(options.gongkai, 'target/search-benchmark', options.site ? 'site' : options.notices));
const column = path.join(work, 'column');
const site = path.resolve(options.site || path.join(work, 'site'));
const pages = path.join(work, 'pages');
const pagefind = path.join(work, 'pagefind');
fs.mkdirSync(work, {recursive: true});

const builds = await buildOnce();
const asked = await askAll();
const result = {
  ...machine(), network: NETWORK, runs: +options.runs, builds, versions: {...versions(), chromium: asked.chromium}, queries: asked.queries,
};
fs.writeFileSync(path.join(work, 'result.json'), `${JSON.stringify(result, null, 1)}\n`);
print(result);

/** Builds the site and both indexes, unless that was done before. */
async function buildOnce() {
  const file = path.join(work, 'builds.json');
  if (fs.existsSync(file) && !options.fresh) return JSON.parse(fs.readFileSync(file, 'utf8'));
  const found = {load: os.loadavg()[0]};
  if (!options.site) {
    fs.rmSync(column, {recursive: true, force: true});
    run('sample', [launcher(options.gongkai), 'sample', '--notices', options.notices, '--out', column]);
    found.gongkai = build(options.gongkai, site);
    found.stage = stage(options.gongkai);
    if (options.plain) {
      const plain = path.join(work, 'plain-site');
      run('help', [launcher(options.plain), '--help']);
      found.withoutSearch = build(options.plain, plain);
      fs.rmSync(plain, {recursive: true, force: true});
    }
  }
  const notices = JSON.parse(fs.readFileSync(path.join(site, 'data/notices.json'), 'utf8'));
  found.notices = notices.length;
  if (!options['without-pagefind']) found.pagefind = buildPagefind(notices);
  fs.writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
  return found;
}

function buildPagefind(notices) {
  // Pagefind is shown the pages of the notices alone, and of these the main part.
  fs.rmSync(pages, {recursive: true, force: true});
  for (const {url} of notices) {
    const folder = path.join(pages, decodeURIComponent(url));
    fs.mkdirSync(folder, {recursive: true});
    fs.copyFileSync(path.join(site, decodeURIComponent(url), 'index.html'), path.join(folder, 'index.html'));
  }
  fs.rmSync(pagefind, {recursive: true, force: true});
  const program = path.join(HERE, 'node_modules/pagefind', JSON.parse(fs.readFileSync(path.join(HERE, 'node_modules/pagefind/package.json'), 'utf8')).bin);
  const built = run('pagefind', [process.execPath, program, '--site', pages, '--root-selector', 'main', '--output-path', pagefind]);
  // Its ready-made interfaces are not part of the index.
  return {...built, ...sizeOf(pagefind, (name) => !/(?:ui|highlight)\.(?:js|css)$/.test(name))};
}

function launcher(project) {
  return path.join(path.resolve(project), process.platform === 'win32' ? 'gongkai.cmd' : 'gongkai');
}

function build(project, out) {
  fs.rmSync(out, {recursive: true, force: true});
  process.env.GONGKAI_JAVA_OPTIONS = options.java;
  const measured = run('build', [launcher(project), 'build', '--source', column, '--out', out, '--as-of', AS_OF]);
  return {...measured, ...sizeOf(path.join(out, 'search'), () => true)};
}

/** Index and export by themselves, in a process that has read the column, with the launcher's options; its peak memory has the reading in it. */
function stage(project) {
  const out = path.join(work, 'search-alone');
  fs.rmSync(out, {recursive: true, force: true});
  fs.mkdirSync(out);
  const measured = run('stage', javaOf(project, 'SearchStage', [out, AS_OF]));
  return {...JSON.parse(measured.output), peakMegabytes: measured.peakMegabytes};
}

/** A program of ../java, with the launcher's options. */
function javaOf(project, name, rest) {
  return [
    process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/java') : 'java',
    `-XX:SharedArchiveFile=${path.join(project, 'target/app/gongkai.jsa')}`, '-Xshare:auto', '-Xlog:disable',
    '-XX:TieredStopAtLevel=1', '-XX:+UseParallelGC', '-XX:GCTimeRatio=19', '-Xmn320m', '-XX:InitialRAMPercentage=10', '-XX:MetaspaceSize=96m',
    ...options.java.split(' ').filter((each) => each), `-Dgongkai.home=${project}`,
    '-cp', path.join(project, 'target/app/gongkai.jar'), path.join(HERE, `../java/org/gongkai/${name}.java`),
    path.resolve(project), column, ...rest,
  ];
}

/** Notes of each query whether the browser found what Lucene finds: the same documents in the same order, with the bits of each score. */
function compare(queries) {
  const file = path.join(work, 'queries.txt');
  fs.writeFileSync(file, queries.map(({query}) => `${query}\n`).join(''));
  const [java, ...rest] = javaOf(options.gongkai, 'SearchAnswers', [file, AS_OF]);
  const lines = execFileSync(java, rest, {encoding: 'utf8', maxBuffer: 1e9}).trim().split('\n');
  lines.forEach((line, i) => {
    const {total, hits} = JSON.parse(line);
    const its = queries[i].gongkai;
    queries[i].isLucenes = !its.approximate && (!its.totalIsExact || its.total === total)
      && JSON.stringify(its.scored) === JSON.stringify(hits);
  });
}

/** Runs a command to its end; GNU time tells the whole process's time and memory. */
function run(name, command) {
  const measures = path.join(work, `${name}.time`);
  const ended = spawnSync('/usr/bin/time', ['-o', measures, '-f', '%e %U %S %M', ...command], {encoding: 'utf8', maxBuffer: 1e9});
  if (ended.status !== 0) throw new Error(`${command.join(' ')}\n${ended.error || ended.stdout + ended.stderr}`);
  const [seconds, user, system, kilobytes] = fs.readFileSync(measures, 'utf8').trim().split(' ').map(Number);
  return {seconds, cpuSeconds: +(user + system).toFixed(2), peakMegabytes: Math.round(kilobytes / 1024), output: ended.stdout.slice(-500)};
}

function sizeOf(folder, counts) {
  if (!fs.existsSync(folder)) return {files: 0, bytes: 0};
  const files = fs.readdirSync(folder, {recursive: true})
    .filter(counts)
    .map((name) => fs.statSync(path.join(folder, name)))
    .filter((each) => each.isFile());
  return {files: files.length, bytes: files.reduce((sum, each) => sum + each.size, 0)};
}

/** Asks all queries, the engines in turn; of several runs the median counts. */
async function askAll() {
  const server = await serve({site, pagefind});
  const browser = await open(options.chromium);
  const engines = ENGINES.filter(canBeAsked);
  const queries = draw(site, +options.rounds);
  // One question that does not count starts the browser's own parts.
  for (const engine of engines) await browser.ask(engine, server.url, queries[0].query);
  for (const query of queries) {
    for (const engine of engines) {
      const runs = [];
      for (let i = 0; i < +options.runs; i++) runs.push(await browser.ask(engine, server.url, query.query));
      const [first] = runs;
      query[engine] = {
        ms: median(runs.map((each) => each.ms)),
        bytes: median(runs.map((each) => each.bytes)),
        requests: first.requests,
        total: first.total,
        ...(first.kind && {kind: first.kind, scored: first.scored, approximate: first.approximate, totalIsExact: first.totalIsExact}),
        ...(query.notice && {found: first.urls.some((url) => decodeURIComponent(url).endsWith(query.notice))}),
      };
    }
  }
  await browser.close();
  server.close();
  if (options.compare) compare(queries);
  return {chromium: browser.version, queries};
}

/** Sites of older versions have an index only, or no client, or pages that excerpts cannot be read from. */
function canBeAsked(engine) {
  if (engine === 'pagefind') return !options['without-pagefind'];
  const [{url}] = JSON.parse(fs.readFileSync(path.join(site, 'data/notices.json'), 'utf8'));
  const page = fs.readFileSync(path.join(site, decodeURIComponent(url), 'index.html'), 'utf8');
  return fs.existsSync(path.join(site, 'search/client.js')) && (engine !== 'gongkai with excerpts' || page.includes('data-search='));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: {cpu: os.cpus()[0].model, cores: os.cpus().length, gigabytes: Math.round(os.totalmem() / 2 ** 30), loadAtEnd: os.loadavg()[0]},
  };
}

function versions() {
  const of = (name) => JSON.parse(fs.readFileSync(path.join(HERE, 'node_modules', name, 'package.json'), 'utf8')).version;
  const java = spawnSync('java', ['-version'], {encoding: 'utf8'}).stderr.split('\n')[0];
  let commit = null;
  try {
    commit = execFileSync('git', ['-C', options.gongkai, 'rev-parse', '--short', 'HEAD'], {encoding: 'utf8'}).trim();
  } catch {
    // Not a checkout.
  }
  return {pagefind: of('pagefind'), playwright: of('playwright-core'), node: process.version, java, commit};
}

/** Writes the result as Markdown. */
function print({builds, queries, versions, machine, date}) {
  const engines = ENGINES.filter((engine) => queries[0][engine]);
  const kb = (bytes) => (bytes / 1000).toFixed(1);
  const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
  console.log(`${builds.notices} notices; ${queries.length} queries, each the median of ${options.runs} runs in a fresh browser; ${NETWORK.latencyMs} ms, ${NETWORK.megabitsPerSecond} Mbit/s.`);
  console.log(`${date}, ${machine.cpu}, ${machine.cores} cores, load ${builds.load.toFixed(1)} before the builds and ${machine.loadAtEnd.toFixed(1)} at the end; Pagefind ${versions.pagefind}, Chromium ${versions.chromium}, ${versions.java}.\n`);
  row('build', 'seconds', 'CPU seconds', 'peak MB', 'files', 'MB');
  row('---', '--:', '--:', '--:', '--:', '--:');
  const built = {'pagefind (index only)': builds.pagefind, 'gongkai (whole site with search)': builds.gongkai, 'gongkai (whole site, without search)': builds.withoutSearch};
  for (const [name, each] of Object.entries(built)) {
    if (each) row(name, each.seconds, each.cpuSeconds, each.peakMegabytes, each.files, (each.bytes / 1e6).toFixed(2));
  }
  if (builds.stage) {
    const {seconds, cpuSeconds, peakMegabytes} = builds.stage;
    row('gongkai (search alone, of a column that is read)', seconds, cpuSeconds, peakMegabytes, '', '');
    console.log("\nThe memory of the search alone is the whole process's, with the reading.");
  }
  console.log();
  row('engine', 'mean KB', 'median KB', 'worst KB', 'mean ms', 'median ms', 'worst ms', 'mean requests', 'exact ones found');
  row('---', ...Array(8).fill('--:'));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const figures = (engine, what) => queries.map((query) => query[engine][what]);
  for (const engine of engines) {
    const bytes = figures(engine, 'bytes');
    const ms = figures(engine, 'ms');
    const exact = queries.filter((query) => query.notice);
    row(engine, kb(mean(bytes)), kb(median(bytes)), kb(Math.max(...bytes)), Math.round(mean(ms)), Math.round(median(ms)), Math.round(Math.max(...ms)),
      mean(figures(engine, 'requests')).toFixed(1), `${exact.filter((query) => query[engine].found).length} of ${exact.length}`);
  }
  if (engines.includes('gongkai') && engines.includes('pagefind')) {
    const ratio = (what, of) => (of(figures('pagefind', what)) / of(figures('gongkai', what))).toFixed(1);
    const worst = (values) => Math.max(...values);
    row('pagefind / gongkai', ...['bytes', 'ms'].flatMap((what) => [mean, median, worst].map((of) => ratio(what, of))), '', '');
  }
  if (options.compare) console.log(`\nAs Lucene answers, to the bits of each score: ${queries.filter((query) => query.isLucenes).length} of ${queries.length}.`);
  console.log();
  row('kind', 'query', ...engines.flatMap((engine) => [`${engine}: KB`, 'ms', 'results']));
  row('---', '---', ...engines.flatMap(() => ['--:', '--:', '--:']));
  for (const query of queries.slice(0, 10)) {
    row(query.kind, query.query, ...engines.flatMap((engine) => [kb(query[engine].bytes), Math.round(query[engine].ms), query[engine].total]));
  }
}

// Compares whole builds with Hugo and Pagefind on the same content, from 1,000 notices on. See README.md.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {writeHugoSite} from './hugo.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const AS_OF = '2026-11-22';
const {values: options} = parseArgs({
  options: {
    notices: {type: 'string', default: '1000'},
    runs: {type: 'string', default: '3'},
    gongkai: {type: 'string', default: path.resolve(HERE, '../../..')},
    java: {type: 'string', default: ''},
    'without-pagefind': {type: 'boolean', default: false},
    work: {type: 'string'},
  },
});
const work = path.resolve(options.work || path.join(options.gongkai, 'target/build-benchmark'));
const launcher = path.join(path.resolve(options.gongkai), process.platform === 'win32' ? 'gongkai.cmd' : 'gongkai');
const environment = {...process.env, GONGKAI_JAVA_OPTIONS: options.java};
const hasHugo = spawnSync('hugo', ['version']).status === 0;
const pagefind = !options['without-pagefind'] && programOf('pagefind');

measure('help', [launcher, '--help']);
const java = (name) => (process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin', name) : name);
const app = path.join(path.resolve(options.gongkai), 'target/app');
const stage = path.join(work, 'stage');
measure('compile', [java('javac'), '-d', stage, '-cp', path.join(app, 'gongkai.jar'), path.join(HERE, '../java/org/gongkai/PagesStage.java')]);
const sizes = options.notices.split(',').map(Number);
const folders = [];
const results = sizes.map(compare);
fs.writeFileSync(path.join(work, 'result.json'), `${JSON.stringify({machine: machine(), results}, null, 1)}\n`);
print(results);
for (const folder of folders) fs.rmSync(folder, {recursive: true, force: true});

/** Builds one column with everything that is there, each so many times, in turn. */
function compare(notices) {
  // A new folder for each run, and nothing is deleted before the end: a file system without a journal passes over the
  // numbers of files that were deleted in the last minutes, one by one, for each new file.
  const folder = path.join(work, `${notices}-${Date.now()}`);
  const at = (name) => path.join(folder, name);
  const column = at('column');
  fs.mkdirSync(folder, {recursive: true});
  folders.push(folder);
  measure('sample', [launcher, 'sample', '--notices', String(notices), '--out', column]);
  const build = (site, name, ...more) => {
    const measured = measure(name, [launcher, 'build', '--source', column, '--out', site, '--as-of', AS_OF, ...more]);
    return {...measured, ...sizeOf(site)};
  };
  // Once unmeasured: files are in the system's memory then, for all alike.
  build(at('warm-up'), 'warm-up');
  const runs = [];
  for (let run = 0; run < +options.runs; run++) {
    const found = {};
    const site = at(`site-${run}`);
    found['gongkai, everything'] = build(site, 'full', '--clean');
    found['gongkai again, nothing edited'] = build(site, 'again');
    edit(column, run);
    found['gongkai again, one notice edited'] = build(site, 'edited');
    const alone = at(`pages-${run}`);
    found['gongkai, pages alone'] = {...measure('pages', pagesAlone(column, alone)), ...sizeOf(alone)};
    if (hasHugo) {
      const source = at(`hugo-${run}`), pages = at(`hugo-site-${run}`);
      writeHugoSite(column, at('warm-up'), source);
      found['Hugo, pages alone'] = {...measure('hugo', ['hugo', '--quiet', '--source', source, '--destination', pages]), ...sizeOf(pages)};
    }
    if (pagefind) {
      const index = at(`pagefind-${run}`);
      found['Pagefind, index alone'] = {
        ...measure('pagefind', [process.execPath, pagefind, '--site', path.join(site, 'notices'), '--root-selector', 'main', '--output-path', index]),
        ...sizeOf(index),
      };
    }
    // Writing the finished site once more is the least that any build costs.
    const copy = at(`copy-${run}`);
    found['copying the finished site'] = {...measure('copy', ['cp', '-r', site, copy]), ...sizeOf(copy)};
    runs.push(found);
  }
  const medians = {};
  for (const name of Object.keys(runs[0])) {
    const of = (what) => median(runs.map((run) => run[name][what]));
    medians[name] = {
      seconds: of('seconds'), cpuSeconds: of('cpuSeconds'), megabytes: of('megabytes'), pages: of('pages'), files: of('files'), bytes: of('bytes'),
      stages: runs[0][name].stages,
    };
  }
  return {notices, runs: +options.runs, load: os.loadavg()[0], medians};
}

/** What makes the pages and nothing else, with the launcher's options. */
function pagesAlone(column, out) {
  return [
    java('java'), `-XX:SharedArchiveFile=${path.join(app, 'gongkai.jsa')}`, '-Xshare:auto', '-Xlog:disable', '-XX:TieredStopAtLevel=1',
    '-XX:+UseParallelGC', '-XX:GCTimeRatio=19', '-Xmn320m', '-XX:InitialRAMPercentage=10', '-XX:MetaspaceSize=96m',
    ...options.java.split(' ').filter(Boolean), `-Dgongkai.home=${path.resolve(options.gongkai)}`,
    '-cp', [path.join(app, 'gongkai.jar'), stage].join(path.delimiter), 'org.gongkai.PagesStage',
    path.resolve(options.gongkai), column, out, AS_OF,
  ];
}

/** Changes a sentence of one notice, another one each time. */
function edit(column, run) {
  const folder = path.join(column, 'content/notices');
  const year = fs.readdirSync(folder).sort().at(-1);
  const file = path.join(folder, year, fs.readdirSync(path.join(folder, year)).filter((name) => name.endsWith('.md')).sort()[run]);
  fs.writeFileSync(file, `${fs.readFileSync(file, 'utf8')}\n这是第${run + 1}次改动。\n`);
}

/** Runs a command to its end; GNU time tells the whole process's time and memory (of the largest process). */
function measure(name, command) {
  fs.mkdirSync(work, {recursive: true});
  const file = path.join(work, `${name}.time`);
  const ended = spawnSync('/usr/bin/time', ['-o', file, '-f', '%e %U %S %M', ...command], {encoding: 'utf8', maxBuffer: 1e9, env: environment});
  if (ended.status !== 0) throw new Error(`${command.join(' ')}\n${ended.error || ended.stdout + ended.stderr}`);
  const [seconds, user, system, kilobytes] = fs.readFileSync(file, 'utf8').trim().split(' ').map(Number);
  const stages = /^用时.*$/m.exec(ended.stdout + ended.stderr)?.[0];
  return {seconds, cpuSeconds: +(user + system).toFixed(2), megabytes: Math.round(kilobytes / 1024), stages};
}

function sizeOf(folder) {
  const files = fs.readdirSync(folder, {recursive: true}).map((name) => path.join(folder, name)).filter((name) => fs.statSync(name).isFile());
  return {
    files: files.length, pages: files.filter((name) => name.endsWith('.html')).length,
    bytes: files.reduce((sum, name) => sum + fs.statSync(name).size, 0),
  };
}

function programOf(name) {
  const folder = path.join(HERE, 'node_modules', name);
  const file = path.join(folder, 'package.json');
  return fs.existsSync(file) && path.join(folder, JSON.parse(fs.readFileSync(file, 'utf8')).bin);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function machine() {
  return {date: new Date().toISOString().slice(0, 10), cpu: os.cpus()[0].model, cores: os.cpus().length, gigabytes: Math.round(os.totalmem() / 2 ** 30)};
}

/** Writes the results as Markdown. */
function print(results) {
  const {date, cpu, cores, gigabytes} = machine();
  const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
  const to = (value, digits) => value.toFixed(digits);
  for (const {notices, runs, load, medians} of results) {
    console.log(`\n${notices} notices, medians of ${runs}; ${date}, ${cpu}, ${cores} cores, ${gigabytes} GiB, load ${to(load, 1)} at the end.\n`);
    row('', 'seconds', 'CPU seconds', 'peak MB', 'pages', 'files', 'MB');
    row('---', ...Array(6).fill('--:'));
    for (const [name, each] of Object.entries(medians)) {
      row(name, to(each.seconds, 1), to(each.cpuSeconds, 1), each.megabytes, each.pages, each.files, to(each.bytes / 1e6, 1));
    }
    const full = medians['gongkai, everything'], hugo = medians['Hugo, pages alone'], index = medians['Pagefind, index alone'];
    if (full.stages) console.log(`\n${full.stages}`);
    const alone = medians['gongkai, pages alone'];
    if (hugo) console.log(`\nPages alone, Hugo to gongkai: time ${to(hugo.seconds / alone.seconds, 2)}, memory ${to(hugo.megabytes / alone.megabytes, 2)}.`);
    if (hugo && index) {
      const peak = Math.max(hugo.megabytes, index.megabytes);
      console.log(`\nHugo and Pagefind to gongkai: time ${to((hugo.seconds + index.seconds) / full.seconds, 2)}, memory ${to(peak / full.megabytes, 2)}.`);
    } else {
      console.log(`\nNot compared: ${[!hugo && 'hugo', !index && 'pagefind'].filter(Boolean).join(', ')} is not there.`);
    }
    console.log(`One edited notice: ${to(medians['gongkai again, one notice edited'].seconds / full.seconds, 3)} of everything.`);
  }
  if (results.length > 1) {
    console.log('\nGrowth, seconds for 1,000 notices:');
    for (const {notices, medians} of results) console.log(`- ${notices}: ${to(medians['gongkai, everything'].seconds / notices * 1000, 2)}`);
  }
}

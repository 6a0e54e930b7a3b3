// Reads an exported search index with one of its files made odd, many times over. Prints what was found as JSON.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {gunzipSync, gzipSync} from 'node:zlib';

const [site, iterations, seed] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const {openIndex} = await import(pathToFileURL(join(site, 'search/client.js')));
const BASE = 'http://site.example/';
const SLOW = 20000;

const QUESTIONS = [
  (index) => index.search('贯彻执行 道路', {facets: true}),
  (index) => index.search('样政办发〔2023〕7号'),
  (index) => index.search('daoluyanghu'),
  (index) => index.search('', {filters: {unit: ['zhengfuban']}, sort: 'newest'}),
  (index) => index.search('道路 -桥梁', {facets: true, units: true, limit: 50}),
  (index) => index.search('不存在的路网', {sort: 'newest'}),
  (index) => index.suggest('道路'),
];

const files = new Map();
for (const each of readdirSync(site, {recursive: true, withFileTypes: true})) {
  if (each.isFile()) {
    const path = join(each.parentPath ?? each.path, each.name);
    files.set(path.slice(site.length + 1).replaceAll('\\', '/'), readFileSync(path));
  }
}

/** Numbers below n, the same ones for the same seed (mulberry32). */
let state = seed;
function random(n) {
  state = state + 0x6d2b79f5 | 0;
  let t = Math.imul(state ^ state >>> 15, 1 | state);
  t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
  return ((t ^ t >>> 14) >>> 0) % n;
}
const pick = (from) => from[random(from.length)];

function garbled(bytes) {
  const odd = Buffer.from(bytes);
  const at = random(bytes.length || 1);
  switch (random(6)) {
    case 0: return odd.subarray(0, at);
    case 1: return Buffer.concat([odd.subarray(0, at), odd.subarray(at + 1 + random(9))]);
    case 2: return Buffer.concat([odd.subarray(0, at), Buffer.from([random(256), 255, 255, 255, 127]), odd.subarray(at)]);
    case 3: return Buffer.concat([odd.subarray(0, at), pick([...files.values()]).subarray(random(50))]);
    default:
      for (let i = 0; i <= random(4); i++) if (odd.length) odd[random(odd.length)] ^= 1 << random(8);
      return odd;
  }
}

/** The answer, or the error by its name and code; `served` are the paths that were read. */
async function ask(question, odd, served = []) {
  const fetch = async (href) => {
    const path = decodeURI(href.slice(BASE.length));
    served.push(path);
    const bytes = path === odd?.path ? odd.bytes : files.get(path) ?? files.get(path + 'index.html');
    return {
      ok: !!bytes,
      status: bytes ? 200 : 404,
      text: async () => new TextDecoder().decode(bytes),
      arrayBuffer: async () => Uint8Array.from(bytes).buffer,
    };
  };
  try {
    const answer = await question(await openIndex(BASE + 'search/', {fetch}));
    return JSON.stringify(answer, (key, value) => (key === 'bytes' ? undefined : value));
  } catch (error) {
    return error.name === 'SearchError' ? `SearchError ${error.code}` : `THREW ${error.stack}`;
  }
}

const finds = {};
const counts = {told: 0, right: 0, read: 0};
const sound = [];
for (const question of QUESTIONS) {
  const served = [];
  const right = await ask(question, null, served);
  if (!/^[[{]/.test(right)) throw new Error(right);
  sound.push({question, right, paths: [...new Set(served)].filter((path) => /\.(bin|json)$/.test(path))});
}
for (let i = 0; i < iterations; i++) {
  const {question, right, paths} = pick(sound);
  const path = pick(paths);
  const bytes = files.get(path);
  // With the checksum made good, what is inside may be wrong, but its reader must come to an end.
  const inside = path.endsWith('.bin') && random(2) === 0;
  let odd = garbled(bytes);
  if (inside) {
    const plain = gunzipSync(bytes);
    const head = plain.indexOf(10) + 1;
    odd = gzipSync(Buffer.concat([plain.subarray(0, head), garbled(plain.subarray(head))]));
  }
  const start = Date.now();
  const got = await ask(question, {path, bytes: odd});
  const what = got.startsWith('THREW') && !inside ? got
    : Date.now() - start > SLOW ? 'slow'
    : got === right ? 'right'
    : /^(SearchError|THREW) /.test(got) ? 'told'
    : inside ? 'read' : 'another answer';
  if (what in counts) counts[what]++;
  else finds[`${what.slice(0, 300)}`] ??= {i, path, question: String(question), odd: odd.toString('base64').slice(0, 2000)};
}
console.log(JSON.stringify({finds, counts}));

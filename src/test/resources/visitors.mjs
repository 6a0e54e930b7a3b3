// Visits a site as many readers at once, from page to page, until it is told to stop by a line on its input.
// Prints a line a visit: when it began and ended (µs), status, path below the site, SHA-1 of what came, as unpacked.
import {createHash} from 'node:crypto';
import {Agent, get} from 'node:http';
import {gunzipSync} from 'node:zlib';

const site = process.argv[2];
const readers = Number(process.argv[3]);
const agent = new Agent({keepAlive: true});
const lines = [];
let going = true;

const now = () => Math.round(performance.now() * 1000);

function fetched(path, packed) {
  return new Promise((resolve) => {
    const began = now();
    const ended = (status, body) => {
      const hash = createHash('sha1').update(body).digest('hex');
      lines.push(`${began} ${now()} ${status} ${hash} ${path}`);
      resolve(status === 200 ? body.toString() : '');
    };
    const request = get(site + path, {agent, headers: packed ? {'accept-encoding': 'gzip'} : {}}, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', () => ended(0, Buffer.alloc(0)));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        // An answer that is cut off ends in an error of its own.
        const whole = answer.complete;
        ended(whole ? answer.statusCode : 0,
            answer.headers['content-encoding'] === 'gzip' && whole ? gunzipSync(body) : body);
      });
    });
    request.on('error', () => ended(0, Buffer.alloc(0)));
  });
}

/** One reader: the front page with what it names, the newest notices, a search. */
async function read(packed) {
  const front = await fetched('', packed);
  for (const [, named] of front.matchAll(/(?:href|src)="(css\/[^"?#]+|scripts\/[^"?#]+)"/g)) {
    await fetched(named, packed);
  }
  for (const [, notice] of front.matchAll(/href="(notices\/\d+\/[^"\/]+\/)"/g)) {
    await fetched(notice, packed);
  }
  const notices = JSON.parse(await fetched('data/notices.json', packed) || '[]');
  for (const {url} of notices.slice(0, 3)) {
    await fetched(url, packed);
  }
  const manifest = JSON.parse(await fetched('search/manifest.json', packed) || 'null');
  if (manifest) {
    await fetched(`search/${manifest.folder}/facets.bin`, false);
  }
  await fetched('validity/', packed);
  await fetched('feed.xml', packed);
}

process.stdin.once('data', () => going = false);
await Promise.all(Array.from({length: readers}, async (_, i) => {
  while (going) {
    await read(i % 2 === 0);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}));
agent.destroy();
process.stdin.destroy();
process.stdout.write(lines.join('\n') + '\n');

// Asks each engine as its own documentation says, each query in a browser that has seen nothing before.
import {chromium} from 'playwright-core';

export const NETWORK = {latencyMs: 50, megabitsPerSecond: 10};

/** What the head of the search page asks for together with its scripts (templates/layout.ftlh). The address of what Pagefind reads first has the time in it. */
const PRELOADED = {gongkai: ['site/search/manifest.json'], 'gongkai with excerpts': ['site/search/manifest.json']};

/** What runs in the page: from nothing to the first ten results with their titles and texts, and how many there are in all. */
const ASK = {
  pagefind: async ({base, query}) => {
    const pagefind = await import(`${base}pagefind/pagefind.js`);
    const found = await pagefind.search(query);
    const hits = await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
    return {total: found.results.length, urls: hits.map((hit) => hit.url)};
  },
  gongkai: async ({base, query}) => {
    const {openIndex} = await import(`${base}site/search/client.js`);
    const index = await openIndex(`${base}site/search/`);
    const found = await index.search(query, {limit: 10});
    const {total, kind, approximate, totalIsExact, hits} = found;
    return {total, kind, approximate, totalIsExact, urls: hits.map((hit) => hit.url), scored: hits.map((hit) => [decodeURIComponent(hit.url), hit.score])};
  },
  // Who imports the client and does not ask for the manifest before waits once more.
  'gongkai without preload': async ({base, query}) => {
    const {openIndex} = await import(`${base}site/search/client.js`);
    const index = await openIndex(`${base}site/search/`);
    const found = await index.search(query, {limit: 10});
    return {total: found.total, kind: found.kind, urls: found.hits.map((hit) => hit.url)};
  },
  // Pagefind's results come with an excerpt; ours show a lead and read the excerpt from the published page, when it is seen.
  'gongkai with excerpts': async ({base, query}) => {
    const {openIndex} = await import(`${base}site/search/client.js`);
    const index = await openIndex(`${base}site/search/`);
    const found = await index.search(query, {limit: 10});
    await Promise.all(found.hits.map((hit) => index.text(hit)));
    return {total: found.total, kind: found.kind, urls: found.hits.map((hit) => hit.url)};
  },
};
export const ENGINES = Object.keys(ASK);

export async function open(executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
  return {version: browser.version(), ask: (engine, base, query) => ask(browser, engine, base, query), close: () => browser.close()};
}

/** @returns {Promise<{ms: number, bytes: number, requests: number, total: number, urls: string[]}>} bytes: heads and bodies, as they came */
async function ask(browser, engine, base, query) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${base}blank`);
    const network = await context.newCDPSession(page);
    const throughput = (NETWORK.megabitsPerSecond * 1e6) / 8;
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false, latency: NETWORK.latencyMs, downloadThroughput: throughput, uploadThroughput: throughput,
    });
    // Playwright sees the requests of workers, too; their sizes are encodedDataLength of Network.loadingFinished.
    const requests = [];
    page.on('request', (request) => requests.push(request));
    const preload = (PRELOADED[engine] || []).map((path) => base + path);
    const head = (href) => {
      const link = Object.assign(document.createElement('link'), {rel: 'preload', as: 'fetch', crossOrigin: '', href});
      document.head.append(link);
    };
    const start = `async (what) => { const start = performance.now(); what.preload.forEach(${head}); const answer = await (${ASK[engine]})(what); return {ms: performance.now() - start, ...answer}; }`;
    const answer = await page.evaluate(`(${start})(${JSON.stringify({base, query, preload})})`);
    let bytes = 0;
    for (const request of requests) {
      const response = await request.response();
      await response.finished();
      const sizes = await request.sizes();
      bytes += sizes.responseBodySize + sizes.responseHeadersSize;
    }
    return {...answer, bytes, requests: requests.length};
  } finally {
    await context.close();
  }
}

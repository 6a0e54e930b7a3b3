// One server for both: the same headers, gzip for text that is not packed yet, no caching hints that favour either.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json'};

/**
 * @param {Object<string, string>} folders by the path's first part
 * @returns {Promise<{url: string, close: function}>}
 */
export function serve(folders) {
  const packed = new Map();
  const server = http.createServer((request, response) => {
    const [, first, ...rest] = decodeURIComponent(new URL(request.url, 'http://any').pathname).split('/');
    if (first === 'blank') return send(response, '.html', Buffer.from('<!DOCTYPE html><title>blank</title>'));
    const root = folders[first] && path.resolve(folders[first]);
    let file = root && path.resolve(root, rest.join('/'));
    if (file && rest.at(-1) === '') file = path.join(file, 'index.html');
    if (!file || !file.startsWith(root + path.sep) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.statusCode = 404;
      return response.end();
    }
    const type = path.extname(file);
    if (!TYPES[type]) return send(response, type, fs.readFileSync(file));
    if (!packed.has(file)) packed.set(file, zlib.gzipSync(fs.readFileSync(file), {level: 9}));
    response.setHeader('Content-Encoding', 'gzip');
    return send(response, type, packed.get(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({
      url: `http://127.0.0.1:${server.address().port}/`,
      close: () => server.close(),
    }));
  });
}

function send(response, type, bytes) {
  response.setHeader('Content-Type', TYPES[type] || 'application/octet-stream');
  response.setHeader('Content-Length', bytes.length);
  response.setHeader('Cache-Control', 'max-age=600');
  response.end(bytes);
}

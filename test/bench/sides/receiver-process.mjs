// Receives webhooks in a process of its own: counts by path, and answers as the path is told to.
import { createServer } from 'node:http';

const counts = new Map();
const doubles = new Map();
let ids = new Map();
let dead = new Map();

const server = createServer({ keepAlive: true }, (request, response) => {
  request.resume();
  request.on('end', () => {
    const how = dead.get(request.url);
    if (how === 'hang') return;
    if (how === 'fail') return void response.writeHead(500).end();
    note(request.url, request.headers['webhook-id']);
    response.writeHead(204).end();
  });
});
server.keepAliveTimeout = 30_000;

function note(path, id) {
  const seen = ids.get(path) ?? new Set();
  if (seen.has(id)) doubles.set(path, (doubles.get(path) ?? 0) + 1);
  ids.set(path, seen.add(id));
  counts.set(path, (counts.get(path) ?? 0) + 1);
  if (wanted !== null && wanted.paths.has(path) && --wanted.left === 0) {
    process.send({ done: Date.now() });
    wanted = null;
  }
}

let wanted = null;
const orders = {
  /** From now on counts anew, and says when `count` requests came to `paths`. */
  expect: ({ paths, count, deadPaths }) => {
    counts.clear();
    doubles.clear();
    ids = new Map();
    dead = new Map(deadPaths);
    wanted = { paths: new Set(paths), left: count };
    process.send({ ready: true });
  },
  tell: () =>
    process.send({ counts: [...counts], doubles: [...doubles.values()].reduce((a, b) => a + b, 0) }),
};
process.on('message', ({ order, ...given }) => orders[order](given));
process.on('disconnect', () => process.exit(0));
server.listen(0, '0.0.0.0', () => process.send({ port: server.address().port }));

// A webhook receiver as a process of its own: checks each delivery with an independent library and keeps it.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const secrets = new Map();
const deliveries = [];
let answer = { status: 204, delayMs: 0 };
/** Told of the next request: as it arrives, or as its answer has gone out. */
let trap = null;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    deliveries.push(record(request, Buffer.concat(chunks).toString('utf8')));
    const { status, delayMs } = answer;
    spring('request');
    response.on('finish', () => spring('answer'));
    setTimeout(() => response.writeHead(status).end(), delayMs);
  });
});

function spring(at) {
  if (trap?.at !== at) return;
  trap.sprung();
  trap = null;
}

function record(request, body) {
  const { headers, url: path } = request;
  return {
    path,
    id: headers['webhook-id'],
    attempt: headers['webhook-attempt'] ?? null,
    replay: headers['webhook-replay'] ?? null,
    verified: isSigned(path, headers, body),
    bytes: Buffer.byteLength(body),
    body: JSON.parse(body),
    at: Date.now(),
  };
}

function isSigned(path, headers, body) {
  try {
    new Webhook(secrets.get(path)).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

const orders = {
  trust: ({ path, secret }) => void secrets.set(path, secret),
  answer: (given) => void (answer = given),
  trap: ({ at }) => new Promise((sprung) => (trap = { at, sprung })),
  deliveries: () => deliveries,
  forget: () => void deliveries.splice(0),
};

process.on('message', async ({ number, order, given }) =>
  process.send({ number, result: (await orders[order](given)) ?? null }),
);
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

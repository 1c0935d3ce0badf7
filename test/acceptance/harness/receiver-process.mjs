// A webhook receiver as a process of its own: checks each delivery with an independent library and keeps it.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const secrets = new Map();
const deliveries = [];
/** What came before the secret was known: the tracker may be quicker than whoever tells it here. */
const early = [];
let answer = { status: 204, delayMs: 0 };
/** Told of the next request: as it arrives, or as its answer has gone out. */
let trap = null;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    take(request, Buffer.concat(chunks).toString('utf8'));
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

function take({ headers, url: path }, body) {
  const delivery = {
    path,
    id: headers['webhook-id'],
    attempt: headers['webhook-attempt'] ?? null,
    replay: headers['webhook-replay'] ?? null,
    verified: isSigned(path, headers, body),
    bytes: Buffer.byteLength(body),
    body: JSON.parse(body),
    at: Date.now(),
  };
  deliveries.push(delivery);
  if (!secrets.has(path)) early.push({ delivery, headers, body });
}

function trust({ path, secret }) {
  secrets.set(path, secret);
  for (const { delivery, headers, body } of early.filter((one) => one.delivery.path === path))
    delivery.verified = isSigned(path, headers, body);
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
  trust,
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

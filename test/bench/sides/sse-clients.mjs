// A thousand clients of an event stream, in a process of their own: counts what each is told, and how late.
import { Agent, get } from 'node:http';

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
let clients = [];
let lags = [];

class Client {
  count = 0;
  last = 0n;
  disorder = 0;
  rest = '';

  constructor(url, key) {
    this.opened = new Promise((resolve, reject) => {
      const headers = key ? { authorization: `Bearer ${key}` } : {};
      this.request = get(url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`HTTP ${response.statusCode}`));
        response.setEncoding('utf8').on('data', (chunk) => this.read(chunk));
        response.on('error', () => undefined);
        resolve();
      });
      this.request.on('error', reject);
    });
  }

  read(chunk) {
    const text = this.rest + chunk;
    let from = 0;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n', from)) {
      if (text.startsWith('id: ', from)) this.take(text, from);
      from = end + 2;
    }
    this.rest = text.slice(from);
  }

  take(text, from) {
    const position = BigInt(text.slice(from + 4, text.indexOf('\n', from)));
    if (position <= this.last) this.disorder += 1;
    this.last = position;
    this.count += 1;
    const at = text.indexOf('"recordedAt":"', from) + 14;
    lags.push(Date.now() - Date.parse(text.slice(at, at + 24)));
  }
}

const orders = {
  async open({ url, keys, count }) {
    clients = [];
    for (let n = 0; n < count; n += 50) {
      const some = Array.from(
        { length: Math.min(50, count - n) },
        (_, each) => new Client(url, keys[(n + each) % keys.length]),
      );
      clients.push(...some);
      await Promise.all(some.map(({ opened }) => opened));
    }
    process.send({ open: clients.length });
  },
  begin() {
    lags = [];
    for (const client of clients) client.count = client.disorder = 0;
    process.send({ begun: true });
  },
  tell() {
    const sorted = lags.sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    const counts = clients.map(({ count }) => count);
    const told = { p50: at(0.5), p99: at(0.99), least: Math.min(...counts), most: Math.max(...counts) };
    process.send({ ...told, disorder: clients.reduce((sum, { disorder }) => sum + disorder, 0) });
  },
  close() {
    for (const { request } of clients) request.destroy();
    process.send({ closed: true });
  },
};
process.on('message', ({ order, ...given }) => {
  Promise.resolve(orders[order](given)).catch((error) => process.send({ error: String(error) }));
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });

// The least an event stream can be: node:http, one text an event, written to every client.
import { createServer } from 'node:http';

const clients = new Set();
const server = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 3000\n\n');
  clients.add(response);
  response.on('close', () => clients.delete(response));
});
let position = 0;
process.on('message', ({ filling }) => {
  const event = { recordedAt: new Date().toISOString(), data: filling };
  const frame = Buffer.from(
    `id: ${++position}\nevent: announcement.published\ndata: ${JSON.stringify(event)}\n\n`,
  );
  for (const client of clients) client.write(frame);
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

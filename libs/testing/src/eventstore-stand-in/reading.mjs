import {
  checkpointResponse,
  eventResponse,
  grpc,
  streamIdentifier,
  streamName,
  streams,
  trailerError,
} from './messages.mjs';

const CHECKPOINT_EVENTS = 32;

/** Answers Streams.Read: a stream or the log, either way, or a subscription to the log. @param {import('./log.mjs').StandInLog} log */
export function readHandler(log) {
  return async (call) => {
    try {
      const options = call.request.getOptions();
      if (options.hasSubscription()) return await subscribe(log, call, options);
      const entries = options.hasStream() ? ofStream(log, call, options) : ofLog(log, options);
      await send(call, entries.slice(0, Math.min(Number(options.getCount()), entries.length)));
      call.end();
    } catch (error) {
      call.destroy(error);
    }
  };
}

function ofStream(log, call, options) {
  const request = options.getStream();
  const name = streamName(request.getStreamIdentifier());
  if (log.tombstones.has(name))
    throw trailerError(grpc.status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': name });
  const entries = log.streams.get(name);
  if (!entries) {
    const missing = new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(name));
    call.write(new streams.ReadResp().setStreamNotFound(missing));
    return [];
  }
  const revision = request.hasRevision() ? Number(request.getRevision()) : undefined;
  if (options.getReadDirection() === 0) return request.hasEnd() ? [] : entries.slice(revision ?? 0);
  return request.hasStart()
    ? []
    : entries.slice(0, revision === undefined ? undefined : revision + 1).reverse();
}

function ofLog(log, options) {
  const request = options.getAll();
  const at = request.hasPosition() && log.indexOf(BigInt(request.getPosition().getCommitPosition()));
  // Forwards includes the position asked for, backwards does not.
  if (options.getReadDirection() === 0) return request.hasEnd() ? [] : log.entries.slice(at || 0);
  return request.hasStart() ? [] : log.entries.slice(0, at === false ? undefined : at).reverse();
}

async function subscribe(log, call, options) {
  const request = options.getAll();
  if (!request)
    throw Object.assign(new Error('Subscriptions to one stream are not imitated'), {
      code: grpc.status.UNIMPLEMENTED,
    });
  let next = request.hasEnd() ? log.entries.length : 0;
  if (request.hasPosition()) next = log.indexOf(BigInt(request.getPosition().getCommitPosition()) + 1n); // exclusive
  const wanted = filterOf(options);
  const interval = CHECKPOINT_EVENTS * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 0);
  call.write(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId('stand-in'),
    ),
  );
  let sinceCheckpoint = 0;
  while (!call.cancelled && !call.destroyed) {
    const batch = log.entries.slice(next, next + CHECKPOINT_EVENTS);
    next += batch.length;
    sinceCheckpoint += batch.length;
    await send(call, batch.filter(wanted));
    if (interval && sinceCheckpoint >= interval) {
      sinceCheckpoint = 0;
      call.write(checkpointResponse(batch.at(-1).position));
    }
    if (next < log.entries.length) continue;
    if (batch.length || !call.caughtUpSent)
      call.write(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
    call.caughtUpSent = true;
    await more(log, call);
  }
}

function filterOf(options) {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byType = filter.hasEventType();
  const expression = byType ? filter.getEventType() : filter.getStreamIdentifier();
  const regex = expression.getRegex() ? new RegExp(expression.getRegex(), 'u') : null;
  const prefixes = expression.getPrefixList();
  return (entry) => {
    const text = byType ? entry.type : entry.stream;
    return regex ? regex.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
  };
}

async function send(call, entries) {
  for (const entry of entries) {
    if (call.cancelled || call.destroyed) return;
    if (!call.write(eventResponse(entry)))
      await until(
        call,
        (done) => call.once('drain', done),
        (done) => call.off('drain', done),
      );
  }
}

/** Until something is appended or the reader is gone. */
function more(log, call) {
  return until(
    call,
    (done) => log.listeners.add(done),
    (done) => log.listeners.delete(done),
  );
}

/** Until what is listened for happens or the reader is gone. */
function until(call, listen, forget) {
  return new Promise((resolve) => {
    const done = () => {
      forget(done);
      call.off('cancelled', done);
      call.off('close', done);
      resolve(undefined);
    };
    listen(done);
    call.once('cancelled', done);
    call.once('close', done);
  });
}

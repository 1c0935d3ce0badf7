import { MAX_APPEND_BYTES } from './log.mjs';
import {
  Any,
  Empty,
  grpc,
  proposedEvent,
  rpcStatus,
  shared,
  streamIdentifier,
  streamName,
  streams,
  trailerError,
} from './messages.mjs';

/** Answers Streams.Append: one call an append. A wrong revision is an answer, everything else an error. @param {import('./log.mjs').StandInLog} log */
export function appendHandler(log) {
  return (call, callback) => {
    /** @type {{ stream: string, expected: import('./log.mjs').Expected }} */ let header;
    const proposed = [];
    call.on('data', (request) => {
      if (request.hasOptions()) header = headerOf(request.getOptions(), 'revision');
      else proposed.push(proposedEvent(request.getProposedMessage()));
    });
    call.on('end', () => {
      const outcome = log.append(header.stream, header.expected, proposed);
      if (outcome.ok) return callback(null, success(outcome));
      if (outcome.reason === 'wrong-version')
        return callback(null, wrongVersion(header.expected, outcome.current));
      callback(refusal(outcome.reason, header.stream));
    });
  };
}

/** Answers Streams.BatchAppend: many appends over one call, told apart by correlation id. @param {import('./log.mjs').StandInLog} log */
export function batchAppendHandler(log) {
  return (call) => {
    const open = new Map();
    call.on('data', (request) => {
      const correlation = request.getCorrelationId();
      const key = correlation.getString();
      if (!open.has(key))
        open.set(key, { ...headerOf(request.getOptions(), 'streamPosition'), proposed: [] });
      const batch = open.get(key);
      batch.proposed.push(...request.getProposedMessagesList().map(proposedEvent));
      if (!request.getIsFinal()) return;
      open.delete(key);
      const late = batch.deadline && batch.deadline < Date.now();
      const outcome = late
        ? { ok: false, reason: 'timeout' }
        : log.append(batch.stream, batch.expected, batch.proposed);
      call.write(batchResponse(correlation, batch, outcome));
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };
}

/** Answers Streams.Tombstone and, since a stand-in never truncates, Streams.Delete alike. @param {import('./log.mjs').StandInLog} log */
export function tombstoneHandler(log, Response) {
  return (call, callback) => {
    log.tombstone(streamName(call.request.getOptions().getStreamIdentifier()));
    callback(null, new Response());
  };
}

function headerOf(options, field) {
  const revision = field === 'revision' ? options.getRevision() : options.getStreamPosition();
  const exact = field === 'revision' ? options.hasRevision() : options.hasStreamPosition();
  const loose = options.hasAny() ? 'any' : options.hasStreamExists() ? 'exists' : -1;
  const stream = streamName(options.getStreamIdentifier());
  const deadline = field === 'revision' ? undefined : options.getDeadline()?.toDate().getTime();
  return { stream, expected: exact ? Number(revision) : loose, deadline };
}

function success({ revision, position }) {
  const at = new streams.AppendResp.Position()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  return new streams.AppendResp().setSuccess(
    new streams.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(at),
  );
}

function wrongVersion(expected, current) {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'exists') wrong.setExpectedStreamExists(new shared.Empty());
  else if (expected === -1) wrong.setExpectedNoStream(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

function refusal(reason, stream) {
  if (reason === 'too-large')
    return trailerError(grpc.status.INVALID_ARGUMENT, 'maximum-append-size-exceeded', {
      'maximum-append-size': String(MAX_APPEND_BYTES),
    });
  if (reason === 'deleted')
    return trailerError(grpc.status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': stream });
  return trailerError(grpc.status.INVALID_ARGUMENT, 'invalid-transaction');
}

function batchResponse(correlation, batch, outcome) {
  const response = new streams.BatchAppendResp()
    .setCorrelationId(correlation)
    .setStreamIdentifier(streamIdentifier(batch.stream));
  if (!outcome.ok) return response.setError(batchError(batch, outcome));
  const at = new shared.AllStreamPosition()
    .setCommitPosition(String(outcome.position))
    .setPreparePosition(String(outcome.position));
  return response.setSuccess(
    new streams.BatchAppendResp.Success().setCurrentRevision(String(outcome.revision)).setPosition(at),
  );
}

function batchError(batch, outcome) {
  const [name, detail] = batchErrorDetail(batch, outcome);
  const any = new Any();
  any.pack(detail.serializeBinary(), `event_store.client.${name}`);
  return new rpcStatus.Status().setMessage(name).setDetails(any);
}

function batchErrorDetail(batch, outcome) {
  switch (outcome.reason) {
    case 'wrong-version':
      return ['WrongExpectedVersion', wrongVersionDetail(batch.expected, outcome.current)];
    case 'too-large':
      return [
        'MaximumAppendSizeExceeded',
        new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_BYTES),
      ];
    case 'deleted':
      return [
        'StreamDeleted',
        new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(batch.stream)),
      ];
    case 'timeout':
      return ['Timeout', new shared.Timeout()];
    default:
      return ['InvalidTransaction', new shared.InvalidTransaction()];
  }
}

function wrongVersionDetail(expected, current) {
  const detail = new shared.WrongExpectedVersion();
  if (current < 0) detail.setCurrentNoStream(new Empty());
  else detail.setCurrentStreamRevision(String(current));
  if (expected === 'exists') return detail.setExpectedStreamExists(new Empty());
  return expected === -1
    ? detail.setExpectedNoStream(new Empty())
    : detail.setExpectedStreamPosition(String(expected));
}

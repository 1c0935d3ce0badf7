import { createRequire } from 'node:module';

// The client's generated protocol code is CommonJS.
const require = createRequire(import.meta.url);
export const grpc = require('@grpc/grpc-js');
export const streams = require('@eventstore/db-client/generated/streams_pb.js');
export const shared = require('@eventstore/db-client/generated/shared_pb.js');
export const rpcStatus = require('@eventstore/db-client/generated/status_pb.js');
export const { Any } = require('google-protobuf/google/protobuf/any_pb.js');
export const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');

/** @param {{ getStreamName_asU8(): Uint8Array }} identifier */
export const streamName = (identifier) => Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

/** @param {string} name */
export const streamIdentifier = (name) =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64'));

/** A proposed event of an append request, base64 inside. @returns {import('./log.mjs').Proposed} */
export function proposedEvent(message) {
  const meta = message.getMetadataMap();
  return {
    id: message.getId().getString(),
    type: meta.get('type'),
    contentType: meta.get('content-type'),
    data: message.getData_asB64(),
    metadata: message.getCustomMetadata_asB64(),
  };
}

/** @param {import('./log.mjs').Entry} entry */
export function eventResponse(entry) {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(entry.id))
    .setStreamIdentifier(streamIdentifier(entry.stream))
    .setStreamRevision(String(entry.revision))
    .setPreparePosition(String(entry.position))
    .setCommitPosition(String(entry.position))
    .setCustomMetadata(entry.metadata)
    .setData(entry.data);
  recorded
    .getMetadataMap()
    .set('type', entry.type)
    .set('content-type', entry.contentType)
    .set('created', entry.created);
  const event = new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(entry.position));
  return new streams.ReadResp().setEvent(event);
}

/** @param {bigint} position */
export function checkpointResponse(position) {
  const checkpoint = new streams.ReadResp.Checkpoint()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

/**
 * An error as the server sends it: what it is stands in the trailers.
 * @param {number} code @param {string} exception @param {Record<string, string>} details
 */
export function trailerError(code, exception, details = {}) {
  const metadata = new grpc.Metadata();
  metadata.set('exception', exception);
  for (const [name, value] of Object.entries(details)) metadata.set(name, value);
  return Object.assign(new Error(exception), { code, details: exception, metadata });
}

// A stand-in for EventStoreDB: it speaks the server's gRPC protocol with the client's generated code and
// imitates the server where that hurts. Started as a child process; orders come over the IPC channel.
// Arguments: port, file, `batch` or `no-batch`.
import { createRequire } from 'node:module';
import { appendHandler, batchAppendHandler, tombstoneHandler } from './appending.mjs';
import { StandInLog } from './log.mjs';
import { grpc, shared, streams } from './messages.mjs';
import { readHandler } from './reading.mjs';

const require = createRequire(import.meta.url);
const { StreamsService } = require('@eventstore/db-client/generated/streams_grpc_pb.js');
const { ServerFeaturesService } = require('@eventstore/db-client/generated/serverfeatures_grpc_pb.js');
const features = require('@eventstore/db-client/generated/serverfeatures_pb.js');
const { GossipService } = require('@eventstore/db-client/generated/gossip_grpc_pb.js');
const gossip = require('@eventstore/db-client/generated/gossip_pb.js');

const [port = '0', file = '', batching = 'batch'] = process.argv.slice(2);
const log = new StandInLog(file);
const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });

function supportedMethods(_call, callback) {
  const names = ['append', 'read', 'delete', 'tombstone', ...(batching === 'batch' ? ['batchappend'] : [])];
  const methods = names.map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  callback(
    null,
    new features.SupportedMethods().setEventStoreServerVersion('23.10.0.0').setMethodsList(methods),
  );
}

function members(_call, callback) {
  const member = new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString('00000000-0000-4000-8000-000000000000'))
    .setState(gossip.MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(Number(port)));
  callback(null, new gossip.ClusterInfo().setMembersList([member]));
}

function unimplemented(call) {
  call.destroy(Object.assign(new Error('BatchAppend is switched off'), { code: grpc.status.UNIMPLEMENTED }));
}

server.addService(StreamsService, {
  read: readHandler(log),
  append: appendHandler(log),
  batchAppend: batching === 'batch' ? batchAppendHandler(log) : unimplemented,
  tombstone: tombstoneHandler(log, streams.TombstoneResp),
  delete: tombstoneHandler(log, streams.DeleteResp),
});
server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethods });
server.addService(GossipService, { read: members });

process.on('message', (order) => {
  if (typeof order.clockOffset === 'number') log.clockOffset = order.clockOffset;
  process.send?.({ done: order.id });
});
process.on('disconnect', () => process.exit(0));

server.bindAsync(`127.0.0.1:${port}`, grpc.ServerCredentials.createInsecure(), (error) => {
  process.send?.(error ? { failed: error.message } : { ready: true });
});

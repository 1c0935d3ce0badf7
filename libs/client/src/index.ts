export { WicError, type ClientOptions, type CallOptions, type Http } from './http.js';
export type { ReplayOptions } from './replay.js';
export type { FollowOptions, LogEnd } from './stream.js';
export * from './types.js';
export { verifyWebhook, type ReceivedWebhook } from './webhook-signature.js';
export { WicClient, type Asked } from './wic-client.js';

import { describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook } from './webhook-signature.js';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
const NOW = 1_750_000_000;
const BODY = JSON.stringify({
  type: 'announcement.published',
  data: { title: '世界互联网大会浙江办事处揭牌 🎉' },
});

/** Headers as the reference library signs them, `age` seconds ago. */
function signedBy(secret: string, { age = 0, body = BODY, id = 'msg_1' } = {}) {
  const timestamp = NOW - age;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': new Webhook(secret).sign(id, new Date(timestamp * 1000), body),
  };
}

const verify = (headers: Record<string, string | undefined>, body = BODY) =>
  verifyWebhook({ headers, body, secret: SECRET, now: NOW });

describe('verifyWebhook', () => {
  it('accepts what the reference library signs, Chinese text and all', async () => {
    expect(await verify(signedBy(SECRET))).toEqual(JSON.parse(BODY));
  });

  it('finds its signature among those of a rotation, and passes over other versions', async () => {
    const other = signedBy(`whsec_${Buffer.from('another secret of good length').toString('base64')}`);
    const mine = signedBy(SECRET);
    const several = `v1a,AAAA ${other['webhook-signature']} ${mine['webhook-signature']}`;
    await expect(verify({ ...mine, 'webhook-signature': several })).resolves.toBeDefined();
    await expect(verify(other)).rejects.toThrow('not signed with this secret');
  });

  it('refuses a changed body, id or time, and a signature that is none', async () => {
    const headers = signedBy(SECRET);
    await expect(verify(headers, BODY.replace('浙江', '福建'))).rejects.toThrow('not signed');
    await expect(verify({ ...headers, 'webhook-id': 'msg_2' })).rejects.toThrow('not signed');
    await expect(verify({ ...headers, 'webhook-timestamp': String(NOW - 1) })).rejects.toThrow('not signed');
    await expect(verify({ ...headers, 'webhook-signature': 'v1,§§§' })).rejects.toThrow('not signed');
    await expect(verify({ ...headers, 'webhook-signature': undefined })).rejects.toThrow('is missing');
  });

  it('refuses what is older or newer than five minutes', async () => {
    await expect(verify(signedBy(SECRET, { age: 300 }))).resolves.toBeDefined();
    await expect(verify(signedBy(SECRET, { age: 301 }))).rejects.toThrow('too old');
    await expect(verify(signedBy(SECRET, { age: -301 }))).rejects.toThrow('from the future');
    const timeless = { ...signedBy(SECRET), 'webhook-timestamp': 'now' };
    await expect(verify(timeless)).rejects.toThrow('too old');
  });
});

import { describe, expect, it } from '@jest/globals';
import { v5 } from 'uuid';
import { webhookMessageId } from './webhook-id.js';

describe('webhookMessageId', () => {
  it('is the UUID of version 5 of webhook and position', () => {
    for (const [webhook, position] of [
      ['w1', '1'],
      ['7d0', '18446744073709551615'],
      ['乌镇', '0'],
    ] as const)
      expect(webhookMessageId(webhook, position)).toBe(
        v5(`${webhook}:${position}`, '5a0c9e0e-9d0b-4f43-8a7f-6a2f6d1c7b10'),
      );
  });
});

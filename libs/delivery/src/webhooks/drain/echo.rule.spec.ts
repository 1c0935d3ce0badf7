import { describe, expect, it } from '@jest/globals';
import { blanked, confidential } from './echo.rule.js';

const secrets = {
  url: 'https://hooks.example/in/9f8e7d6c5b4a?key=queryvalue1',
  headers: { authorization: 'Bearer headervalue', 'x-a': 'short' },
  chatSecret: 'chatsecret77',
  signing: [{ secret: 'whsec_c2lnbmluZw==', until: null }],
};

describe('what a receiver tells back', () => {
  it('is kept without what it was sent in confidence', () => {
    const echo = JSON.stringify(secrets);
    const shown = blanked(echo, confidential(secrets));
    for (const secret of ['9f8e7d6c5b4a', 'queryvalue1', 'headervalue', 'chatsecret77', 'whsec_'])
      expect(shown).not.toContain(secret);
    expect(blanked('a short answer in key', confidential(secrets))).toBe('a short answer in key');
  });
});

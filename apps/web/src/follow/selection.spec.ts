import { describe, expect, it } from '@jest/globals';
import { addressOf, webhookSelection } from './selection.js';

describe('a selection', () => {
  it('stands in an address with each kind by itself', () =>
    expect(addressOf('http://t', '/v1/feed.atom', { kind: ['summit', 'forum'], q: '乌镇' })).toBe(
      'http://t/v1/feed.atom?kind=summit&kind=forum&q=%E4%B9%8C%E9%95%87',
    ));

  it('becomes a webhook, naming what a webhook cannot follow', () =>
    expect(webhookSelection({ kind: ['summit'], place: 'Wuzhen', year: 2024 })).toEqual({
      chosen: { kinds: ['summit'], place: 'Wuzhen' },
      left: ['year'],
    }));
});

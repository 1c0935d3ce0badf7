import { describe, expect, it } from '@jest/globals';
import { eventAt, webhookEventAt } from '../public-event.fixture.js';
import { matches, type EventFilter } from './event.filter.js';

const event = eventAt(1);

describe('matches', () => {
  it.each<[string, EventFilter, boolean]>([
    ['nothing asked', {}, true],
    ['its kind', { kinds: ['summit', 'forum'] }, true],
    ['another kind', { kinds: ['summit'] }, false],
    ['its activity', { activity: 'forum/nishan/2023' }, true],
    ['a family of activities', { activity: 'forum/nishan' }, true],
    ['an activity that only begins alike', { activity: 'forum/nis' }, false],
    ['English words in any order', { q: 'CIVILISATION dialogue' }, true],
    ['Chinese words', { q: '数字文明' }, true],
    ['a word that is missing', { q: 'dialogue 互联网大会浙江' }, false],
    ['a part of a word, which lists do not find either', { q: 'civil' }, false],
    ['words between other characters', { q: 'dialogue, (planned)!' }, true],
    ['full-width letters', { q: 'ＲＥＮ' }, true],
    ['part of an organisation', { organisation: 'internet conference' }, true],
    ['another organisation', { organisation: 'GSMA' }, false],
    ['part of a place', { place: 'qufu' }, true],
    ['a country', { place: 'cn' }, true],
    ['another place', { place: 'Wuzhen' }, false],
    ['the language of its title', { lang: 'zh' }, true],
    ['a type', { types: ['announcement.revised'] }, false],
    ['a family of types', { types: ['announcement.*'] }, true],
    ['blank text', { q: '  ' }, true],
  ])('%s', (_name, filter, expected) => expect(matches(filter, event)).toBe(expected));

  it('leaves out coverage unless asked', () => {
    const covered = eventAt(1, { type: 'announcement.covered' });
    expect(matches({}, covered)).toBe(false);
    expect(matches({ types: ['announcement.covered'] }, covered)).toBe(true);
  });

  it('leaves out backfill unless the filter or a replay asks', () => {
    const old = eventAt(1, { backfill: true });
    expect(matches({}, old)).toBe(false);
    expect(matches({ backfill: true }, old)).toBe(true);
    expect(matches({}, old, { replay: true })).toBe(true);
  });

  it('restricts announcements only', () => {
    const disabled = webhookEventAt(2, 'disabled', 'w1');
    expect(matches({ types: ['webhook.*', 'announcement.*'], kinds: ['summit'] }, disabled)).toBe(true);
    expect(matches({ kinds: ['summit'] }, disabled)).toBe(false);
  });

  it('bears an announcement without a place or activity', () => {
    const bare = eventAt(1, {}, { place: null, activity: null, organisations: [], summary: null });
    expect(matches({ place: 'Qufu' }, bare)).toBe(false);
    expect(matches({ activity: 'forum' }, bare)).toBe(false);
    expect(matches({ q: 'dialogue' }, bare)).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { eventAt } from '../../public-event.fixture.js';
import { bytes, MAX_BODY_BYTES, standardBody } from './standard-body.js';

interface Body {
  truncated?: boolean;
  data: { announcement: Record<string, unknown> };
}
const read = (announcement: Record<string, unknown>) => {
  const body = standardBody(eventAt(1, {}, announcement));
  expect(bytes(body)).toBeLessThan(MAX_BODY_BYTES);
  return JSON.parse(body) as Body;
};
const evidence = Array.from({ length: 200 }, () => ({
  field: 'kind',
  in: 'text',
  text: '数字文明'.repeat(20),
}));
const coverage = Array.from({ length: 200 }, (_, n) => ({
  url: `https://news.example/${n}`,
  title: '揭牌'.repeat(30),
}));

describe('the standard body', () => {
  it('is whole where it fits', () => {
    const body = read({});
    expect(body.truncated).toBeUndefined();
    expect(body.data.announcement['evidence']).toEqual([]);
  });

  it('gives up evidence first, then coverage, then the summary, and says so', () => {
    expect(read({ evidence })).toMatchObject({ truncated: true, data: { announcement: { evidence: [] } } });
    const covered = read({ evidence, coverage, summary: { zh: '短' } });
    expect(covered.data.announcement['coverage']).toEqual(coverage.slice(0, 5));
    expect(covered.data.announcement['summary']).toEqual({ zh: '短' });
    const { summary } = read({ summary: { zh: '乌'.repeat(9000) } }).data.announcement as {
      summary: { zh: string };
    };
    expect([...summary.zh]).toHaveLength(500);
  });

  it('stays under its limit whatever an announcement holds, and valid text', () => {
    const title = { en: '🎉'.repeat(9000), zh: '镇'.repeat(9000) };
    const people = Array.from({ length: 500 }, () => ({ name: '任'.repeat(50), role: null }));
    const { announcement } = read({
      title,
      people,
      organisations: ['x'.repeat(30_000)],
      theme: 'y'.repeat(30_000),
    }).data;
    expect([...(announcement['title'] as { en: string }).en].at(-2)).toBe('🎉');
  });
});

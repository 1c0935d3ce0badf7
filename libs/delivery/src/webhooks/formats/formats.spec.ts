import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { WEBHOOK_FORMATS, type WebhookFormat } from '#domain';
import { eventAt } from '../../public-event.fixture.js';
import { bytes } from '../body/standard-body.js';
import { FORMATS } from './formats.js';

const now = new Date('2026-11-21T08:00:00.500Z');
const context = { url: 'https://chat.example/hook?key=k', chatSecret: 'SECabc', now, logId: 'log-1' };
const many = Array.from({ length: 40 }, (_, n) =>
  eventAt(
    n + 1,
    {},
    { title: { en: '<b>*Summit*</b> & @everyone '.repeat(20), zh: '乌镇峰会开幕'.repeat(40) } },
  ),
);

function render(name: WebhookFormat, events = many) {
  const rendering = FORMATS[name].render(events.slice(0, FORMATS[name].gathers), context);
  return { ...rendering, json: JSON.parse(rendering.body) as Record<string, unknown> };
}

describe('formats', () => {
  it.each<[WebhookFormat, number]>([
    ['slack', 150_000],
    ['discord', 100_000],
    ['teams', 28_000],
    ['feishu', 20_000],
    ['dingtalk', 20_000],
  ])('%s stays within its limit however much is gathered, and says how much it took', (name, limit) => {
    const { body, included } = render(name);
    expect(bytes(body)).toBeLessThanOrEqual(limit);
    expect(included).toBeGreaterThan(1);
    expect(included).toBeLessThanOrEqual(FORMATS[name].gathers);
  });

  it('wecom: Markdown of at most 4,096 bytes', () => {
    const { json, included } = render('wecom');
    const { content } = json['markdown'] as { content: string };
    expect(bytes(content)).toBeLessThanOrEqual(4096);
    expect(included).toBeGreaterThan(1);
  });

  it('discord: embeds within their limits, nobody mentioned', () => {
    const { json } = render('discord');
    const embeds = json['embeds'] as { title: string; description: string }[];
    const length = embeds.reduce((sum, embed) => sum + embed.title.length + embed.description.length, 0);
    expect(length).toBeLessThanOrEqual(6000);
    expect(embeds.length).toBeLessThanOrEqual(10);
    expect(json['allowed_mentions']).toEqual({ parse: [] });
  });

  it('feishu signs within the body, dingtalk in the address', () => {
    const { json } = render('feishu');
    const key = `${Math.floor(now.getTime() / 1000)}\nSECabc`;
    expect(json['sign']).toBe(createHmac('sha256', key).update('').digest('base64'));
    const url = new URL(render('dingtalk').url);
    const signed = createHmac('sha256', 'SECabc').update(`${now.getTime()}\nSECabc`).digest('base64');
    expect([url.searchParams.get('sign'), url.searchParams.get('key')]).toEqual([signed, 'k']);
  });

  it('cloudevents: what the specification requires', () => {
    const { json, headers } = render('cloudevents', [eventAt(7)]);
    expect(headers['content-type']).toContain('application/cloudevents+json');
    const required = { specversion: '1.0', id: '7', source: 'urn:wic-tracker:log:log-1', subject: 'a7' };
    expect(json).toMatchObject({ ...required, type: 'wic.announcement.published' });
  });

  it.each<[WebhookFormat, string, string | null, boolean]>([
    ['slack', 'ok', null, false],
    ['slack', 'invalid_blocks', 'invalid_blocks', false],
    ['teams', '1', null, false],
    ['teams', '', null, false],
    ['teams', 'Webhook message delivery failed with error: endpoint returned HTTP error 429', 'failed', true],
    ['feishu', '{"code":0,"msg":"success"}', null, false],
    ['feishu', '{"StatusCode":0,"StatusMessage":"success"}', null, false],
    ['feishu', '{"code":19021,"msg":"sign match fail"}', '19021: sign match fail', false],
    ['feishu', '{"code":11232,"msg":"frequency limited"}', '11232', true],
    ['dingtalk', '{"errcode":0,"errmsg":"ok"}', null, false],
    ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', '310000', false],
    ['wecom', '{"errcode":45009,"errmsg":"api freq out of limit"}', '45009', true],
    ['wecom', '<html>proxy</html>', 'not the JSON', false],
    ['standard', 'anything', null, false],
  ])('%s reads %s', (name, body, error, tooFast) => {
    const refusal = FORMATS[name].refusal(body);
    if (error === null) expect(refusal).toBeNull();
    else expect(refusal).toEqual({ error: expect.stringContaining(error), tooFast });
  });

  it('render whatever an event is about', () => {
    const source = eventAt(3, { type: 'source.broke', data: { source: { id: 's1' } } });
    for (const name of WEBHOOK_FORMATS) expect(render(name, [source]).included).toBe(1);
  });
});

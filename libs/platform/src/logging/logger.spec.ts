import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { NestLogger } from './nest-logger.adapter.js';

function capture(isTTY = false) {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', output: { isTTY, write: (line) => lines.push(line) } });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

describe('createLogger', () => {
  it('writes one JSON object a line', () => {
    const { logger, last } = capture();
    logger.info({ source: 's1', items: 3 }, '乌镇 was read');
    expect(last()).toMatchObject({ level: 30, source: 's1', items: 3, msg: '乌镇 was read' });
    expect(last()['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each([false, true])('keeps secrets out wherever they stand (in a terminal: %s)', (isTTY) => {
    const { logger, lines } = capture(isTTY);
    const headers = { authorization: 'Bearer hunter2', accept: 'text/html' };
    const error = Object.assign(new Error('cannot reach redis://me:hunter2@host:6379/0'), {
      password: 'hunter2',
    });
    logger.error(
      { err: error, request: { headers }, list: [{ secret: 'hunter2' }] },
      'Bearer hunter2 was refused',
    );
    logger.warn(`whsec_hunter2 leaks; postgresql://u:hunter2@db/wic, wic_${'hunter2'.padEnd(43, 'x')}`);
    expect(lines.join('')).not.toContain('hunter2');
    expect(lines.join('')).toContain('text/html');
    expect(lines.join('')).toContain('redis://me:[redacted]@host:6379/0');
  });

  it('is readable in a terminal', () => {
    const { logger, lines } = capture(true);
    logger.warn({ context: 'Poller', err: new Error('gone') }, 'A feed failed');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d .*warn .*Poller.* A feed failed[^]*Error: gone/);
  });
});

describe('NestLogger', () => {
  it('carries context, errors and stacks', () => {
    const { logger, last } = capture();
    const nest = new NestLogger(logger);
    nest.log('Mapped', 'RouterExplorer');
    expect(last()).toMatchObject({ level: 20, context: 'RouterExplorer', msg: 'Mapped' });
    nest.error('broke', 'Error: broke\n at x', 'ExceptionHandler');
    expect(last()).toMatchObject({ level: 50, context: 'ExceptionHandler', stack: 'Error: broke\n at x' });
    nest.error(new TypeError('bad'));
    expect(last()).toMatchObject({ err: { type: 'TypeError', message: 'bad' }, msg: 'bad' });
  });
});

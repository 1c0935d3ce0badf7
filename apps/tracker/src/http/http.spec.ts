import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger, Metrics } from '#platform';
import { z } from 'zod';
import { paging } from './fields.schema.js';
import { frameworkError } from './framework-error.js';
import { Takes } from './media-types.js';
import { Endpoint } from './openapi.js';
import { prepareHttp } from './prepare-http.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestFormGuard } from './request-form.guard.js';
import { ZodPipe } from './zod.pipe.js';

const query = z.strictObject(paging);
const body = z.strictObject({ name: z.string() });

@Controller('things')
class ThingsController {
  @Get()
  @Endpoint({ summary: 'All.', access: 'read', query })
  list(@Query(new ZodPipe(query)) { limit }: z.infer<typeof query>) {
    return { limit };
  }

  @Get(':id')
  @Endpoint({ summary: 'One.', access: 'read' })
  one(@Param('id') id: string) {
    return { id };
  }

  @Post()
  @Endpoint({ summary: 'Make.', access: 'read', body })
  make(@Body(new ZodPipe(body)) thing: z.infer<typeof body>) {
    return thing;
  }

  @Post('xml')
  @Takes('text/xml')
  @Endpoint({ summary: 'XML.', access: 'read' })
  xml(@Body() xml: string) {
    return { xml };
  }
}

@Module({
  controllers: [ThingsController],
  providers: [
    {
      provide: APP_GUARD,
      inject: [Reflector],
      useFactory: (reflector: Reflector) => new RequestFormGuard(reflector),
    },
    { provide: APP_FILTER, useFactory: () => new ProblemFilter(createLogger({ level: 'silent' })) },
  ],
})
class ThingsModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  const adapter = new FastifyAdapter({ frameworkErrors: frameworkError, bodyLimit: 1000 });
  app = await NestFactory.create<NestFastifyApplication>(ThingsModule, adapter, { logger: false });
  await prepareHttp(app, new Metrics());
  await app.init();
});
afterAll(() => app.close());

const get = (url: string, headers = {}) => app.inject({ method: 'GET', url, headers });
const post = (payload: string, type: string, url = '/things') =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });

describe('what every request passes', () => {
  it.each([
    ['/things?foo=1', '/foo: is not known here'],
    ['/things/a?foo=1', '/foo: is not known here'],
    ['/things?limit=201', 'from 1 to 200'],
    ['/things/a%00b', 'U+0000'],
    ['/things/%ff', 'cannot be decoded'],
  ])('refuses %s as a problem that says what to do', async (url, said) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining(said),
      instance: url,
    });
  });

  it('takes bodies of the types a route names, no others', async () => {
    expect((await post('{"name":"a"}', 'application/json; charset=utf-8')).statusCode).toBe(201);
    for (const type of ['text/plain', 'text/xml', 'application/x-www-form-urlencoded', 'image/png'])
      expect((await post('name=a', type)).statusCode).toBe(415);
    expect((await post('<a/>', 'text/xml', '/things/xml')).json()).toEqual({ xml: '<a/>' });
    expect((await post('{}', 'application/json', '/things/xml')).statusCode).toBe(415);
  });

  it('says what is wrong with a body as a whole', async () => {
    const bad = await post('{"__proto__":{"x":1},"name":"a"}', 'application/json');
    expect(bad.json()).toMatchObject({ status: 400, detail: expect.stringContaining('__proto__') });
    const long = await post(JSON.stringify({ name: 'x'.repeat(2000) }), 'application/json');
    expect(long.json()).toMatchObject({ status: 413, detail: expect.stringContaining('2 MiB') });
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('gives 304 to who has the answer already', async () => {
    const { headers } = await get('/things');
    const again = await get('/things', { 'if-none-match': `"other", ${String(headers.etag)}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/things?limit=1', { 'if-none-match': String(headers.etag) })).statusCode).toBe(200);
  });
});

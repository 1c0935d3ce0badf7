import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { Metrics } from '#platform';
import { addEtags } from './etag.hook.js';
import { XML_TYPES } from './media-types.js';
import { servePage } from './page.js';
import { openApiDocument } from './openapi-document.js';
import { timeRequests } from './request-figures.hook.js';

/** Headers, ETags, bodies that are not JSON, the page, the OpenAPI document and its page. */
export async function prepareHttp(app: NestFastifyApplication, metrics: Metrics): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: true, directives: { upgradeInsecureRequests: null } },
  });
  const fastify = app.getHttpAdapter().getInstance();
  addEtags(fastify);
  timeRequests(fastify, metrics);
  fastify.addContentTypeParser(
    'application/x-ndjson',
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    (_request, payload, done) => done(null, payload),
  );
  fastify.addContentTypeParser(XML_TYPES, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  await servePage(fastify);
  describe(app);
}

function describe(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, openApiDocument(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}

import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Metrics } from '#platform';
import { addEtags } from './etag.hook.js';
import { XML_TYPES } from './media-types.js';
import { timeRequests } from './request-figures.hook.js';

/** Headers, ETags, bodies that are not JSON, the OpenAPI document and its page. */
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
  describe(app);
}

function describe(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('WIC tracker')
    .setDescription('Follow the World Internet Conference, replay its history, subscribe webhooks.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  nameWildcards(document);
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}

/** A parameter that takes the rest of a path, such as an activity's id with its slashes, is called `id` outside. */
function nameWildcards({ paths }: OpenAPIObject): void {
  for (const [path, item] of Object.entries(paths).filter(([each]) => each.endsWith('/{path}'))) {
    const operations = Object.values(item) as { parameters?: { name?: string }[] }[];
    const rest = operations.flatMap(({ parameters = [] }) => parameters).filter(({ name }) => name === '*');
    for (const parameter of rest) parameter.name = 'id';
    paths[path.replace(/\{path\}$/, '{id}')] = item;
    delete paths[path];
  }
}

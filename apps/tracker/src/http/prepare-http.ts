import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { addEtags } from './etag.hook.js';
import { Problem } from './problem.js';

/** Headers, ETags, streams of backups, the OpenAPI document and its page. */
export async function prepareHttp(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: true, directives: { upgradeInsecureRequests: null } },
  });
  const fastify = app.getHttpAdapter().getInstance();
  addEtags(fastify);
  fastify.addContentTypeParser(
    'application/x-ndjson',
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    (_request, payload, done) => done(null, payload),
  );
  fastify.setNotFoundHandler((request, reply) => {
    const problem = new Problem(
      404,
      `There is no ${request.method} ${request.url.split('?')[0]}: see /docs for what there is.`,
    );
    void reply
      .code(404)
      .header('content-type', 'application/problem+json')
      .send(JSON.stringify(problem.toJSON(request.url)));
  });
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
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
  });
}

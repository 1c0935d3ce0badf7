import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { components } from './named-schema.js';

/** The OpenAPI 3.1 document of an application's routes. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('WIC tracker')
    .setDescription('Follow the World Internet Conference, replay its history, subscribe webhooks.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, about);
  nameWildcards(document);
  document.components = { ...document.components, schemas: components() as never };
  return document;
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

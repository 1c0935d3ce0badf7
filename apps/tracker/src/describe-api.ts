import { Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { CONTROLLERS } from './api/controllers.js';
import { openApiDocument } from './http/openapi-document.js';

@Module({})
class Routes {}

/** The OpenAPI document, from the routes alone: nothing stands behind them and nothing is started. */
export async function describeApi(): Promise<OpenAPIObject> {
  const module = { module: Routes, controllers: CONTROLLERS.all, providers: CONTROLLERS.all.flatMap(empty) };
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  return openApiDocument(app);
}

/** Empty things in the place of what a controller is given. */
function empty(controller: Type): Provider[] {
  const needed = (Reflect.getMetadata('design:paramtypes', controller) ?? []) as Type[];
  return needed.map((provide) => ({ provide, useValue: {} }));
}

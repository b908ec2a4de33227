import { Controller, Get, Header } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApiDescription } from './api-description.ts';

/** The OpenAPI document, for tools. */
@ApiExcludeController()
@Controller()
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get('docs-json')
  @Header('Cache-Control', 'public, max-age=60')
  json(): OpenAPIObject {
    return this.description.document;
  }
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';

const HOUR = ['Cache-Control', 'public, max-age=3600'] as const;

// Swagger UI comes with @nestjs/swagger; its files are looked for from there.
const require = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'));
const ASSETS = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** No inline script and no inline style: the page is held to the same policy as all others. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>spacex-dashboard API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    <link rel="icon" href="/docs/favicon-32x32.png">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/docs-json', dom_id: '#swagger-ui', deepLinking: true });
`;

/** The OpenAPI document, and Swagger UI to read it with. */
@ApiExcludeController()
@Controller()
export class DocsController {
  private document: OpenAPIObject | null = null;

  /** Called once, when all routes are known. */
  publish(document: OpenAPIObject): void {
    this.document = document;
  }

  @Get('docs-json')
  @Header('Cache-Control', 'public, max-age=60')
  json(): OpenAPIObject {
    if (this.document === null) throw new NotFoundException();
    return this.document;
  }

  @Get('docs')
  @Header(...HOUR)
  @Header('Content-Type', 'text/html')
  page(): string {
    return PAGE;
  }

  @Get('docs/start.js')
  @Header(...HOUR)
  @Header('Content-Type', 'text/javascript')
  start(): string {
    return START;
  }

  @Get('docs/:asset')
  @Header(...HOUR)
  async asset(@Param('asset') asset: string, @Res() response: Response): Promise<void> {
    if (!ASSETS.includes(asset)) throw new NotFoundException(`There is no /docs/${asset}`);
    const content = await readFile(require.resolve(`swagger-ui-dist/${asset}`));
    response.type(asset).send(content);
  }
}

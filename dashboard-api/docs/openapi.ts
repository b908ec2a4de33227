import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { SECURITY_SCHEMES } from '../http/api-responses.ts';
import { HealthModule } from '../health/health.module.ts';
import { IngestionsModule } from '../ingestions/ingestions.module.ts';
import { LaunchesModule } from '../launches/launches.module.ts';
import { SourcesModule } from '../sources/sources.module.ts';
import { StatisticsModule } from '../statistics/statistics.module.ts';

const DESCRIPTION = `Launches read from public launch APIs, and statistics of them by UTC day and month.

Errors are problems (RFC 9457). Answers carry a strong ETag; \`X-Data-As-Of\` says when their source was last
read whole, and \`X-Data-Stale: true\` that the table does not answer and this is the last good data.
Data: The Space Devs (Launch Library 2) and r-spacex.`;

const NOT_MODIFIED = { description: 'What the client has (`If-None-Match`) is still so.' };

/** Every answer to a GET carries a tag, so every one of them may be left out. */
const withNotModified = (document: OpenAPIObject): OpenAPIObject => {
  for (const { get } of Object.values(document.paths)) {
    if (get !== undefined) get.responses['304'] = NOT_MODIFIED;
  }
  return document;
};

/** Describes every path for programs; pages are for people. */
export const createOpenApiDocument = (app: INestApplication): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('spacex-dashboard')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth(
      { type: 'http', bearerFormat: 'JWT', description: 'A token of the configured issuer.' },
      SECURITY_SCHEMES.token,
    )
    .addCookieAuth(
      'session',
      {
        type: 'apiKey',
        description:
          'Made by signing in with a browser; `__Host-session` over HTTPS. Changes need X-Form-Token as well.',
      },
      SECURITY_SCHEMES.session,
    )
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    include: [LaunchesModule, StatisticsModule, SourcesModule, IngestionsModule, HealthModule],
  });
  return withNotModified(document);
};

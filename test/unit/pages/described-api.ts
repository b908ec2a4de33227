import type { OpenAPIObject } from '@nestjs/swagger';

const json = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
});

/** An API with what the dashboard's own has none of: bodies, callers who say who they are, shared parts. */
export const DESCRIBED_API: OpenAPIObject = {
  openapi: '3.1.0',
  info: {
    title: 'Bookings <b>',
    version: '2',
    description: 'First.\n\nSecond with `code`.',
  },
  tags: [{ name: 'seats', description: 'Where to sit.' }, { name: 'unused' }],
  paths: {
    '/bookings/{id}': {
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { $ref: '#/components/parameters/Page' },
      ],
      get: {
        tags: ['bookings'],
        parameters: [
          { name: 'page', in: 'query', schema: { type: 'integer', maximum: 9 }, example: 3 },
        ],
        responses: { '200': { description: '', content: json('Booking') } },
      },
      delete: {
        tags: ['bookings'],
        deprecated: true,
        security: [{ key: [], login: ['write', 'delete'] }, {}],
        responses: {
          '204': { description: 'Gone.' },
          default: { $ref: '#/components/responses/Any' },
        },
      },
    },
    '/bookings': {
      get: {
        tags: ['bookings'],
        summary: 'All of them',
        description: 'By day.',
        security: [{ key: [] }],
        responses: {},
      },
      post: {
        tags: ['bookings'],
        requestBody: {
          required: true,
          description: 'What to book.',
          content: { ...json('Booking'), 'text/plain': { schema: { type: 'string' } } },
        },
        responses: {},
      },
    },
    '/seats': { get: { tags: ['seats', 'bookings'], responses: {} } },
    '/ping': { get: { responses: {} } },
  },
  components: {
    parameters: {
      Page: { name: 'page', in: 'query', schema: { type: 'integer' } },
    },
    responses: { Any: { description: 'Anything else.' } },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Key', description: 'Ask for one.' },
      login: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    schemas: {
      Booking: {
        type: 'object',
        description: 'A seat that is taken.',
        required: ['seat'],
        properties: {
          seat: { type: 'string', deprecated: true, minLength: 2 },
          row: { type: ['integer', 'null'], minimum: 1, maximum: 1200, default: 0 },
          guests: {
            type: 'array',
            maxItems: 4,
            items: { type: 'string', enum: ['adult', 'child'] },
          },
        },
      },
      Answer: { type: 'string', enum: ['yes', 'no'] },
    },
  },
};

import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LAUNCH_FIELDS } from '../../../domain/launches/launch.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';

interface Parameter {
  name: string;
  description?: string;
  schema: Record<string, unknown>;
}
interface Operation {
  operationId: string;
  summary?: string;
  parameters: Parameter[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: object; required: string[] }> };
}

describe('the OpenAPI document', () => {
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  let document: Document;
  let operations: [string, Operation][];
  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    dashboard = await startDashboard(dynamodb.endpoint, await dynamodb.createTable());
    document = (await (await dashboard.get('/docs-json')).json()) as Document;
    operations = Object.entries(document.paths).map(([path, { get }]) => [path, get!]);
  });
  afterAll(async () => {
    await dashboard.stop();
    await dynamodb.stop();
  });

  it('has every path of the API and of health, and no page', () => {
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/launches',
      '/api/v1/launches.csv',
      '/api/v1/launches.ics',
      '/api/v1/launches.ndjson',
      '/api/v1/launches/latest',
      '/api/v1/launches/next',
      '/api/v1/launches/{id}',
      '/api/v1/sources',
      '/api/v1/statistics/boosters',
      '/api/v1/statistics/launchpads',
      '/api/v1/statistics/monthly',
      '/api/v1/statistics/orbits',
      '/api/v1/statistics/rockets',
      '/api/v1/statistics/status',
      '/api/v1/statistics/streak',
      '/api/v1/statistics/summary',
      '/api/v1/statistics/timeline',
      '/health',
      '/health/detailed',
      '/liveness',
      '/readiness',
    ]);
  });

  it('names each operation once and says what it does', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(operations.length);
    expect(operations.filter(([, { summary }]) => !summary)).toEqual([]);
  });

  it('describes each parameter, with its type and an example', () => {
    const parameters = operations.flatMap(([, operation]) => operation.parameters);
    const lacking = parameters.filter(
      ({ name, schema }) =>
        schema.type === undefined || (name !== 'cursor' && !('example' in schema)),
    );
    expect(lacking.map(({ name }) => name)).toEqual(lacking.map(() => 'id'));
  });

  it('offers a search wherever launches are filtered', () => {
    const filtered = operations.filter(([, { parameters }]) =>
      parameters.some(({ name }) => name === 'launchpad'),
    );
    const searching = filtered.filter(([, { parameters }]) =>
      parameters.some(({ name }) => name === 'q'),
    );
    expect(filtered.length).toBeGreaterThan(10);
    expect(searching).toEqual(filtered);
  });

  it('describes each answer, problems too', () => {
    for (const [path, { responses }] of operations) {
      const expected = path.startsWith('/api/') ? ['200', '400', '503'] : ['200'];
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(expected));
      for (const [status, { content }] of Object.entries(responses)) {
        const types = Object.keys(content ?? {});
        expect(types).toHaveLength(1);
        if (status !== '200') expect(types).toEqual(['application/problem+json']);
      }
    }
  });

  it('has each field of a launch, required', () => {
    const launch = document.components.schemas['LaunchDto']!;
    expect(Object.keys(launch.properties).sort()).toEqual([...LAUNCH_FIELDS].sort());
    expect([...launch.required].sort()).toEqual([...LAUNCH_FIELDS].sort());
  });
});

import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type * as fc from 'fast-check';
import { ingest } from '../../../functions/ingest-launches/ingest.ts';
import type { InvokeApi } from '../../../local/ingestion/invoke-api.ts';
import { FUNCTION_NAME, startInvokeApi } from '../../../local/ingestion/invoke-api.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { contextOf, startIngestionFixture } from '../../helpers/ingestion.ts';
import type { OpenApiDocument, Operation } from '../../helpers/openapi/document.ts';
import { operationsOf } from '../../helpers/openapi/document.ts';
import type { TokenIssuer } from '../../helpers/token-issuer.ts';
import { startTokenIssuer } from '../../helpers/token-issuer.ts';
import { violations } from './answers.ts';
import type { FuzzRequest } from './fuzz-request.ts';
import { withBody } from './fuzz-request.ts';
import { LONGEST_MS, fuzz } from './fuzzing.ts';
import { ingestionBody } from './ingestion-body.ts';
import { requestsOf } from './requests.ts';

const REQUESTS_PER_OPERATION = 100;
const LATER_THAN_THE_TEST = { exp: Math.floor(Date.now() / 1000) + 3600 };

describe("fuzzing an operator's operations, with an operator's token", () => {
  const agent = new Agent({ keepAlive: true });
  const seen = new Map<string, number[]>();
  let fixture: IngestionFixture;
  let issuer: TokenIssuer;
  let invoke: InvokeApi;
  let dashboard: TestDashboard;
  let document: OpenApiDocument;
  let operations: Operation[];
  let authorization: string;

  beforeAll(async () => {
    fixture = await startIngestionFixture();
    const { tableName, ingestion } = await fixture.fresh({ now: '2026-05-16T12:00:00.000Z' });
    invoke = await startInvokeApi((event) => ingest(ingestion, event, contextOf(60_000)));
    issuer = await startTokenIssuer();
    process.env['AWS_ENDPOINT_URL_LAMBDA'] = invoke.endpoint;
    dashboard = await startDashboard(fixture.db.endpoint, tableName, {
      ...issuer.environment,
      INGESTION_FUNCTION_NAME: FUNCTION_NAME,
    });
    document = (await (await dashboard.get('/docs-json')).json()) as OpenApiDocument;
    operations = operationsOf(document).filter(({ security }) => security !== undefined);
    authorization = `Bearer ${await issuer.token(LATER_THAN_THE_TEST)}`;
  }, LONGEST_MS);
  afterAll(async () => {
    agent.destroy();
    await dashboard.stop();
    await Promise.all([invoke.stop(), issuer.stop(), fixture.stop()]);
  });

  /** As anybody's requests, signed by an operator; half of the bodies are such as start a run. */
  const signed = (operation: Operation): fc.Arbitrary<FuzzRequest> =>
    requestsOf(operation, {}, Object.keys(document.paths)).map((request) => ({
      ...request,
      headers: { ...request.headers, authorization },
    }));

  const runs = (operation: Operation): fc.Arbitrary<FuzzRequest> =>
    ingestionBody.map((body) => ({
      method: operation.method,
      path: operation.path,
      ...withBody({ authorization, 'content-type': 'application/json' }, body),
    }));

  it(
    'answers them as they are documented',
    async () => {
      for (const operation of operations) {
        const own: number[] = [];
        seen.set(operation.method, own);
        const isPost = operation.requestBody !== undefined;
        for (const requests of [signed(operation), ...(isPost ? [runs(operation)] : [])]) {
          await fuzz(
            { url: dashboard.url, agent },
            requests,
            REQUESTS_PER_OPERATION,
            (request, answer) => {
              own.push(answer.status);
              return violations(document.components.schemas, operation, request, answer);
            },
          );
        }
      }
    },
    LONGEST_MS,
  );

  it('was let in, started runs, and refused what makes no sense', () => {
    expect([...seen.keys()].sort()).toEqual(['GET', 'POST']);
    for (const statuses of seen.values()) {
      expect(statuses).toEqual(expect.arrayContaining([200, 400]));
      expect(statuses).not.toContain(401);
      expect(statuses).not.toContain(403);
    }
  });
});

import { Agent } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import type { OpenApiDocument, Operation } from '../../helpers/openapi/document.ts';
import { operationsOf } from '../../helpers/openapi/document.ts';
import { problemViolations, violations } from './answers.ts';
import type { FuzzedSite } from './fuzzing.ts';
import { LONGEST_MS, fuzz } from './fuzzing.ts';
import { requestsOf } from './requests.ts';
import { requestsOfNoOperation, requestsWithWrongMethod } from './strange-requests.ts';
import { AS_OF, createTable } from './some-launches.ts';
import type { Known } from './values.ts';

const REQUESTS_PER_OPERATION = 90;
const STRANGE_REQUESTS = 150;
const LEAST_REQUESTS = 2000;

interface Page {
  items: { id: string; launchpad_name: string; rocket_name: string }[];
  next_cursor: string;
}

/** What some of the requests of an operation must lead to, or they did not reach far. */
const expectedStatuses = ({ security, responses }: Operation): number[] => {
  if (security !== undefined) return [401];
  return responses['400'] === undefined ? [200] : [200, 400];
};

describe('fuzzing the API', () => {
  const agent = new Agent({ keepAlive: true });
  /** `GET /path` and the status it was answered with. */
  const seen: [operation: string, status: number][] = [];
  let dynamodb: TestDynamoDB;
  let dashboard: TestDashboard;
  let document: OpenApiDocument;
  let operations: Operation[];
  let paths: string[];
  let known: Known;

  const json = async <T>(path: string): Promise<T> =>
    (await (await dashboard.get(path)).json()) as T;

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB();
    dashboard = await startDashboard(dynamodb.endpoint, await createTable(dynamodb), {
      AS_OF,
      RATE_LIMIT_PER_MINUTE: '0',
    });
    document = await json('/docs-json');
    operations = operationsOf(document);
    paths = Object.keys(document.paths);
    const { items, next_cursor } = await json<Page>('/api/v1/launches?limit=20');
    known = {
      id: items.map(({ id }) => id),
      launchpad: items.map(({ launchpad_name }) => launchpad_name),
      rocket: items.map(({ rocket_name }) => rocket_name),
      q: ['starlink', 'Crew', 'é'],
      cursor: [next_cursor],
    };
  }, LONGEST_MS);
  afterAll(async () => {
    agent.destroy();
    await dashboard.stop();
    await dynamodb.stop();
  });

  const site = (): FuzzedSite => ({ url: dashboard.url, agent });

  it(
    'answers every operation as it is documented',
    async () => {
      for (const operation of operations) {
        const name = `${operation.method} ${operation.path}`;
        await fuzz(
          site(),
          requestsOf(operation, known, paths),
          REQUESTS_PER_OPERATION,
          (request, answer) => {
            seen.push([name, answer.status]);
            return violations(document.components.schemas, operation, request, answer);
          },
        );
      }
    },
    LONGEST_MS,
  );

  it(
    'answers methods that a path does not have with 405 or, of OPTIONS, with those it has',
    () =>
      fuzz(site(), requestsWithWrongMethod(operations), STRANGE_REQUESTS, (request, answer) => {
        const statuses = request.method === 'OPTIONS' ? ['204'] : ['405'];
        seen.push([request.method, answer.status]);
        return problemViolations(document.components.schemas, statuses, request, answer);
      }),
    LONGEST_MS,
  );

  it(
    'answers paths that are not there with 404',
    () =>
      fuzz(site(), requestsOfNoOperation(paths), STRANGE_REQUESTS, (request, answer) => {
        seen.push(['no operation', answer.status]);
        // A body that cannot be read is refused before anybody asks where it goes.
        const statuses = request.method === 'POST' ? ['400', '404', '415'] : ['404'];
        return problemViolations(document.components.schemas, statuses, request, answer);
      }),
    LONGEST_MS,
  );

  it('asked enough, and of every operation what is answered and what is refused', () => {
    expect(seen.length).toBeGreaterThanOrEqual(LEAST_REQUESTS);
    for (const operation of operations) {
      const name = `${operation.method} ${operation.path}`;
      const own = seen.filter(([one]) => one === name).map(([, status]) => status);
      expect(own.length).toBeGreaterThanOrEqual(REQUESTS_PER_OPERATION);
      expect([name, own]).toEqual([name, expect.arrayContaining(expectedStatuses(operation))]);
    }
  });
});

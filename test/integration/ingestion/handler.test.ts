import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { handler as Handler } from '../../../functions/ingest-launches/handler.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { contextOf, startIngestionFixture } from '../../helpers/ingestion.ts';

let fixture: IngestionFixture;
let handler: typeof Handler;

beforeAll(async () => {
  fixture = await startIngestionFixture();
  const tableName = await fixture.db.createTable();
  Object.assign(process.env, {
    DYNAMODB_TABLE: tableName,
    ENVIRONMENT: 'prod',
    LAUNCH_SOURCES: 'spacex,launch-library',
    SPACEX_API_URL: `${fixture.spacex.url}/`,
    LAUNCH_LIBRARY_API_URL: fixture.launchLibrary.url,
    LAUNCH_LIBRARY_TOKEN: 'secret-token',
    AWS_ENDPOINT_URL_DYNAMODB: fixture.db.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
  ({ handler } = await import('../../../functions/ingest-launches/handler.ts'));
});
afterAll(() => fixture.stop());

/** What the function writes to standard output while it runs, parsed. */
const linesOf = async (run: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk));
    return true;
  });
  try {
    await run();
  } finally {
    spy.mockRestore();
  }
  return written
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the handler, as Lambda runs it', () => {
  it('answers an HTTP API event with numbers, and no more outside dev', async () => {
    const event = {
      version: '2.0',
      routeKey: 'POST /fetch',
      rawQueryString: '',
      requestContext: { http: { method: 'POST', path: '/fetch' } },
      body: Buffer.from(JSON.stringify({ backfill: true })).toString('base64'),
      isBase64Encoded: true,
    };
    const answer = await handler(event, contextOf(60_000));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(JSON.parse(answer.body)).toEqual({
      source: 'spacex',
      complete: true,
      inserted_items: 205,
      updated_items: 0,
      unchanged_items: 0,
      moved_items: 0,
      rejected_items: 0,
    });
  });

  it("emits a run's metrics in the embedded metric format, also of a run that fails", async () => {
    fixture.launchLibrary.setFaults([{ wrong_types: [0], times: 1 }, { not_json: true }]);
    const event = { from: '2020-01-01', source: 'launch-library' };
    const lines = await linesOf(() => handler(event, contextOf(60_000)).catch(() => undefined));
    fixture.launchLibrary.setFaults([]);
    const [metrics] = lines.filter((line) => '_aws' in line);
    expect(metrics).toMatchObject({
      source: 'launch-library',
      LaunchesRead: 100,
      LaunchesWritten: 99,
      LaunchesRejected: 1,
      _aws: {
        CloudWatchMetrics: [
          {
            Dimensions: [['source', 'table']],
            Metrics: [
              { Name: 'LaunchesRead', Unit: 'Count' },
              { Name: 'LaunchesWritten', Unit: 'Count' },
              { Name: 'LaunchesRejected', Unit: 'Count' },
            ],
          },
        ],
      },
    });
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'ingestion_failed' }),
    );
    expect(JSON.stringify(lines)).not.toContain('secret-token');
  });

  it('sends the token to Launch Library', async () => {
    await handler({ source: 'launch-library' }, contextOf(60_000));
    expect(fixture.launchLibrary.requests.at(-1)?.headers['authorization']).toBe(
      'Token secret-token',
    );
  });
});

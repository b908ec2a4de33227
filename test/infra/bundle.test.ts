import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleFunction } from '../../infra/bundle.ts';
import { startSpacexServer } from '../../local/recorded-sources/index.ts';
import type { TestDynamoDB } from '../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../helpers/embedded-dynamodb.ts';
import { storedLaunches } from '../helpers/ingestion.ts';

const run = promisify(execFile);

/** What Lambda does with the file: import it, call its handler with an event and a context. */
const CALLER = `
const { handler } = await import(process.argv[2]);
const context = { awsRequestId: 'test', getRemainingTimeInMillis: () => 60_000 };
const answer = await handler(JSON.parse(process.argv[3]), context);
console.log(JSON.stringify({ answer }));
`;

interface EmittedMetrics {
  _aws: {
    CloudWatchMetrics: {
      Namespace: string;
      Dimensions: string[][];
      Metrics: { Name: string; Unit: string }[];
    }[];
  };
}

describe('the bundle of the ingestion function', () => {
  const text = bundleFunction('ingest-launches');
  let folder: string;
  let dynamoDB: TestDynamoDB;
  let source: Awaited<ReturnType<typeof startSpacexServer>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    await writeFile(join(folder, 'index.mjs'), text);
    await writeFile(join(folder, 'caller.mjs'), CALLER);
    [dynamoDB, source] = await Promise.all([startEmbeddedDynamoDB(), startSpacexServer()]);
  });

  afterAll(async () => {
    await Promise.all([source.close(), dynamoDB.stop()]);
    await rm(folder, { recursive: true });
  });

  const invoke = async (
    event: object,
    tableName: string,
    variables: Record<string, string> = {},
  ): Promise<Record<string, unknown>[]> => {
    const { stdout } = await run(
      process.execPath,
      [join(folder, 'caller.mjs'), join(folder, 'index.mjs'), JSON.stringify(event)],
      {
        cwd: folder,
        env: {
          AWS_REGION: 'us-east-1',
          AWS_ACCESS_KEY_ID: 'test',
          AWS_SECRET_ACCESS_KEY: 'test',
          AWS_ENDPOINT_URL_DYNAMODB: dynamoDB.endpoint,
          DYNAMODB_TABLE: tableName,
          ENVIRONMENT: 'dev',
          LAUNCH_SOURCES: 'launch-library,spacex',
          SPACEX_API_URL: source.url,
          ...variables,
        },
      },
    );
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  it('is under 800 KB', () => {
    expect(Buffer.byteLength(text)).toBeLessThan(800_000);
  });

  it('is the same every time, wherever the project lies', () => {
    expect(bundleFunction('ingest-launches')).toBe(text);
    expect(text).not.toContain(process.cwd());
  });

  it('fills a table from a launch API in plain Node, with nothing beside it', async () => {
    const tableName = await dynamoDB.createTable();
    const lines = await invoke({ backfill: true, source: 'spacex' }, tableName);
    const { answer } = lines.at(-1) as { answer: { statusCode: number; body: string } };
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ complete: true, inserted_items: 205 });
    expect(await storedLaunches({ client: dynamoDB.client, tableName })).toHaveLength(205);
  });

  it('has what reads a secret with it', async () => {
    const tableName = await dynamoDB.createTable();
    const lines = await invoke({ source: 'launch-library', report_failure: true }, tableName, {
      LAUNCH_LIBRARY_TOKEN_SECRET_ARN: 'arn:secret',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `${source.url}/no-secrets`,
    });
    const { answer } = lines.at(-1) as { answer: { statusCode: number; body: string } };
    expect(answer.statusCode).toBe(502);
    expect(answer.body).toContain('the secret of LAUNCH_LIBRARY_TOKEN_SECRET_ARN cannot be read');
  });

  it('emits the metrics that the alarms watch', async () => {
    const tableName = await dynamoDB.createTable();
    const lines = await invoke({ schedule: true, source: 'spacex' }, tableName);
    const emitted = lines.filter((line) => '_aws' in line);
    expect(emitted).toHaveLength(1);
    const [metrics] = (emitted[0] as unknown as EmittedMetrics)._aws.CloudWatchMetrics;
    expect(metrics).toMatchObject({
      Namespace: 'SpacexDashboard',
      Dimensions: [['source', 'table']],
    });
    expect(metrics?.Metrics).toContainEqual({ Name: 'LaunchesRead', Unit: 'Count' });
    expect(emitted[0]).toMatchObject({
      source: 'spacex',
      table: tableName,
      LaunchesRead: expect.any(Number),
    });
  });
});

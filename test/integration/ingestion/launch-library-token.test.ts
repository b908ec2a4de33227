import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SourceError } from '../../../domain/launches/sources/errors.ts';
import { readEnvironment } from '../../../functions/ingest-launches/environment.ts';
import type { handler as Handler } from '../../../functions/ingest-launches/handler.ts';
import { tokenReader } from '../../../functions/ingest-launches/launch-library-token.ts';
import type { IngestionFixture } from '../../helpers/ingestion.ts';
import { contextOf, startIngestionFixture } from '../../helpers/ingestion.ts';

const ARN = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:token-AbCdEf';
const QUARTER_HOUR = 15 * 60_000;

/** What Secrets Manager is to answer, as its JSON 1.1 protocol writes it. */
let answer: { status: number; body: Record<string, string> };
const asked: { target: unknown; body: unknown }[] = [];

const secretsManager = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(parts).toString()) as unknown;
    asked.push({ target: request.headers['x-amz-target'], body });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify(answer.body));
  });
});

const holds = (SecretString: string): void => {
  answer = { status: 200, body: { ARN, SecretString } };
};

const variables = { DYNAMODB_TABLE: 'launches', LAUNCH_LIBRARY_TOKEN_SECRET_ARN: ARN };
const withSecret = (now?: () => number) => tokenReader(readEnvironment(variables), now);

beforeAll(async () => {
  secretsManager.listen(0, '127.0.0.1');
  await once(secretsManager, 'listening');
  const { port } = secretsManager.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
});
afterAll(async () => {
  secretsManager.closeAllConnections();
  secretsManager.close();
  await once(secretsManager, 'close');
});
beforeEach(() => {
  asked.length = 0;
  holds('a-secret-token');
});

describe('the token', () => {
  it('comes from the environment where no secret is named, or there is none', async () => {
    const environment = (token?: string) =>
      readEnvironment({ DYNAMODB_TABLE: 'launches', LAUNCH_LIBRARY_TOKEN: token });
    expect(await tokenReader(environment('plain-token'))()).toBe('plain-token');
    expect(await tokenReader(environment())()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is read from the secret once, however often it is asked for', async () => {
    const read = withSecret();
    expect([await read(), await read()]).toEqual(['a-secret-token', 'a-secret-token']);
    expect(asked).toEqual([{ target: 'secretsmanager.GetSecretValue', body: { SecretId: ARN } }]);
  });

  it('is read again after a quarter of an hour, so that a new one is taken over', async () => {
    let time = 0;
    const read = withSecret(() => time);
    await read();
    holds('a-newer-token');
    time = QUARTER_HOUR - 1;
    expect(await read()).toBe('a-secret-token');
    time = QUARTER_HOUR;
    expect(await read()).toBe('a-newer-token');
  });

  it.each([
    [{ status: 400, body: { __type: 'AccessDeniedException' } }, /AccessDeniedException/],
    [{ status: 400, body: { __type: 'ResourceNotFoundException' } }, /ResourceNotFoundException/],
    [{ status: 200, body: { ARN, SecretString: ' ' } }, /is empty/],
    [{ status: 200, body: { ARN } }, /is empty/],
  ])('that cannot be had (%j) fails by name, and is asked for again', async (fault, reason) => {
    const read = withSecret();
    answer = fault as typeof answer;
    const error = await read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceError);
    expect((error as Error).message).toMatch(/LAUNCH_LIBRARY_TOKEN_SECRET_ARN/);
    expect((error as Error).message).toMatch(reason);
    holds('a-secret-token');
    expect(await read()).toBe('a-secret-token');
  });
});

describe('the handler with a secret', () => {
  let fixture: IngestionFixture;
  let handler: typeof Handler;

  beforeAll(async () => {
    fixture = await startIngestionFixture();
    Object.assign(process.env, {
      ...variables,
      DYNAMODB_TABLE: await fixture.db.createTable(),
      LAUNCH_LIBRARY_API_URL: fixture.launchLibrary.url,
      SPACEX_API_URL: fixture.spacex.url,
      AWS_ENDPOINT_URL_DYNAMODB: fixture.db.endpoint,
    });
    ({ handler } = await import('../../../functions/ingest-launches/handler.ts'));
  });
  afterAll(() => fixture.stop());

  it('answers that the source failed when it cannot be read, and goes on collecting the other', async () => {
    answer = { status: 400, body: { __type: 'AccessDeniedException' } };
    const event = { source: 'launch-library', report_failure: true };
    const failed = await handler(event, contextOf(60_000));
    expect(failed.statusCode).toBe(502);
    expect(JSON.parse(failed.body)).toEqual({
      error:
        'launch-library: the secret of LAUNCH_LIBRARY_TOKEN_SECRET_ARN cannot be read: AccessDeniedException',
    });
    expect(fixture.launchLibrary.requests).toEqual([]);
    expect((await handler({ source: 'spacex' }, contextOf(60_000))).statusCode).toBe(200);
  });

  it('sends the token to Launch Library', async () => {
    expect((await handler({ source: 'launch-library' }, contextOf(60_000))).statusCode).toBe(200);
    expect(fixture.launchLibrary.requests.at(-1)?.headers['authorization']).toBe(
      'Token a-secret-token',
    );
  });
});

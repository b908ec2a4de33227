import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvokeCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda';
import { join } from 'node:path';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../../local/dynamodb/local-client.ts';
import type { LocalFunction } from '../../../local/ingestion/function.ts';
import { startFunction } from '../../../local/ingestion/function.ts';
import type { InvokeApi } from '../../../local/ingestion/invoke-api.ts';
import { FUNCTION_NAME, startInvokeApi } from '../../../local/ingestion/invoke-api.ts';
import { temporaryFolder } from '../../helpers/local-system.ts';

describe("the stand-in of Lambda's Invoke", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let echo: LocalFunction;
  let api: InvokeApi;
  let client: LambdaClient;
  beforeAll(async () => {
    folder = await temporaryFolder();
    echo = await startFunction({
      module: join(import.meta.dirname, 'functions/echo.ts'),
      environment: {},
      logFile: join(folder.path, 'function.log'),
    });
    api = await startInvokeApi(echo.invoke);
    client = new LambdaClient({
      ...{ endpoint: api.endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS },
      maxAttempts: 1,
    });
  });
  afterAll(async () => {
    client.destroy();
    await api.stop();
    await echo.stop();
    await folder.remove();
  });

  const invoke = (event: object, FunctionName = FUNCTION_NAME) =>
    client.send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(event)) }));

  it('hands the event to the function and its answer to the SDK', async () => {
    const { StatusCode, FunctionError, Payload } = await invoke({ source: 'spacex' });
    expect([StatusCode, FunctionError]).toEqual([200, undefined]);
    const answer = JSON.parse(Payload!.transformToString()) as { statusCode: number; body: string };
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body)).toMatchObject({ event: { source: 'spacex' } });
  });

  it('says that the function threw', async () => {
    const { StatusCode, FunctionError, Payload } = await invoke({ throws: 'no' });
    expect([StatusCode, FunctionError]).toEqual([200, 'Unhandled']);
    expect(Payload!.transformToString()).toContain('InvocationError');
  });

  it('knows one function', async () => {
    await expect(invoke({}, 'other')).rejects.toThrow(ResourceNotFoundException);
  });
});

import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Seals } from '../../../dashboard-api/auth/session/seals.ts';
import type { DevelopmentIssuer } from '../../../local/sign-in/issuer.ts';
import { startDevelopmentIssuer } from '../../../local/sign-in/issuer.ts';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { freePort } from '../../helpers/free-port.ts';
import { launch, storeLaunches } from '../../helpers/launches.ts';

export const [OLD, NEW] = ['old-key-'.repeat(5), 'new-key-'.repeat(5)] as const;
export const FORM_TOKEN = 'the-token-of-the-form';
export const OTTO = { name: 'Otto', roles: ['operator'], formToken: FORM_TOKEN };
export const API = '/api/v1/ingestions';
export const HERE = { 'sec-fetch-site': 'same-origin' };
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A table with one launch, and an issuer that dashboards on it trust. */
export interface SessionFixture {
  dynamodb: TestDynamoDB;
  tableName: string;
  issuer: DevelopmentIssuer;
  /** Where the issuer sends browsers back to. */
  port: number;
  /** Starts a dashboard, on that port by default, and by default on the table itself. */
  start: (variables?: Record<string, string>, endpoint?: string) => Promise<TestDashboard>;
  stop: () => Promise<void>;
}

export const startSessionFixture = async (): Promise<SessionFixture> => {
  const dynamodb = await startEmbeddedDynamoDB();
  const tableName = await dynamodb.createTable();
  await storeLaunches({ client: dynamodb.client, tableName }, [launch()]);
  const port = await freePort();
  const issuer = await startDevelopmentIssuer([`http://127.0.0.1:${port}`], {});
  return {
    dynamodb,
    tableName,
    issuer,
    port,
    start: (variables = {}, endpoint = dynamodb.endpoint) =>
      startDashboard(endpoint, tableName, {
        PORT: String(port),
        OIDC_ISSUER: issuer.url,
        OIDC_CLIENT_ID: 'dashboard',
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        SESSION_KEY: `${NEW},${OLD}`,
        ...variables,
      }),
    stop: async () => {
      await dynamodb.stop();
      await issuer.stop();
    },
  };
};

/** Header of a request that brings a session, of its own unless the content has an id. */
export const session = async (
  content: object = OTTO,
  { secret = NEW as string, purpose = 'session', seconds = 60 } = {},
): Promise<Record<string, string>> => ({
  cookie: `language=en; session=${await new Seals([secret]).seal({ id: randomUUID(), ...content }, purpose, seconds)}`,
});

/** Signs out by the form of a page. */
export const signOut = (
  dashboard: TestDashboard,
  headers: Record<string, string>,
): Promise<Response> =>
  dashboard.get('/sign-out', {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, ...HERE, ...FORM },
    body: `form_token=${FORM_TOKEN}`,
  });

import { randomBytes } from 'node:crypto';
import { FUNCTION_NAME } from '../ingestion/invoke-api.ts';
import { AUDIENCE, CLIENT_ID } from './client.ts';

/** Names under which people open the dashboard on this machine. */
export const dashboardOrigins = (port: number): readonly string[] => [
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}`,
];

interface Places {
  /** Address of the development issuer. */
  issuer: string;
  /** Address of the stand-in of Lambda's Invoke. */
  invoke: string;
  origins: readonly string[];
}

/** What lets people sign in at the dashboard and operators start ingestion from it. */
export const accessEnvironment = ({ issuer, invoke, origins }: Places): Record<string, string> => ({
  OIDC_ISSUER: issuer,
  OIDC_AUDIENCE: AUDIENCE,
  OIDC_CLIENT_ID: CLIENT_ID,
  PUBLIC_URL: origins.join(','),
  // Sessions end with the system they were made by.
  SESSION_KEY: randomBytes(32).toString('base64url'),
  INGESTION_FUNCTION_NAME: FUNCTION_NAME,
  AWS_ENDPOINT_URL_LAMBDA: invoke,
});

import { startInvokeApi } from '../../local/ingestion/invoke-api.ts';
import { accessEnvironment } from '../../local/sign-in/environment.ts';
import { startDevelopmentIssuer } from '../../local/sign-in/issuer.ts';
import { freePort } from './free-port.ts';
import type { TestSite } from './site.ts';
import { startSite } from './site.ts';

/** The whole system with people who sign in at a real issuer, and operators who start the real function. */
export interface SignInSite extends TestSite {
  /** Origin of the issuer. */
  issuer: string;
}

/** @param variables the dashboard's environment, over one in which reading is public */
export const startSignInSite = async (
  variables: Record<string, string> = {},
): Promise<SignInSite> => {
  const port = await freePort();
  const origins = [`http://127.0.0.1:${port}`];
  const issuer = await startDevelopmentIssuer(origins, {});
  const invoke = await startInvokeApi((event) => site.ingest(event));
  const access = accessEnvironment({ issuer: issuer.url, invoke: invoke.endpoint, origins });
  // The SDK reads where Lambda is from the process alone.
  process.env['AWS_ENDPOINT_URL_LAMBDA'] = invoke.endpoint;
  const site = await startSite({ PORT: String(port), ...access, ...variables });
  return {
    ...site,
    issuer: issuer.url,
    stop: async () => {
      await site.stop();
      await Promise.all([issuer.stop(), invoke.stop()]);
    },
  };
};

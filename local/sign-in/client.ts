/** The dashboard at the issuer: a public client, held to PKCE. */
export const CLIENT_ID = 'dashboard';
/** Whom access tokens are for. */
export const AUDIENCE = 'urn:spacex-dashboard:local';

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A token as somebody hands it on who has verified it: nobody looks at its signature again. */
export const tokenOf = (claims: object): string =>
  `${encode({ alg: 'ES256', kid: 'first' })}.${encode(claims)}.${encode({ of: 'no matter' })}`;

/** Role of who starts ingestion and sees single runs. */
export const OPERATOR = 'operator';

/** What an issuer says in a token, as it was signed. */
export type Claims = Readonly<Record<string, unknown>>;

/** Some issuers' claims have dots in their names, others have objects in their claims. */
const claimAt = (claims: Claims, name: string): unknown =>
  name in claims
    ? claims[name]
    : name
        .split('.')
        .reduce<unknown>((node, key) => (node as Claims | null | undefined)?.[key], claims);

const wordsOf = (claim: unknown): unknown[] => {
  if (Array.isArray(claim)) return claim;
  return typeof claim === 'string' ? claim.split(' ') : [];
};

/**
 * True when claims name an operator.
 * @param name of the claim with roles, dots leading into objects: a list, or words separated by blanks
 */
export const namesOperator = (claims: Claims, name: string): boolean =>
  wordsOf(claimAt(claims, name)).includes(OPERATOR);

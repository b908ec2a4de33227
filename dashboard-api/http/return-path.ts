/** Stands for this site, whatever it is called. */
const HERE = 'http://here.invalid';

const HOME = '/';

/**
 * A path of this site to go back to, from a caller who may have put anything there.
 * What a browser would read as another site (`//host`, `/\host`, `/%09/host`) leads home.
 * @returns path and query, starting with exactly one slash
 */
export const toReturnPath = (value: unknown): string => {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, HERE)) {
    return HOME;
  }
  const { origin, pathname, search } = new URL(value, HERE);
  // A path may begin with a double slash only after it was resolved: `/.//host`.
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : HOME;
};

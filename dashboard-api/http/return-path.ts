/** Stands for this site, whatever it is called. */
const HERE = 'http://here.invalid';

const HOME = '/';

/**
 * A path of this site to go back to, from a caller who may have put anything there.
 * What a browser would read as another site (`//host`, `/\host`, `/%09/host`) leads home.
 * @param maxLength of what is remembered as JSON, in characters; what is longer leads home as well
 * @returns path and query, starting with exactly one slash
 */
export const toReturnPath = (value: unknown, maxLength = Infinity): string => {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, HERE)) {
    return HOME;
  }
  const { origin, pathname, search } = new URL(value, HERE);
  // A path may begin with a double slash only after it was resolved: `/.//host`.
  const path = `${pathname}${search}`;
  const isHere = origin === HERE && !pathname.startsWith('//');
  return isHere && JSON.stringify(path).length - 2 <= maxLength ? path : HOME;
};

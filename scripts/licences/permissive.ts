/** Licences that ask for no more than to be named along with the code. */
const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unicode-3.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether an SPDX expression leaves a permissive licence to choose: one side of `OR`, both of `AND`. What an exception
 * (`WITH`) allows is not read here, so it is not permissive.
 */
export const isPermissive = (licence: string): boolean => {
  // No expression here nests: in all that is delivered, brackets stand only round the whole.
  const expression = licence.trim().replace(/^\((.*)\)$/, '$1');
  return expression
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => PERMISSIVE.has(name.trim())));
};

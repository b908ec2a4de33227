/** Sentences of one language by key; plural ones end in `.one` and `.other`. */
export type Entries = Readonly<Record<string, string>>;

export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Looks up a sentence and puts values into its places (`{name}`); numbers are formatted.
 * With a `count` the plural form that fits it is taken, where the sentence has forms.
 * @throws when the language lacks the key, or the caller a value
 */
export type Translate = (key: string, parameters?: Parameters) => string;

const PLACE = /\{(\w+)\}/g;

/**
 * @param tag BCP 47 tag that decides plural forms
 * @param formatNumber how a number in a sentence is written
 */
export const createTranslate = (
  entries: Entries,
  tag: string,
  formatNumber: (value: number) => string,
): Translate => {
  const plurals = new Intl.PluralRules(tag);
  const formOf = (key: string, count: number): string | undefined =>
    entries[`${key}.${plurals.select(count)}`] ?? entries[`${key}.other`];
  const sentenceOf = (key: string, { count }: Parameters): string => {
    const sentence = (typeof count === 'number' ? formOf(key, count) : undefined) ?? entries[key];
    if (sentence === undefined) throw new Error(`No words for ${key} in ${tag}`);
    return sentence;
  };
  return (key, parameters = {}) =>
    sentenceOf(key, parameters).replace(PLACE, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      return typeof value === 'number' ? formatNumber(value) : value;
    });
};

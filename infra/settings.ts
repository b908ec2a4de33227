const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** Where settings come from: Pulumi's configuration in the program, plain values in a test. */
export interface SettingsSource {
  get: (key: string) => string | undefined;
}

/** Reads settings as what they mean and collects what is wrong with them, each problem naming its key. */
export class Settings {
  readonly problems: string[] = [];
  private readonly source: SettingsSource;

  constructor(source: SettingsSource) {
    this.source = source;
  }

  /** The trimmed text; a key that is set to nothing counts as not set. */
  text(key: string): string | undefined {
    return this.source.get(key)?.trim() || undefined;
  }

  /** A text that looks as `pattern` says. */
  match(key: string, pattern: RegExp, meaning: string): string | undefined {
    const text = this.text(key);
    if (text !== undefined && !pattern.test(text)) this.reject(key, text, meaning);
    return text;
  }

  choice<T extends string, F extends T | undefined>(
    key: string,
    choices: readonly T[],
    fallback: F,
  ): T | F {
    const text = this.text(key);
    if (text === undefined) return fallback;
    const choice = choices.find((each) => each === text);
    if (choice === undefined) this.reject(key, text, `one of ${choices.join(', ')}`);
    return choice ?? fallback;
  }

  flag<F extends boolean | undefined>(key: string, fallback: F): boolean | F {
    const choice = this.choice(key, ['true', 'false'], undefined);
    return choice === undefined ? fallback : choice === 'true';
  }

  /** A whole number from 1 to 1000. */
  count<F extends number | undefined>(key: string, fallback: F): number | F {
    const text = this.match(key, /^([1-9]\d{0,2}|1000)$/, 'a whole number from 1 to 1000');
    return text === undefined ? fallback : Number(text);
  }

  /** A list written with commas. */
  list<T extends string>(key: string, choices: readonly T[], fallback: readonly T[]): readonly T[] {
    const text = this.text(key);
    if (text === undefined) return fallback;
    const names = text.split(',').map((name) => name.trim());
    const known = choices.filter((choice) => names.includes(choice));
    if (known.length !== names.length) {
      this.reject(key, text, `each one of ${choices.join(', ')}, once`);
    }
    return names as T[];
  }

  /** A list of texts that look as `pattern` says, written with commas; not set is none. */
  words(key: string, pattern: RegExp, meaning: string): string[] {
    const text = this.text(key);
    if (text === undefined) return [];
    const words = text.split(',').map((word) => word.trim());
    const isSound =
      words.every((word) => pattern.test(word)) && new Set(words).size === words.length;
    if (!isSound) this.reject(key, text, `${meaning}, each once`);
    return words;
  }

  /** A region of AWS. */
  region(key: string): string | undefined {
    return this.match(key, REGION, 'a region such as us-west-2');
  }

  httpUrl(key: string): string | undefined {
    const text = this.match(key, /^https?:\/\//, 'an http(s) address');
    if (text !== undefined && !URL.canParse(text)) this.reject(key, text, 'an http(s) address');
    return text;
  }

  private reject(key: string, text: string, meaning: string): void {
    this.problems.push(`${key} is "${text}", not ${meaning}`);
  }
}

const ONE_BYTE_EACH = /^[\0-\xff]*$/;

/** An equal text; one of more than a megabyte, which is where Node begins to, is outside of the heap of objects. */
const outsideOfHeap = (text: string): string => {
  const encoding = ONE_BYTE_EACH.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
};

/**
 * Many texts in one: half the memory, and the collector of garbage looks at one object in place of each of them.
 * Reading one takes some 20 ns, and gives a view of the whole that keeps all of it in memory.
 */
export class PackedTexts {
  private whole: string;
  /** Where the first text begins. */
  private base = 0;
  /** Of each text, and the end of the last one, counted from the first. */
  private readonly starts: Uint32Array;

  constructor(texts: readonly string[]) {
    this.whole = texts.join('');
    this.starts = new Uint32Array(texts.length + 1);
    let end = 0;
    texts.forEach((text, index) => (this.starts[index + 1] = end += text.length));
  }

  at(index: number): string {
    const { base, starts } = this;
    return this.whole.substring(base + starts[index]!, base + starts[index + 1]!);
  }

  /** Joins the wholes of several that are held together. Takes some 2 ms a megabyte. */
  static unite(parts: readonly PackedTexts[]): void {
    const whole = outsideOfHeap(parts.map((part) => part.whole).join(''));
    let base = 0;
    for (const part of parts) {
      const { length } = part.whole;
      part.whole = whole;
      part.base = base;
      base += length;
    }
  }
}

/** Joins lists and remembers the last join. */
export class JoinedLists<T> {
  private parts: readonly (readonly T[])[] = [];
  private joined: readonly T[] = [];

  of(parts: readonly (readonly T[])[]): readonly T[] {
    if (parts.length !== this.parts.length || parts.some((part, i) => part !== this.parts[i])) {
      this.joined = ([] as T[]).concat(...parts);
      this.parts = parts;
    }
    return this.joined;
  }
}

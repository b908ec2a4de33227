/**
 * Has the next element fetched while the present one is worked on. What fails ahead is thrown in its turn, after the
 * elements before it.
 */
export async function* readAhead<T>(elements: AsyncGenerator<T, void>): AsyncGenerator<T, void> {
  let ahead = elements.next();
  for (;;) {
    const { done, value } = await ahead;
    if (done) return;
    ahead = elements.next();
    // Whoever stops early never asks what became of it.
    ahead.catch(() => undefined);
    yield value;
  }
}

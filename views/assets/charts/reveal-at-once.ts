/** The part of an ApexCharts instance that holds what it shows late. */
interface Internals {
  w?: { globals?: { delayedElements?: unknown } };
}

/** A list that is empty once it was walked. */
class DrainingList<T> extends Array<T> {
  override forEach(visit: (value: T, index: number, list: T[]) => void): void {
    this.splice(0).forEach(visit);
  }

  /** Parts of it are plain lists. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/**
 * Keeps ApexCharts from revealing all earlier bars again with each bar it draws, which costs the square of
 * their number: the elements it still has to reveal are put in a list that empties itself when walked.
 * Charts are the same without it, only slower. To be called before the chart is rendered.
 */
export const revealAtOnce = (chart: object): void => {
  const globals = (chart as Internals).w?.globals;
  if (!globals || !Array.isArray(globals.delayedElements)) return;
  let list = new DrainingList<unknown>();
  Object.defineProperty(globals, 'delayedElements', {
    get: () => list,
    // Rendering starts with a fresh list.
    set: () => {
      list = new DrainingList<unknown>();
    },
    configurable: true,
    enumerable: true,
  });
};

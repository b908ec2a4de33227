/** Room above the tallest bar, as a share of it. */
const HEADROOM = 1.08;
const NICE = [1, 2, 5];

/** A whole step that is 1, 2 or 5 times a power of ten, and the end of the axis, a multiple of it. */
export interface Scale {
  step: number;
  max: number;
}

const stepsFor = function* (): Generator<number> {
  for (let power = 1; ; power *= 10) for (const factor of NICE) yield factor * power;
};

/**
 * An axis of counts from zero.
 * @param largest the largest count drawn
 * @param maxSteps steps the axis has room for
 */
export const countScale = (largest: number, maxSteps: number): Scale => {
  const wanted = Math.max(largest, 1) * HEADROOM;
  for (const step of stepsFor()) {
    const steps = Math.ceil(wanted / step);
    if (steps <= maxSteps) return { step, max: steps * step };
  }
  throw new RangeError(`no scale for ${largest}`);
};

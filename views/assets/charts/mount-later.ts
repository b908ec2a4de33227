/** The part of an ApexCharts instance that puts what it has drawn into the page. */
interface Mounting {
  mount?: (drawn: unknown) => Promise<unknown>;
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Lets the page answer its reader between the two halves of a rendering, the drawing of the bars and the
 * mounting of axes and labels. To be called before the chart is rendered.
 * @param isWanted false once the chart was taken away: then the second half is left out
 */
export const mountLater = (chart: object, isWanted: () => boolean): void => {
  const { mount } = chart as Mounting;
  if (typeof mount !== 'function') return;
  (chart as Mounting).mount = async (drawn) => {
    await nextTask();
    return isWanted() ? mount.call(chart, drawn) : chart;
  };
};

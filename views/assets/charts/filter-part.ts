/**
 * What a mark of a chart stands for, as parameters of the page's address: `from` and `to` (UTC days,
 * inclusive), `status`, `launchpad`, `rocket`.
 */
export type FilterPart = Readonly<
  Partial<Record<'from' | 'to' | 'status' | 'launchpad' | 'rocket', string>>
>;

/** Where in a chart the pointer is. */
export interface ChartPoint {
  /** Of the bar, row or day in its series. */
  index: number;
  /** Of the series whose mark is under the pointer; null beside the marks. */
  series: number | null;
}

/** What the mark at a point stands for; null where there is nothing to filter by. */
export type PartAt = (point: ChartPoint) => FilterPart | null;

/** A bar at the edge of the days asked for holds only those of its launches that are within them. */
const cutTo = (parameters: URLSearchParams, part: FilterPart): [name: string, value: string][] =>
  Object.entries(part).map(([name, value]) => {
    const asked = parameters.get(name);
    const isOutside = name === 'from' ? asked! > value : name === 'to' && asked! < value;
    return [name, asked !== null && isOutside ? asked : value];
  });

/**
 * The address of the page filtered by a part of it, or, where it already is, without that filter.
 * @param href path and query as the server wrote them: pads by id, rockets by name, nothing it ignored
 */
export const toggledHref = (href: string, part: FilterPart): string => {
  const [path, search = ''] = href.split('?');
  const parameters = new URLSearchParams(search);
  const cut = cutTo(parameters, part);
  const isFilter = cut.every(([name, value]) => parameters.getAll(name).join('\n') === value);
  for (const [name, value] of cut) {
    if (isFilter) parameters.delete(name);
    else parameters.set(name, value);
  }
  return parameters.size === 0 ? `${path}` : `${path}?${parameters}`;
};

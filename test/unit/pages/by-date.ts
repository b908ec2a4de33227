interface Dated {
  id: string;
  launch_date: string;
}

/** The order the catalog hands launches out in: by date, then by id. */
export const compareByDate = (a: Dated, b: Dated): number =>
  a.launch_date < b.launch_date || (a.launch_date === b.launch_date && a.id < b.id) ? -1 : 1;

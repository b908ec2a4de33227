import type { Launch } from '../../domain/launches/launch.ts';
import type { Order } from './paging.ts';

const byId = (order: Order) => (a: Launch, b: Launch) =>
  a.id < b.id === (order === 'asc') ? -1 : 1;

/**
 * Puts launches of one date in order of their ids: the date index leaves that open, a list does not.
 * @param launches in order of date; launches of one date are held back together, and no more than those
 */
export async function* inListOrder(
  launches: AsyncIterable<Launch>,
  order: Order,
): AsyncGenerator<Launch> {
  let held: Launch[] = [];
  for await (const launch of launches) {
    if (held[0] !== undefined && held[0].launch_date !== launch.launch_date) {
      yield* held.sort(byId(order));
      held = [];
    }
    held.push(launch);
  }
  yield* held.sort(byId(order));
}

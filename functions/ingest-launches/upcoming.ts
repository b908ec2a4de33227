import type { LaunchReader } from '../../domain/launches/repository/launch-reader.ts';
import type { SourceState } from '../../domain/launches/state.ts';

/**
 * Date of the oldest stored launch that is still upcoming and that its source lists: its outcome may arrive at
 * any time, and only a window that reaches back to it will bring it. One Query a year, up to that year.
 * @returns ISO 8601 UTC with milliseconds; null when no launch is upcoming
 */
export const oldestUpcoming = async (
  reader: LaunchReader,
  { source, years }: SourceState,
): Promise<string | null> => {
  for (const year of years) {
    for await (const page of reader.launchesOfYear(source, year, { status: 'upcoming' })) {
      const listed = page.find(({ missing_since }) => missing_since === null);
      if (listed !== undefined) return listed.launch_date;
    }
  }
  return null;
};

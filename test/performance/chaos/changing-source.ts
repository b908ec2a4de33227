import type { LaunchLibraryLaunch, SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import { expandLaunch } from '../../../local/recorded-sources/index.ts';
import { recordedFacts } from '../../../local/recorded-sources/launch-library/launch.ts';
import { recordedLaunches } from '../../../local/recorded-sources/spacex/launch.ts';

const DAY_MS = 86_400_000;

const shift = ({ date_utc }: SpacexLaunch, days: number): { date_utc: string } => ({
  date_utc: new Date(Date.parse(date_utc) + days * DAY_MS).toISOString(),
});

const copiesOf = (copies: number): SpacexLaunch[] =>
  Array.from({ length: copies }, (_, copy) =>
    recordedLaunches().map((launch) => ({
      ...launch,
      ...shift(launch, copy),
      id: `${launch.id}-${copy}`,
    })),
  ).flat();

const changeOf = (launch: SpacexLaunch, index: number): Partial<SpacexLaunch> => {
  if (index % 5 === 0) return shift(launch, 3);
  if (index % 7 === 0) return shift(launch, 400);
  return index % 11 === 0 ? { upcoming: false, success: true, details: 'Flown.' } : {};
};

/** What a launch API says, and what it says later. */
export interface ChangingSource<Launch> {
  before: Launch[];
  /** Some slip within the year, some across years, some have an outcome now, some are new, some are gone. */
  after: Launch[];
}

const changing = <Launch>(
  all: readonly Launch[],
  change: (launch: Launch, index: number) => Partial<Launch>,
): ChangingSource<Launch> => ({
  before: all.filter((_, index) => index % 10 !== 9),
  after: all
    .map((launch, index) => ({ ...launch, ...change(launch, index) }))
    .filter((_, index) => index % 23 !== 22),
});

/** @param copies of the 205 recorded launches, each under ids of its own */
export const changingSource = (copies: number): ChangingSource<SpacexLaunch> =>
  changing(copiesOf(copies), changeOf);

const LAUNCH_LIBRARY_LAUNCHES = 250;

const shiftNet = ({ net }: LaunchLibraryLaunch, days: number): { net: string } => ({
  net: new Date(Date.parse(net) + days * DAY_MS).toISOString(),
});

/** Three pages of Launch Library; what it does not list any more has flown. */
export const changingLaunchLibrary = (): ChangingSource<LaunchLibraryLaunch> =>
  changing(recordedFacts().slice(-LAUNCH_LIBRARY_LAUNCHES).map(expandLaunch), (launch, index) => {
    if (index % 5 === 0) return shiftNet(launch, 3);
    return index % 7 === 0 ? shiftNet(launch, 400) : {};
  });

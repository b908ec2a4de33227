import type { SpacexLaunch } from '../../../local/recorded-sources/index.ts';
import { recordedLaunches } from '../../../local/recorded-sources/spacex/launch.ts';
import { generatedLaunches } from '../measuring/generated-launches.ts';

const FIRST_YEAR = 2000;
const YEARS = 20;

/** Years the generated documents are of. */
export const GENERATED_YEARS = Array.from({ length: YEARS }, (_, index) =>
  String(FIRST_YEAR + index),
);

/** Documents of r-spacex, spread evenly over twenty years, oldest first: recorded ones with other facts in them. */
export const generatedDocuments = (count: number): SpacexLaunch[] => {
  const recorded = recordedLaunches();
  const plan = { source: 'spacex', firstYear: FIRST_YEAR, years: YEARS } as const;
  const launches = generatedLaunches({ ...plan, perYear: Math.ceil(count / YEARS) });
  return [...launches].slice(0, count).map((launch, index) => ({
    ...recorded[index % recorded.length]!,
    id: launch.id,
    name: launch.mission_name,
    date_utc: launch.launch_date,
    date_precision: launch.launch_date_precision,
    upcoming: false,
    success: launch.launch_status === 'success',
    details: launch.details,
    cores: launch.boosters,
  }));
};

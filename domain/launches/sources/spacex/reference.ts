/**
 * Names behind the ids of r-spacex v5. The API froze in October 2022, so that these cannot change any more,
 * and asking for them would cost two calls a run.
 */
export const ROCKET_NAMES: Readonly<Record<string, string>> = {
  '5e9d0d95eda69955f709d1eb': 'Falcon 1',
  '5e9d0d95eda69973a809d1ec': 'Falcon 9',
  '5e9d0d95eda69974db09d1ed': 'Falcon Heavy',
  '5e9d0d96eda699382d09d1ee': 'Starship',
};

export const LAUNCHPAD_NAMES: Readonly<Record<string, string>> = {
  '5e9e4501f5090910d4566f83': 'VAFB SLC 3W',
  '5e9e4501f509094ba4566f84': 'CCSFS SLC 40',
  '5e9e4502f5090927f8566f85': 'STLS',
  '5e9e4502f5090995de566f86': 'Kwajalein Atoll',
  '5e9e4502f509092b78566f87': 'VAFB SLC 4E',
  '5e9e4502f509094188566f88': 'KSC LC 39A',
};

import type { Fault } from '../../../local/recorded-sources/index.ts';
import type { Random } from '../../helpers/random.ts';

/** Every way in which a recorded server can fail. */
const FAULTS: readonly Fault[] = [
  { status: 400 },
  { status: 404 },
  { status: 500 },
  { status: 503 },
  { status: 503, retry_after: 'Tue, 01 Jan 2999 00:00:00 GMT' },
  { status: 429, retry_after: 1 },
  { status: 429, retry_after: 3600 },
  { cut_off: 'json' },
  { cut_off: 'connection' },
  { not_json: true },
  { wrong_types: 'all' },
  { wrong_types: [0, 3, 70] },
  { unknown_field: true },
  { wrong_envelope: true },
  { no_documents: true },
  { delay_ms: 4000 },
  { delay_ms: 600_000 },
];
/** Calls that pass before it begins; calls it lasts for, always without a number. */
const BEFORE = [0, 1, 2];
const LASTS = [1, 3, undefined];

/** Every fault from the first call on or later, once, for a while or for good: as a server takes them. */
export const allFaultPlans = (): Fault[][] =>
  FAULTS.flatMap((fault) =>
    BEFORE.flatMap((passing) =>
      LASTS.map((times) => [
        ...(passing === 0 ? [] : [{ times: passing }]),
        times === undefined ? fault : { ...fault, times },
      ]),
    ),
  );

/** So many of the plans, all of them when there are not as many. */
export const someFaultPlans = (count: number, { between }: Random): Fault[][] => {
  const plans = allFaultPlans();
  while (plans.length > count) plans.splice(between(0, plans.length - 1), 1);
  return plans;
};

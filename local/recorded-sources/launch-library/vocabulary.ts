/** Launch statuses of Launch Library 2, by their abbreviation. */
export const STATUSES = {
  Go: {
    id: 1,
    name: 'Go for Launch',
    abbrev: 'Go',
    description: 'The date and time are confirmed.',
  },
  TBD: {
    id: 2,
    name: 'To Be Determined',
    abbrev: 'TBD',
    description: 'The date is a rough guess.',
  },
  Success: {
    id: 3,
    name: 'Launch Successful',
    abbrev: 'Success',
    description: 'The payloads reached their orbits.',
  },
  Failure: {
    id: 4,
    name: 'Launch Failure',
    abbrev: 'Failure',
    description: 'The payloads did not reach a usable orbit.',
  },
  Hold: { id: 5, name: 'On Hold', abbrev: 'Hold', description: 'The countdown is stopped.' },
  'In Flight': {
    id: 6,
    name: 'Launch in Flight',
    abbrev: 'In Flight',
    description: 'The rocket has left the pad.',
  },
  'Partial Failure': {
    id: 7,
    name: 'Launch was a Partial Failure',
    abbrev: 'Partial Failure',
    description: 'Some payloads were lost or left in a wrong orbit.',
  },
  TBC: {
    id: 8,
    name: 'To Be Confirmed',
    abbrev: 'TBC',
    description: 'The date is likely and not confirmed yet.',
  },
  Deployed: {
    id: 9,
    name: 'Payload Deployed',
    abbrev: 'Deployed',
    description: 'A payload is out; whether the launch succeeded is not told yet.',
  },
} as const;

export type StatusAbbreviation = keyof typeof STATUSES;

/** What of a `net` means anything. */
export const PRECISIONS = {
  second: { id: 0, name: 'Second', abbrev: 'SEC', description: 'Known to the second.' },
  minute: { id: 1, name: 'Minute', abbrev: 'MIN', description: 'Known to the minute.' },
  day: { id: 5, name: 'Day', abbrev: 'DAY', description: 'Known to the day.' },
  month: { id: 7, name: 'Month', abbrev: 'M', description: 'Known to the month.' },
} as const;

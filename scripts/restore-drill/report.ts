import type { Difference } from './compare.ts';
import type { Report } from './drill.ts';

/** Differences that are told one by one; the JSON report has all. */
const MAX_TOLD = 20;

const VERDICTS = {
  same: 'SAME: every item is there, and no other.',
  later: 'SAME but for what was written since: every other item is there, and no other.',
  different: 'DIFFERENT: this restore would not have brought everything back as it was.',
};

const differenceLine = ({ id, launch_date, how, isLater }: Difference): string =>
  `  ${id} ${launch_date}: ${how}${isLater ? ' (written since)' : ''}`;

const timeLines = ({ restored_as_of, restore_seconds, lost_seconds }: Report): string[] =>
  restored_as_of === null
    ? []
    : [
        `As of ${restored_as_of}: a loss at that moment would have cost ${lost_seconds} s of writes.`,
        `The restore took ${restore_seconds} s.`,
      ];

const listLines = (title: string, lines: readonly string[]): string[] => {
  if (lines.length === 0) return [];
  const more = lines.length - MAX_TOLD;
  return [title, ...lines.slice(0, MAX_TOLD), ...(more > 0 ? [`  … and ${more} more`] : [])];
};

const word = (isSame: boolean): string => (isSame ? 'same' : 'NOT THE SAME');

/** The report for a person. */
export const inWords = (report: Report): string[] => [
  `Restore drill of ${report.table}, ${report.started_at}`,
  ...timeLines(report),
  ...Object.entries(report.groups).map(
    ([name, { table, restored, isSame }]) =>
      `${name}: ${table.items} and ${restored.items} items, checksums ${table.checksum.slice(0, 12)} and ` +
      `${restored.checksum.slice(0, 12)}: ${word(isSame)}`,
  ),
  ...Object.entries(report.served).map(
    ([source, { table, restored, isWhole }]) =>
      `${source}: the dashboard would find ${table} and ${restored} launches: ${isWhole ? 'whole' : 'NOT WHOLE'}`,
  ),
  ...listLines('Differences:', report.differences.map(differenceLine)),
  ...listLines(
    'No launches:',
    report.invalid.map((reason) => `  ${reason}`),
  ),
  VERDICTS[report.verdict],
  ...(report.restored_as_of !== null && report.is_kept
    ? [`${report.restored_table} is kept, and costs; aws dynamodb delete-table deletes it.`]
    : []),
];

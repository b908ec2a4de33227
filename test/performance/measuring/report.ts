import { Console } from 'node:console';
import type { Figure, Goal } from './figures.ts';
import { reaches } from './figures.ts';

const terminal = new Console(process.stdout, process.stderr);

/** Prints a line. */
export const say = (line: string): void => terminal.log(line);

/** Prints a line beside the results: what is under way. */
export const tell = (line: string): void => terminal.error(line);

/** Prints rows of equal fields as one table. */
export const printTable = (rows: readonly object[]): void => terminal.table(rows);

/** Three digits that mean something, at least all those before the point. */
export const roundOff = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

const goalText = (goal: Goal | null): string => {
  if (goal === null) return '';
  return 'least' in goal ? `≥ ${goal.least}` : `≤ ${goal.most}`;
};

const row = (figure: Figure) => ({
  what: figure.what,
  value: roundOff(figure.value),
  unit: figure.unit,
  goal: goalText(figure.goal),
  reached: figure.goal === null ? '' : reaches(figure) ? 'yes' : 'NO',
});

/** Prints figures as one table, or as JSON: an array of `{what, value, unit, goal, reached}`. */
export const printFigures = (figures: readonly Figure[], isJson: boolean): void => {
  if (isJson) {
    const judged = figures.map((figure) => ({
      ...figure,
      reached: figure.goal === null ? null : reaches(figure),
    }));
    say(JSON.stringify(judged, null, 2));
  } else printTable(figures.map(row));
};

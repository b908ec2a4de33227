/** Measures the ingestion alone: `node test/performance/ingestion/main.ts`, with `--large` 100,000 launches too. */
import { reaches } from '../measuring/figures.ts';
import { printTable } from '../measuring/report.ts';
import { measureIngestion } from './measure-ingestion.ts';
import { measureLambdaPackage } from './measure-lambda-package.ts';

const large = process.argv.includes('--large');
const figures = [...(await measureLambdaPackage()), ...(await measureIngestion({ large }))];
printTable(
  figures.map((figure) => ({
    ...figure,
    value: Number(figure.value.toPrecision(3)),
    goal: JSON.stringify(figure.goal),
    reached: reaches(figure),
  })),
);

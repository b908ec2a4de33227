/** The other end: how fast launches come into the table, and what does it. */
import { measureIngestion } from '../ingestion/measure-ingestion.ts';
import { measureLambdaPackage } from '../ingestion/measure-lambda-package.ts';
import type { Part } from './bench.ts';

export const ingestion: Part = {
  name: 'ingestion',
  measure: ({ isLarge }) => measureIngestion({ large: isLarge }),
};

export const lambdaPackage: Part = { name: 'package', measure: () => measureLambdaPackage() };

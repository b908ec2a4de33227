import { startIngestionWorld } from '../../helpers/ingestion-world.ts';
import type { IngestionWorld } from '../../helpers/ingestion-world.ts';
import type { Figure } from '../measuring/figures.ts';
import { interleaved } from '../measuring/rounds.ts';
import { fillByYears, fillMeasures } from './fill-measures.ts';
import type { FillNotes } from './fill-measures.ts';
import { GENERATED_YEARS, generatedDocuments } from './generated-documents.ts';

const LAUNCHES = 10_000;
const MANY = 100_000;
const MB = 1e6;

const fillFigures = async (world: IngestionWorld): Promise<Figure[]> => {
  world.spacex.setLaunches(generatedDocuments(LAUNCHES));
  const notes: FillNotes = { maxRssBytes: [], rewritten: [] };
  const { raw, first, second } = await interleaved(fillMeasures(world, LAUNCHES, notes));
  const of = 'of 10,000 launches';
  return [
    {
      what: `ingestion ${of}: rate against plain BatchWrite calls of the same items`,
      value: raw / first,
      unit: 'ratio',
      goal: { least: 0.6 },
    },
    {
      what: `ingestion ${of}: launches a second`,
      value: (LAUNCHES / first) * 1000,
      unit: '1/s',
      goal: null,
    },
    {
      what: `ingestion ${of}: most memory of its process, two fills long`,
      value: Math.max(...notes.maxRssBytes) / MB,
      unit: 'MB',
      goal: { most: 256 },
    },
    {
      what: `second ingestion ${of}: time against the first`,
      value: second / first,
      unit: 'ratio',
      goal: { most: 0.5 },
    },
    {
      what: `second ingestion ${of}: launches written`,
      value: Math.max(...notes.rewritten),
      unit: 'launches',
      goal: { most: 0 },
    },
  ];
};

const growthFigures = async (world: IngestionWorld): Promise<Figure[]> => {
  const few = await fillByYears(world, GENERATED_YEARS);
  world.spacex.setLaunches(generatedDocuments(MANY));
  const many = await fillByYears(world, GENERATED_YEARS);
  return [
    {
      what: 'ingestion of 100,000 launches, year by year: rate against that of 10,000',
      value: MANY / many.millis / (LAUNCHES / few.millis),
      unit: 'ratio',
      goal: { least: 0.8 },
    },
    {
      what: 'ingestion of 100,000 launches: most memory of its process',
      value: many.maxRssBytes / MB,
      unit: 'MB',
      goal: { most: 256 },
    },
  ];
};

/**
 * Measures the deployed function on the embedded table and a launch API of this machine, each in a process of its own.
 * @param options `large` adds 100,000 launches, which takes minutes
 */
export const measureIngestion = async ({ large }: { large: boolean }): Promise<Figure[]> => {
  const world = await startIngestionWorld();
  try {
    const figures = await fillFigures(world);
    return large ? [...figures, ...(await growthFigures(world))] : figures;
  } finally {
    await world.stop();
  }
};

import { describe, expect, it } from '@jest/globals';
import type { Trigger } from '../../../functions/ingest-launches/event.ts';
import { deadlineOf } from '../../../functions/ingest-launches/deadline.ts';
import { contextOf } from '../../helpers/ingestion.ts';

const secondsLeft = (trigger: Trigger, millis?: number): number => {
  const context = millis === undefined ? undefined : contextOf(millis);
  return Math.round((deadlineOf(context, trigger).stopAt - Date.now()) / 1000);
};

describe('a run stops', () => {
  it.each<[Trigger, number | undefined, number]>([
    ['schedule', 300_000, 290],
    ['direct', 60_000, 50],
    ['http', 300_000, 25],
    ['http', 29_000, 19],
    ['direct', undefined, 290],
    ['schedule', 4_000, -6],
  ])('%s with %s ms left: in %d s', (trigger, millis, seconds) => {
    expect(secondsLeft(trigger, millis)).toBe(seconds);
  });
});

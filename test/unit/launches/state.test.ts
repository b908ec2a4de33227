import { describe, expect, it } from '@jest/globals';
import { LAUNCH_SOURCES, stateKey } from '../../../domain/launches/keys.ts';
import type { IngestionRun } from '../../../domain/launches/state.ts';
import { emptyState, parseState } from '../../../domain/launches/state.ts';

const AT = '2026-01-01T01:00:00.000Z';
const run: IngestionRun = {
  started_at: AT,
  ended_at: AT,
  trigger: 'schedule',
  from: null,
  to: null,
  complete: true,
  inserted_items: 1,
  updated_items: 0,
  unchanged_items: 0,
  moved_items: 0,
  missing_items: 0,
  rejected_items: 0,
  error: null,
};

describe('the state of a source', () => {
  it.each(LAUNCH_SOURCES)('of %s begins empty, under a key of its own', (source) => {
    const state = emptyState(source);
    expect(parseState({ ...stateKey(source), ...state })).toEqual({ ok: true, value: state });
    expect(stateKey(source)).toEqual({ id: `source#${source}`, launch_date: 'state' });
  });

  it('holds a lease, moves, years and runs', () => {
    const state = {
      ...emptyState('spacex'),
      version: 7,
      lease: { owner: 'a run', expires_at: AT },
      pending_moves: [{ id: 'x', from: AT, to: AT }],
      years: ['2016', '2017'],
      changed_years: { '2017': 3 },
      runs: [run],
    };
    expect(parseState(state)).toEqual({ ok: true, value: state });
  });

  it.each([
    ['source', { source: 'elsewhere' }],
    ['version', { version: -1 }],
    ['lease.expires_at', { lease: { owner: 'x', expires_at: 'soon' } }],
    ['pending_moves.0.to', { pending_moves: [{ id: 'x', from: AT }] }],
    ['years.0', { years: ['17'] }],
    ['changed_years', { changed_years: { last: 1 } }],
    ['runs.0.trigger', { runs: [{ ...run, trigger: 'mood' }] }],
  ])('with a wrong %s is refused by name', (field, fields) => {
    expect(parseState({ ...emptyState('spacex'), ...fields })).toEqual({
      ok: false,
      reason: expect.stringContaining(`${field}`),
    });
  });
});

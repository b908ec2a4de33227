import { describe, expect, it } from '@jest/globals';
import { damageAnswer } from '../../../local/recorded-sources/damage.ts';
import { FaultPlan } from '../../../local/recorded-sources/faults.ts';

describe('fault plan', () => {
  it('uses one fault up after the other', () => {
    const plan = new FaultPlan();
    plan.set({ faults: [{ times: 1 }, { status: 500, times: 2 }, { delay_ms: 5 }] });
    const statuses = Array.from({ length: 4 }, () => plan.take().status);
    expect(statuses).toEqual([undefined, 500, 500, undefined]);
    expect(plan.take()).toEqual({ delay_ms: 5 });
    plan.set({ faults: [] });
    expect(plan.take()).toEqual({});
  });

  it.each([
    ['no list', { faults: 'all' }, /^faults/],
    ['nothing', null, /^document/],
    ['an unknown fault', { faults: [{ explode: true }] }, /explode/],
    ['a status that is no error', { faults: [{}, { status: 200 }] }, /faults\.1\.status/],
    ['no calls', { faults: [{ times: 0 }] }, /faults\.0\.times/],
    ['another way to cut off', { faults: [{ cut_off: 'half' }] }, /faults\.0\.cut_off/],
  ])('refuses %s and keeps its plan', (_what, settings, message) => {
    const plan = new FaultPlan();
    plan.set({ faults: [{ status: 503 }] });
    expect(() => plan.set(settings)).toThrow(message);
    expect(plan.take()).toEqual({ status: 503 });
  });
});

describe('damage', () => {
  const answer = {
    status: 200,
    body: {
      docs: [
        { id: 'a', n: 1, t: 'x', o: {} },
        { id: 'b', n: 2 },
      ],
      total: 2,
    },
  };

  it('changes the type of every field but the id', () => {
    expect(damageAnswer(answer, 'docs', { wrong_types: [0] }).body).toEqual({
      docs: [
        { id: 'a', n: '1', t: 1, o: '[object Object]' },
        { id: 'b', n: 2 },
      ],
      total: 2,
    });
  });

  it('leaves the documents it was given alone', () => {
    const before = structuredClone(answer);
    damageAnswer(answer, 'docs', { wrong_types: 'all', unknown_field: true, wrong_envelope: true });
    expect(answer).toEqual(before);
  });

  it('passes an answer without documents on', () => {
    const refusal = { status: 400, body: 'unknown operator' };
    expect(damageAnswer(refusal, 'docs', { wrong_types: 'all' })).toBe(refusal);
  });
});

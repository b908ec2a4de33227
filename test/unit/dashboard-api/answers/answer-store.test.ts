import { describe, expect, it } from '@jest/globals';
import { AnswerStore } from '../../../../dashboard-api/http/front/answers/answer-store.ts';

const answer = (bytes: number) => ({
  headers: [],
  unchangedHeaders: [],
  tag: '',
  body: Buffer.alloc(bytes),
});
const lasting = { expiresAt: 1000, generation: 1 };

describe('AnswerStore', () => {
  it('gives what was put until it expires', () => {
    const store = new AnswerStore();
    store.put('a', answer(3), lasting, 0);
    expect(store.get('a', 1, 999)?.body).toHaveLength(3);
    expect(store.get('a', 1, 1000)).toBeNull();
    expect(store.get('b', 1, 0)).toBeNull();
  });

  it('gives nothing that was made of other data', () => {
    const store = new AnswerStore();
    store.put('a', answer(3), lasting, 0);
    expect(store.get('a', 2, 0)).toBeNull();
    expect(store.get('a', 1, 0)).toBeNull();
  });

  it('gives what is made of no data whatever the data are', () => {
    const store = new AnswerStore();
    store.put('a', answer(3), { expiresAt: 1000, generation: null }, 0);
    expect(store.get('a', 7, 0)).not.toBeNull();
  });

  it('makes room by what was not asked for longest', () => {
    const store = new AnswerStore(30_000);
    for (const key of ['a', 'b', 'c']) store.put(key, answer(7000), lasting, 0);
    store.get('a', 1, 0);
    store.put('d', answer(7000), lasting, 0);
    const kept = ['a', 'b', 'c', 'd'].filter((key) => store.get(key, 1, 0) !== null);
    expect(kept).toEqual(['a', 'c', 'd']);
  });

  it('takes no room for what was replaced', () => {
    const store = new AnswerStore(30_000);
    store.put('other', answer(7000), lasting, 0);
    for (let time = 0; time < 10; time += 1) store.put('a', answer(7000), lasting, 0);
    expect(store.get('other', 1, 0)).not.toBeNull();
  });

  it('lets go of what is over, however much room there is', () => {
    const store = new AnswerStore();
    const kept = { expiresAt: 20_000, generation: 1 };
    store.put('over', answer(3), { expiresAt: 15_000, generation: 1 }, 0);
    store.put('lasting', answer(3), kept, 1000);
    expect(store.size).toBe(2);
    store.put('new', answer(3), kept, 16_000);
    expect(store.size).toBe(2);
    store.put('newer', answer(3), { expiresAt: 40_000, generation: 2 }, 19_000);
    expect(store.size).toBe(3);
    store.put('newest', answer(3), { expiresAt: 40_000, generation: 2 }, 22_000);
    expect(store.size).toBe(2);
  });
});

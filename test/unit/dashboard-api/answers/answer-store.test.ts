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
    store.put('a', answer(3), lasting);
    expect(store.get('a', 1, 999)?.body).toHaveLength(3);
    expect(store.get('a', 1, 1000)).toBeNull();
    expect(store.get('b', 1, 0)).toBeNull();
  });

  it('gives nothing that was made of other data', () => {
    const store = new AnswerStore();
    store.put('a', answer(3), lasting);
    expect(store.get('a', 2, 0)).toBeNull();
    expect(store.get('a', 1, 0)).toBeNull();
  });

  it('gives what is made of no data whatever the data are', () => {
    const store = new AnswerStore();
    store.put('a', answer(3), { expiresAt: 1000, generation: null });
    expect(store.get('a', 7, 0)).not.toBeNull();
  });

  it('makes room by what was not asked for longest', () => {
    const store = new AnswerStore(30_000);
    for (const key of ['a', 'b', 'c']) store.put(key, answer(7000), lasting);
    store.get('a', 1, 0);
    store.put('d', answer(7000), lasting);
    const kept = ['a', 'b', 'c', 'd'].filter((key) => store.get(key, 1, 0) !== null);
    expect(kept).toEqual(['a', 'c', 'd']);
  });

  it('takes no room for what was replaced', () => {
    const store = new AnswerStore(30_000);
    store.put('other', answer(7000), lasting);
    for (let time = 0; time < 10; time += 1) store.put('a', answer(7000), lasting);
    expect(store.get('other', 1, 0)).not.toBeNull();
  });
});

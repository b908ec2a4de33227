import { describe, expect, it } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { stateKey } from '../../../domain/launches/keys.ts';
import type { LaunchTable } from '../../../domain/launches/repository/client.ts';
import { LaunchReader } from '../../../domain/launches/repository/launch-reader.ts';
import { StateChangedError, StateStore } from '../../../domain/launches/repository/state-store.ts';
import type { SourceState } from '../../../domain/launches/state.ts';
import { emptyState } from '../../../domain/launches/state.ts';
import { onEveryTable } from '../../helpers/every-table.ts';
import { storedState } from '../../helpers/ingestion.ts';
import { answerLosingTable } from '../../helpers/unreliable-table.ts';

const owned = (state: SourceState, owner: string): SourceState => ({
  ...state,
  lease: { owner, expires_at: '2026-01-01T01:00:00.000Z' },
});
const first = (owner = 'first') => owned(emptyState('spacex'), owner);

onEveryTable((db) => {
  const open = async (): Promise<{ table: LaunchTable; store: StateStore }> => {
    const table = { client: db().client, tableName: await db().createTable() };
    return { table, store: new StateStore(table) };
  };

  describe('the state of a source', () => {
    it('is none until it is saved, then what was saved, one version further each time', async () => {
      const { table, store } = await open();
      expect(await storedState(table, 'spacex')).toBeNull();
      const saved = await store.save(first());
      expect(saved).toEqual({ ...first(), version: 1 });
      expect(await storedState(table, 'spacex')).toEqual(saved);
      const again = await store.save({ ...saved, lease: null, years: ['2017'] });
      expect(again).toMatchObject({ version: 2, lease: null });
      expect(await storedState(table, 'spacex')).toEqual(again);
    });

    it('is its own: sources do not meet', async () => {
      const { table, store } = await open();
      const spacex = await store.save(first());
      const library = await store.save(emptyState('launch-library'));
      expect(await storedState(table, 'spacex')).toEqual(spacex);
      expect(await storedState(table, 'launch-library')).toEqual(library);
    });

    it.each([
      ['there was none when it was read', 2, 0],
      ['it was read before the last write', 2, 1],
      ['it was read from another table', 1, 7],
      ['it is gone by now', 0, 1],
    ])('is not overwritten when %s', async (_name, writes, version) => {
      const { table, store } = await open();
      let state = first();
      for (let write = 0; write < writes; write += 1) state = await store.save(state);
      const late = store.save({ ...first('late'), version });
      await expect(late).rejects.toThrow(StateChangedError);
      expect(await storedState(table, 'spacex')).toEqual(writes === 0 ? null : state);
    });

    it('goes to exactly one of many who save it at once, again and again', async () => {
      const { table, store } = await open();
      let state = emptyState('spacex');
      for (let round = 1; round <= 5; round += 1) {
        const read = state;
        const tries = Array.from({ length: 8 }, (_, run) => store.save(owned(read, `run ${run}`)));
        const ends = await Promise.allSettled(tries);
        const winners = ends.filter((end) => end.status === 'fulfilled');
        const losers = ends.filter((end) => end.status === 'rejected');
        expect(winners).toHaveLength(1);
        expect(losers.every(({ reason }) => reason instanceof StateChangedError)).toBe(true);
        state = winners[0]!.value;
        expect(state.version).toBe(round);
        expect(await storedState(table, 'spacex')).toEqual(state);
      }
    });
  });

  describe('a write whose answer is lost', () => {
    it.each([0, 1])(
      'is a success when the retry of the SDK meets it: version %d',
      async (before) => {
        const { table, store } = await open();
        const read = before === 0 ? first() : await store.save(first());
        const { client, tries } = answerLosingTable(db().endpoint);
        const saved = await new StateStore({ ...table, client }).save(owned(read, 'second'));
        expect(tries()).toBe(2);
        expect(saved).toEqual({ ...owned(read, 'second'), version: before + 1 });
        expect(await storedState(table, 'spacex')).toEqual(saved);
        expect(await store.save(saved)).toMatchObject({ version: before + 2 });
      },
    );

    it('is out of date when somebody else has written since', async () => {
      const { table, store } = await open();
      const other = async () => {
        const state = await storedState(table, 'spacex');
        await store.save(owned(state!, 'other'));
      };
      const { client, tries } = answerLosingTable(db().endpoint, other);
      const late = new StateStore({ ...table, client }).save(first());
      await expect(late).rejects.toThrow(StateChangedError);
      expect(tries()).toBe(2);
      expect(await storedState(table, 'spacex')).toMatchObject({
        version: 2,
        lease: { owner: 'other' },
      });
    });
  });

  describe('a state that cannot be used', () => {
    it('because it is broken fails by name, not as none', async () => {
      const { table } = await open();
      const Item = { ...stateKey('spacex'), ...first(), years: 'all' };
      await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
      const reading = new LaunchReader(table, () => undefined).getState('spacex');
      await expect(reading).rejects.toMatchObject({
        name: 'TableError',
        cause: { message: expect.stringMatching(/^state of spacex: years: /) },
      });
    });

    it('because the table is gone fails on PutItem', async () => {
      const store = new StateStore({ client: db().client, tableName: 'gone' });
      await expect(store.save(first())).rejects.toMatchObject({
        name: 'TableError',
        message: 'The launches table failed on PutItem',
      });
    });
  });
});

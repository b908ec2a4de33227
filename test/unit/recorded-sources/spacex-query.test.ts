import { describe, expect, it } from '@jest/globals';
import { compileFilter } from '../../../local/recorded-sources/spacex/filter.ts';
import { paginate, readPaging } from '../../../local/recorded-sources/spacex/page.ts';
import { readSelect } from '../../../local/recorded-sources/spacex/select.ts';
import { readSort } from '../../../local/recorded-sources/spacex/sort.ts';

const documents = [
  {
    id: 'a',
    name: 'Alpha',
    flight: 9,
    date: '2020-05-30T19:22:45.000Z',
    success: true,
    tags: ['x', 'y'],
  },
  { id: 'b', name: 'Beta', flight: 10, date: '2020-05-30T19:22:45.001Z', success: false, tags: [] },
  {
    id: 'c',
    name: 'Gamma',
    flight: null,
    date: '2021-01-01T00:00:00.000Z',
    success: null,
    tags: ['y'],
  },
];

const idsOf = (found: { id?: unknown }[]) => found.map(({ id }) => id).join('');
const find = (query: unknown) => idsOf(documents.filter(compileFilter(query)));

describe('filter', () => {
  it.each([
    ['everything', {}, 'abc'],
    ['equality', { name: 'Beta' }, 'b'],
    ['_id as id', { _id: 'c' }, 'c'],
    ['null, also of a field nobody has', { success: null, nothing: null }, 'c'],
    ['an element of a list', { tags: 'y' }, 'ac'],
    ['text by code point, to the millisecond', { date: { $gt: '2020-05-30T19:22:45.000Z' } }, 'bc'],
    ['text against shorter text', { date: { $gte: '2020-05-30', $lt: '2020-05-31' } }, 'ab'],
    [
      'text without milliseconds, which sorts after the point',
      { date: { $gte: '2020-05-30T19:22:45Z' } },
      'c',
    ],
    ['numbers as numbers', { flight: { $lte: 9 } }, 'a'],
    ['booleans', { success: { $lt: true } }, 'b'],
    ['text against numbers: nothing', { flight: { $gte: '0' } }, ''],
    ['numbers against text: nothing', { date: { $gte: 0 } }, ''],
    ['an ordering against null: nothing', { flight: { $gte: null } }, ''],
    ['$eq and $ne', { name: { $ne: 'Alpha' }, flight: { $eq: 10 } }, 'b'],
    ['$in over types', { flight: { $in: [9, null, '10'] } }, 'ac'],
    ['$in of nothing', { name: { $in: [] } }, ''],
    ['$or', { $or: [{ flight: 9 }, { success: false }] }, 'ab'],
    ['$and', { $and: [{ tags: 'y' }, { success: true }] }, 'a'],
  ])('matches %s', (_what, query, ids) => {
    expect(find(query)).toBe(ids);
  });

  it.each([
    ['an unknown operator', { name: { $like: 'A' } }, /\$like/],
    [
      'an operator named like a property of objects',
      { name: { $gt: 'A', toString: 1 } },
      /toString/,
    ],
    ['an unknown top-level operator', { $where: '1' }, /\$where/],
    ['$in without a list', { name: { $in: 'Alpha' } }, /\$in needs an array/],
    ['$or without branches', { $or: [] }, /\$or must be a nonempty array/],
    ['a branch that is no object', { $and: ['name'] }, /object/],
    ['a list', [], /object/],
    ['null', null, /object/],
  ])('refuses %s', (_what, query, message) => {
    expect(() => compileFilter(query)).toThrow(message);
  });
});

describe('sort', () => {
  const sorted = (sort: unknown) => idsOf([...documents].sort(readSort(sort)));

  it.each([
    ['a field, null first', { flight: 1 }, 'cab'],
    ['descending', { flight: 'desc' }, 'bac'],
    ['a second field', { nothing: 'asc', name: -1 }, 'cba'],
    ['text', '-date', 'cba'],
    ['_id', { _id: 'descending' }, 'cba'],
    ['nothing', undefined, 'abc'],
  ])('by %s', (_what, sort, ids) => {
    expect(sorted(sort)).toBe(ids);
  });

  it.each([[{ flight: 'up' }], [{ flight: 2 }], [7], [['flight']]])('refuses %j', (sort) => {
    expect(() => readSort(sort)).toThrow(/Invalid sort/);
  });
});

describe('select', () => {
  const fields = (select: unknown) => Object.keys(readSelect(select)(documents[0]!)).join(' ');

  it.each([
    ['the id comes along', 'name flight', 'id name flight'],
    ['an object', { name: 1, _id: 0 }, 'name'],
    ['fields left out', '-tags -success', 'id name flight date'],
    ['the id left out alone', { _id: 0 }, 'name flight date success tags'],
    ['the id alone', 'id', 'id'],
    ['nothing', undefined, 'id name flight date success tags'],
  ])('%s', (_what, select, expected) => {
    expect(fields(select)).toBe(expected);
  });

  it('refuses a mix and other types', () => {
    expect(() => readSelect('name -tags')).toThrow(/mix/);
    expect(() => readSelect({ name: 'yes' })).toThrow(/Invalid select/);
    expect(() => readSelect(1)).toThrow(/Invalid select/);
  });
});

describe('pages', () => {
  const list = Array.from({ length: 23 }, (_, index) => ({ id: index }));
  const page = (options: Record<string, unknown>) => {
    const { docs, ...envelope } = paginate(list, readPaging(options));
    return { ids: docs.map(({ id }) => id), ...envelope };
  };

  it('sends ten documents unless told otherwise', () => {
    expect(page({})).toEqual({
      ids: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
      totalDocs: 23,
      offset: 0,
      limit: 10,
      totalPages: 3,
      page: 1,
      pagingCounter: 1,
      hasPrevPage: false,
      hasNextPage: true,
      prevPage: null,
      nextPage: 2,
    });
  });

  it('sends the last page, with no offset beside a page', () => {
    const { ids, ...envelope } = page({ page: 3, limit: '10' });
    expect(ids).toEqual([20, 21, 22]);
    expect(envelope).toMatchObject({ page: 3, pagingCounter: 21, prevPage: 2, nextPage: null });
    expect(envelope).not.toHaveProperty('offset');
  });

  it('lets an offset win over a page', () => {
    expect(page({ offset: 5, page: 3, limit: 2 })).toMatchObject({
      ids: [5, 6],
      offset: 5,
      page: 3,
      hasPrevPage: true,
      prevPage: 2,
    });
    expect(page({ offset: 3 })).toMatchObject({
      page: 1,
      hasPrevPage: true,
      prevPage: 1,
      nextPage: 2,
    });
  });

  it('sends everything without pagination, and nothing with limit 0', () => {
    expect(page({ pagination: false, limit: 5 })).toMatchObject({
      limit: 23,
      totalPages: 1,
      hasNextPage: false,
    });
    expect(page({ pagination: false }).ids).toHaveLength(23);
    expect(page({ limit: 0 })).toMatchObject({
      ids: [],
      limit: 0,
      totalDocs: 23,
      hasNextPage: false,
    });
  });

  it.each([
    [{ limit: 'ten' }],
    [{ page: null }],
    [{ page: {} }],
    [{ offset: '' }],
    [{ offset: -1 }],
  ])('refuses %j', (options) => {
    expect(() => readPaging(options)).toThrow(/page|limit|offset|Skip/);
  });
});

import type { Document } from '../messages.ts';
import { BadQuery } from './bad-query.ts';

const DEFAULT_LIMIT = 10;

/** Which documents of an answer are sent. */
export interface Paging {
  /** False sends all of them. */
  pagination: boolean;
  limit: number;
  /** From 1; undefined without the option. */
  page: number | undefined;
  /** Documents to skip; wins over `page`. */
  offset: number | undefined;
}

const readNumber = (options: Document, name: string): number | undefined => {
  const value = options[name];
  if (value === undefined) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new BadQuery(
      `Cast to Number failed for value ${JSON.stringify(value)} at path "${name}"`,
    );
  }
  return Math.trunc(number);
};

/** @throws BadQuery when limit, page or offset is not a number, or offset is negative */
export const readPaging = (options: Document): Paging => {
  const offset = readNumber(options, 'offset');
  if (offset !== undefined && offset < 0) {
    throw new BadQuery(`Skip value must be non-negative, but received: ${offset}`);
  }
  return {
    pagination: options.pagination === undefined || Boolean(options.pagination),
    limit: Math.max(0, readNumber(options, 'limit') ?? DEFAULT_LIMIT),
    page: readNumber(options, 'page'),
    offset,
  };
};

const onePage = (docs: Document[], totalDocs: number, limit: number) => ({
  docs,
  totalDocs,
  offset: 0,
  limit,
  totalPages: 1,
  page: 1,
  pagingCounter: 1,
  hasPrevPage: false,
  hasNextPage: false,
  prevPage: null,
  nextPage: null,
});

/** The envelope of mongoose-paginate-v2; `offset` is left out of it when a page was asked for. */
export const paginate = (found: Document[], { pagination, limit, page, offset }: Paging) => {
  const totalDocs = found.length;
  if (!pagination) return onePage(found, totalDocs, totalDocs);
  if (limit === 0) return onePage([], totalDocs, 0);

  const byPage = page !== undefined && offset === undefined;
  const skip = byPage ? (Math.max(1, page) - 1) * limit : (offset ?? 0);
  const current = Math.floor(skip / limit) + 1;
  const totalPages = Math.max(1, Math.ceil(totalDocs / limit));
  const hasPrevPage = skip > 0;
  const hasNextPage = current < totalPages;
  return {
    docs: found.slice(skip, skip + limit),
    totalDocs,
    ...(byPage ? {} : { offset: skip }),
    limit,
    totalPages,
    page: current,
    pagingCounter: (current - 1) * limit + 1,
    hasPrevPage,
    hasNextPage,
    prevPage: hasPrevPage ? Math.max(1, current - 1) : null,
    nextPage: hasNextPage ? current + 1 : null,
  };
};

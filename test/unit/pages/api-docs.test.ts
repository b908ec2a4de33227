import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { buildApiDocsPage } from '../../../dashboard-api/pages/api-docs/api-docs-page.ts';
import type { OperationView } from '../../../dashboard-api/pages/api-docs/operations.ts';
import type { Language } from '../../../dashboard-api/pages/language/languages.ts';
import { DESCRIBED_API } from './described-api.ts';
import { localizations } from './overview-of.ts';

const pageOf = (language: Language = 'en', changes: Partial<OpenAPIObject> = {}) =>
  buildApiDocsPage({ ...DESCRIBED_API, ...changes }, localizations[language]);

const page = pageOf();

const operationAt = (anchor: string): OperationView => {
  const operations = page.groups.flatMap((group) => group.operations);
  const found = operations.find((operation) => operation.anchor === anchor);
  if (!found) throw new Error(`${anchor} is none of ${operations.map((one) => one.anchor)}`);
  return found;
};

describe('the page of an API', () => {
  it('says what the API is, and how a caller says who it is', () => {
    expect([page.name, page.scope]).toEqual(['Bookings <b>', '6 operations']);
    expect(page.introduction).toEqual(['First.', 'Second with `code`.']);
    expect(page.facts.map(({ label, value, href }) => [label, value, href])).toEqual([
      ['Version', '2', null],
      ['For tools', 'OpenAPI 3.1.0', '/docs-json'],
      ['Authentication', 'key, login', null],
    ]);
    expect(page.schemes).toEqual([
      { name: 'key', manner: 'apiKey in header X-Key', description: 'Ask for one.' },
      { name: 'login', manner: 'http bearer (JWT)', description: null },
    ]);
  });

  it('groups operations by their first tag, declared tags first, each group by path', () => {
    const groups = page.groups.map(({ anchor, description, operations }) => [
      anchor,
      description,
      operations.map((operation) => operation.anchor),
    ]);
    expect(groups).toEqual([
      ['group-seats', 'Where to sit.', ['get-seats']],
      [
        'group-bookings',
        null,
        ['get-bookings', 'post-bookings', 'get-bookings-id', 'delete-bookings-id'],
      ],
      ['group-other', null, ['get-ping']],
    ]);
  });

  it('has its own words in the language of the reader, those of the document as they are', () => {
    const spanish = pageOf('es');
    expect([spanish.title, spanish.scope]).toEqual(['Referencia de la API', '6 operaciones']);
    expect(spanish.introduction).toEqual(page.introduction);
    expect(spanish.schemas.at(-1)!.fields.map(({ note }) => note)).toEqual([
      'obligatorio, obsoleto',
      'opcional',
      'opcional',
    ]);
  });

  it('is an error where the document refers to what it lacks', () => {
    expect(() => pageOf('en', { components: {} })).toThrow('lacks #/components/parameters/Page');
  });
});

describe('an operation', () => {
  it('has the parameters of its path and its own, which go before those of the same name', () => {
    expect(operationAt('get-bookings-id').parameters).toMatchObject([
      { name: 'id', note: 'in the path, required', limits: [] },
      { name: 'page', note: 'in the query, optional', limits: ['Range: up to 9', 'Example: 3'] },
    ]);
    expect(operationAt('delete-bookings-id').parameters).toMatchObject([
      { name: 'id' },
      { name: 'page', limits: [] },
    ]);
  });

  it('says what may be sent, and in which forms', () => {
    const text = [{ text: 'string', href: null }];
    const booking = [{ text: 'Booking', href: '#schema-Booking' }];
    expect(operationAt('post-bookings').requestBody).toEqual({
      description: 'What to book.',
      necessity: 'required',
      media: [
        { mediaType: 'application/json', type: booking },
        { mediaType: 'text/plain', type: text },
      ],
    });
    expect(operationAt('get-bookings').requestBody).toBeNull();
  });

  it('says what it may answer, by the name of each status', () => {
    expect(operationAt('delete-bookings-id').responses).toEqual([
      { status: '204 No Content', description: 'Gone.', media: [] },
      { status: 'default', description: 'Anything else.', media: [] },
    ]);
  });

  it('says what it asks of its caller', () => {
    expect(operationAt('get-bookings').security).toEqual(['key']);
    expect(operationAt('delete-bookings-id').security).toEqual([
      'key + login (write, delete)',
      'not needed',
    ]);
    const [seats] = pageOf('en', { security: [{ login: [] }] }).groups[0]!.operations;
    expect(seats!.security).toEqual(['login']);
  });

  it('is shown at work only where anybody can ask without knowing more', () => {
    const shown = page.groups
      .flatMap(({ operations }) => operations)
      .filter(({ exampleHref }) => exampleHref !== null);
    expect(shown.map(({ exampleHref }) => exampleHref)).toEqual(['/seats', '/ping']);
  });

  it('has a summary and a description, and is marked when on its way out', () => {
    expect(operationAt('get-bookings').texts).toEqual(['All of them', 'By day.']);
    expect(operationAt('get-bookings').isDeprecated).toBe(false);
    expect(operationAt('delete-bookings-id').isDeprecated).toBe(true);
  });
});

describe('a schema', () => {
  it('is a table of its fields, or what its values are', () => {
    const [answer, booking] = page.schemas;
    expect(answer).toMatchObject({ name: 'Answer', fields: [], limits: ['One of: yes, no'] });
    expect(booking).toMatchObject({
      anchor: 'schema-Booking',
      description: 'A seat that is taken.',
      fields: [
        { name: 'seat', note: 'required, deprecated', limits: ['Characters: 2 or more'] },
        { name: 'row', note: 'optional', limits: ['Range: 1 to 1200', 'Default: 0'] },
        { name: 'guests', limits: ['Items: up to 4', 'One of: adult, child'] },
      ],
    });
  });
});

import 'reflect-metadata';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDashboard } from '../../helpers/dashboard.ts';
import { startDashboard } from '../../helpers/dashboard.ts';
import type { TestDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { startEmbeddedDynamoDB } from '../../helpers/embedded-dynamodb.ts';
import { launch } from '../../helpers/launches.ts';
import { createRecordedTable } from './recorded-table.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  '#x27': "'",
  '#x3D': '=',
};

/** What a reader sees of a piece of HTML. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&([^;]+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replaceAll(/\s+/g, ' ');

/** Words a schema says things with; a name of a field is not among them, whatever it is called. */
const SAID = ['description', 'format', 'pattern', 'enum', 'default', 'example'] as const;
const COUNTED = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;
const SHAPED = ['$ref', 'type', 'items', 'anyOf', 'oneOf', 'allOf', 'properties', 'required'];
const KNOWN: readonly string[] = [...SAID, ...COUNTED, ...SHAPED];

type Schema = Readonly<Record<string, unknown>>;

/** A schema and all inside it. */
const schemasIn = (schema: Schema): Schema[] => {
  const { items, anyOf, oneOf, allOf, properties } = schema;
  const inner = [items, anyOf, oneOf, allOf, Object.values(properties ?? {})].flat();
  return [schema, ...inner.filter(Boolean).flatMap((one) => schemasIn(one as Schema))];
};

/** All texts and values that the page must show of a schema. */
const saidBy = (schema: Schema): string[] =>
  schemasIn(schema).flatMap((one) => [
    ...SAID.flatMap((word) => (word in one ? [one[word]].flat() : [])).map(String),
    ...COUNTED.flatMap((word) => (word in one ? [String(one[word])] : [])),
    ...Object.keys(one['properties'] ?? {}),
  ]);

interface Operation {
  summary?: string;
  parameters: { name: string; description?: string; schema: Schema }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, { get: Operation }>;
  components: { schemas: Record<string, Schema> };
}

const saidByOperation = ({ summary = '', parameters, responses }: Operation): string[] => [
  summary,
  ...parameters.flatMap(({ name, description = '', schema }) => [
    name,
    description,
    ...saidBy(schema),
  ]),
  ...Object.entries(responses).flatMap(([status, { description, content = {} }]) => [
    status,
    description,
    ...Object.keys(content),
  ]),
];

let dynamodb: TestDynamoDB;
let dashboard: TestDashboard;
let document: Document;
let html: string;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB();
  const coming = launch({ launch_date: '2099-01-01T00:00:00.000Z', launch_status: 'upcoming' });
  const tableName = await createRecordedTable(dynamodb, [coming]);
  dashboard = await startDashboard(dynamodb.endpoint, tableName);
  document = (await (await dashboard.get('/docs-json')).json()) as Document;
  html = await (await dashboard.get('/docs')).text();
});
afterAll(async () => {
  await dashboard.stop();
  await dynamodb.stop();
});

/** The part of the page under an id, as a reader sees it. */
const partOf = (anchor: string): string => {
  const part = html
    .split('<section ')
    .find((one) => one.startsWith(`class="card docs-entry" aria-labelledby="${anchor}"`));
  if (part === undefined) throw new Error(`no part is called ${anchor}`);
  return textOf(part);
};

/** Numbers are grouped for readers. */
const ungrouped = (text: string): string => text.replaceAll(/(?<=\d),(?=\d{3})/g, '');

const missingFrom = (text: string, said: readonly string[]): string[] =>
  said
    .map((one) => one.replaceAll('`', '').replaceAll(/\s+/g, ' '))
    .filter((one) => !text.includes(one) && !ungrouped(text).includes(one));

describe('the page of the API', () => {
  it('says all that the OpenAPI document says of each operation', () => {
    const paths = Object.entries(document.paths);
    expect(paths.length).toBeGreaterThan(15);
    for (const [path, { get }] of paths) {
      const anchor = `get${path.replaceAll(/[{}/]+/g, '-')}`.replace(/-$/, '');
      expect([path, missingFrom(partOf(anchor), [path, ...saidByOperation(get)])]).toEqual([
        path,
        [],
      ]);
    }
  });

  it('says all that the OpenAPI document says of each schema', () => {
    const schemas = Object.entries(document.components.schemas);
    expect(schemas.length).toBeGreaterThan(20);
    for (const [name, schema] of schemas) {
      expect([name, missingFrom(partOf(`schema-${name}`), saidBy(schema))]).toEqual([name, []]);
    }
  });

  it('meets no word in a schema that it would leave out', () => {
    const own = Object.values(document.components.schemas);
    const asked = Object.values(document.paths).flatMap(({ get }) => get.parameters);
    const schemas = [...own, ...asked.map(({ schema }) => schema)].flatMap(schemasIn);
    const words = new Set(schemas.flatMap((schema) => Object.keys(schema)));
    expect([...words].filter((word) => !KNOWN.includes(word))).toEqual([]);
  });

  it('links to nothing that is not there', async () => {
    const links = [...html.matchAll(/href="([#/][^"]*)"/g)].map(([, link = '']) => link);
    const anchors = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    const paths = [...new Set(links.filter((link) => !/^#|^\/preferences/.test(link)))];
    expect(paths).toEqual(expect.arrayContaining(['/docs-json', '/api/v1/launches', '/readiness']));
    expect(paths.filter((path) => path.includes('{'))).toEqual([]);
    for (const path of paths)
      expect([path, (await dashboard.get(path)).status]).toEqual([path, 200]);
  });

  it('needs no script and no style of its own', () => {
    expect(html).not.toMatch(/<script>|<style|\sstyle=|\son\w+=/);
    expect(html.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\/assets\/first-/),
      expect.stringMatching(/^<script type="module" src="\/assets\/main-/),
    ]);
  });

  it('is in the language and theme of the reader; what the document says stays English, and says so', async () => {
    const headers = { cookie: 'language=es; theme=dark' };
    const spanish = await (await dashboard.get('/docs', { headers })).text();
    expect(spanish).toMatch(/<html lang="es" data-theme="dark">.*<h1>Referencia de la API<\/h1>/s);
    expect(spanish).toContain(
      '<p class="docs-text" lang="en">Launches under a filter, by page</p>',
    );
    expect(spanish).toContain('<td lang="en">Launches on a page.</td>');
    expect(spanish).toContain('Rango: de 1 a 200<br>Por defecto: 50');
    expect(spanish).toContain('return_to&#x3D;%2Fdocs"');
  });

  it('is small on its way', () => {
    expect(gzipSync(html).length).toBeLessThan(30_000);
  });

  it('is kept for a while, by reader, and not sent again to who has it', async () => {
    const { headers } = await dashboard.get('/docs');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('vary')).toMatch(/Accept-Language, Cookie/);
    const tag = headers.get('etag')!;
    expect(tag).toMatch(/^"[\w-]+"$/);
    const again = await dashboard.get('/docs', { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    const other = { 'If-None-Match': tag, 'Accept-Language': 'es' };
    expect((await dashboard.get('/docs', { headers: other })).status).toBe(200);
  });

  it('is all there is under its address', async () => {
    for (const path of ['/docs/swagger-ui.css', '/docs/start.js', '/docs/..%2fpackage.json']) {
      const { status, headers } = await dashboard.get(path, { headers: { accept: 'text/html' } });
      expect([path, status, headers.get('content-type')]).toEqual([
        path,
        404,
        'text/html; charset=utf-8',
      ]);
    }
    const post = await dashboard.get('/docs', { method: 'POST' });
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

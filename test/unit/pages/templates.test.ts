import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTemplates } from '../../../dashboard-api/pages/rendering/templates.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'templates-'));
  const files = {
    'layouts/frame.hbs': '<main>{{> @partial-block}}</main>',
    'partials/two-words.hbs': '<i>{{name}}</i>',
    'pages/hello.hbs': "{{#> frame}}{{t 'hello' who=name}} {{> two-words}} {{keep name}}{{/frame}}",
    'pages/code.hbs': '{{inlineCode name}}',
    'pages/gap.hbs': '{{absent}}',
  };
  for (const [file, source] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), source);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const text = (key: string, values = {}): string => `${key} ${JSON.stringify(values)}`;

describe('a template', () => {
  it('escapes what it is given, by whichever way', () => {
    expect(loadTemplates(folder)('hello', { text, name: '<b>-&' })).toBe(
      '<main>hello {&quot;who&quot;:&quot;&lt;b&gt;-&amp;&quot;} <i>&lt;b&gt;-&amp;</i> ' +
        '<span class="keep">&lt;b&gt;-&amp;</span></main>',
    );
  });

  it('shows as code what stands between backticks', () => {
    expect(loadTemplates(folder)('code', { text, name: 'a `<b>` & `c`, `d' })).toBe(
      'a <code>&lt;b&gt;</code> &amp; <code>c</code>, &#x60;d',
    );
  });

  it('is an error where the data lacks what it names, and where there is none', () => {
    expect(() => loadTemplates(folder)('gap', { text })).toThrow('"absent" not defined');
    expect(() => loadTemplates(folder)('none', { text })).toThrow('No page is called none');
  });
});

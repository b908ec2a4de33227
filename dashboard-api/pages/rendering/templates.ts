import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Translate } from '../language/messages.ts';

/** What every template is given beside its own data. */
export interface TemplateData {
  text: Translate;
}

/** Renders a page by the name of its file; everything in the data is escaped. */
export type RenderTemplate = <T extends TemplateData>(page: string, data: T) => string;

type HelperOptions = Handlebars.HelperOptions & { data: { root: TemplateData } };

const EXTENSION = '.hbs';

const readTemplates = (folder: string): [name: string, source: string][] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => [file.slice(0, -EXTENSION.length), readFileSync(join(folder, file), 'utf8')]);

/** `{{t 'key'}}` is a sentence in the language of the page, `{{t 'key' span=age}}` one with values. */
const translate = (key: string, options: HelperOptions): string =>
  options.data.root.text(key, options.hash);

/** `{{keep text}}` lets no line end at the hyphen of a name or a pad's code: SLC-4E, Amos-6. */
const keepHyphenated = (text: string): Handlebars.SafeString =>
  new Handlebars.SafeString(
    Handlebars.escapeExpression(text).replace(/\S+-\S+/g, '<span class="keep">$&</span>'),
  );

/** `{{inlineCode text}}` shows what the text has between backticks as code. */
const inlineCode = (text: string): Handlebars.SafeString => {
  const parts = text.split(/`([^`]+)`/).map((part) => Handlebars.escapeExpression(part));
  return new Handlebars.SafeString(
    parts.map((part, index) => (index % 2 === 0 ? part : `<code>${part}</code>`)).join(''),
  );
};

/**
 * Compiles the templates once: layouts and partials are partials by their names, pages are entries.
 * A name that a page's data lacks is an error, not a gap.
 * @param viewsDir folder of the views
 */
export const loadTemplates = (viewsDir: string): RenderTemplate => {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('t', translate);
  handlebars.registerHelper('keep', keepHyphenated);
  handlebars.registerHelper('inlineCode', inlineCode);
  for (const folder of ['layouts', 'partials']) {
    for (const [name, source] of readTemplates(join(viewsDir, folder))) {
      handlebars.registerPartial(name, source);
    }
  }
  const pages = new Map(
    readTemplates(join(viewsDir, 'pages')).map(([name, source]) => [
      name,
      handlebars.compile(source, { strict: true }),
    ]),
  );
  return (page, data) => {
    const template = pages.get(page);
    if (!template) throw new Error(`No page is called ${page}`);
    return template(data);
  };
};

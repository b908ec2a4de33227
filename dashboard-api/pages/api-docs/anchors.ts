/** Parts of an id are words: what a path has between them is not. */
const toWords = (text: string): string => text.replaceAll(/[^\w.]+/g, '-').replace(/-$/, '');

/** Id of an operation's part of the page. */
export const operationAnchor = (method: string, path: string): string => toWords(method + path);

/** Id of a group's part of the page. */
export const groupAnchor = (tag: string): string => `group-${toWords(tag)}`;

/** Id of a schema's part of the page. */
export const schemaAnchor = (name: string): string => `schema-${toWords(name)}`;

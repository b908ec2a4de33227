/** Lists the licences of all that is delivered, in docs/licences.md: `npm run licences`. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { licencesDocument } from './licences/document.ts';
import { shippedPackages } from './licences/packages.ts';

const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

writeFileSync(
  join(PROJECT_FOLDER, 'docs/licences.md'),
  licencesDocument(shippedPackages(PROJECT_FOLDER)),
);

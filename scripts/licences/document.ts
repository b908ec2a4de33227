import type { ShippedPackage } from './packages.ts';

const HEAD = `# Licences

What is delivered beside this project's own code (Apache-2.0, see \`LICENSE\`): the packages in the dashboard's image and
in the functions, and those bundled into the browser's files. Each licence is permissive; a test holds that, and that
this list is current. Made by \`npm run licences\`; do not edit.
`;

const inOrder = (lines: Iterable<string>): string[] => [...new Set(lines)].sort();

/** The list as Markdown, by licence and name. */
export const licencesDocument = (packages: readonly ShippedPackage[]): string => {
  const licences = inOrder(packages.map(({ licence }) => licence));
  const sections = licences.map((licence) => {
    const own = packages.filter((one) => one.licence === licence);
    const lines = inOrder(own.map(({ name, version }) => `- ${name} ${version}`));
    return `\n## ${licence}\n\n${lines.join('\n')}\n`;
  });
  return [HEAD, ...sections].join('');
};

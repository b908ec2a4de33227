/**
 * Breaks a text at its spaces into lines that fit; a word that is wider than a line has one to itself.
 * @param widthOf width of a text
 */
export const breakLines = (
  text: string,
  width: number,
  widthOf: (text: string) => number,
): string[] => {
  const lines: string[] = [];
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

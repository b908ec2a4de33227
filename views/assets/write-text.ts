/** Writes a text into the node that is there: others may know it, and a selection elsewhere stays. */
export const writeText = (element: Element, text: string): void => {
  const { firstChild } = element;
  if (firstChild instanceof Text && !firstChild.nextSibling) firstChild.data = text;
  else element.textContent = text;
};

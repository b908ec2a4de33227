/** Browsers may read a file a little after the click that saves it. In milliseconds. */
const READ_WITHIN = 60_000;

/** Saves a file under a name, as a link to it would. */
export const saveFile = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_WITHIN);
};

import type { Picture } from './picture.ts';

/** Pixels of the file for each CSS pixel. */
const SCALE = 2;

/**
 * A PNG file of a picture.
 * @throws when the browser cannot draw it
 */
export const toPng = async ({ svg, width, height }: Picture): Promise<Blob> => {
  const image = new Image();
  // The policy of the pages lets images come from data:, not from blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No PNG came of it'))));
  });
};

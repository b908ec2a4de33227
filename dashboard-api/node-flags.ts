/**
 * What Node is called with, in the image (where a test holds the two together), locally and when it is measured. The
 * heap of long-lived objects may take what leaves room in the task's gigabyte for all that is not on it, such as the texts of
 * launches. Up to 256 MB it grows without a full collection, which stops all answers for 10 to 20 ms. New objects get 8 MB: with
 * more, the buffers of answers wait longer to be let go of.
 */
export const NODE_FLAGS = [
  '--max-old-space-size=448',
  '--initial-old-space-size=256',
  '--max-semi-space-size=8',
] as const;

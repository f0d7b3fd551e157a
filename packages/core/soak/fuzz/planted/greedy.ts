import { fragile } from './fragile.ts';

/** Takes 80 MB. */
export const format = fragile(() => {
  new Uint8Array(80 * 2 ** 20).fill(1);
});

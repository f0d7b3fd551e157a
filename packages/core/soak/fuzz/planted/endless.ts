import { fragile } from './fragile.ts';

/** Never ends. */
export const format = fragile(() => {
  for (;;);
});

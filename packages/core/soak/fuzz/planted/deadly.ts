import { fragile } from './fragile.ts';

/** Ends its process: what was rejected behind its back does so. */
export const format = fragile(() => {
  setTimeout(() => {
    throw new Error('behind its back');
  });
});

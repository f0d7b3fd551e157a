import { fallbacks, folder, text, type ValuesOf, wholeNumber } from '../option.ts';

/** What `data NAME` can be told, in the order in which the help shows it. */
export const showDataOptions = {
  count: wholeNumber(12, 'examples of each class', { min: 1, max: 100 }),
  by: text('', 'an attribute to take for the class: smile, glasses, shape ...'),
  seed: wholeNumber(0, 'which examples a program draws', { min: 0 }),
  folder: folder('', 'where the pictures are (folder only)'),
  side: wholeNumber(32, 'pixels along each side that they get (folder only)', { min: 1, max: 1024 }),
  out: folder('runs/data', 'where the picture and the page go'),
};

export type ShowDataOptions = ValuesOf<typeof showDataOptions>;

export const showDataDefaults: ShowDataOptions = fallbacks(showDataOptions);

/** A range coder's range is never larger than this ... */
export const wholeRange = 2 ** 48;

/** ... nor, between two symbols, smaller than this: a unit of frequency is 2^16 or more, and is rounded by less than 2^-16. */
export const leastRange = 2 ** 40;

/** How many of how many. */
export interface Share {
  readonly hits: number;
  readonly count: number;
}

export function shareOf(hits: readonly boolean[]): Share {
  return { hits: hits.filter(Boolean).length, count: hits.length };
}

/** Of all of them together. */
export function together(shares: readonly Share[]): Share {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return { hits: sum(shares.map(({ hits }) => hits)), count: sum(shares.map(({ count }) => count)) };
}

/** How many steps a series has, and how many numbers each. */
export interface SeriesShape {
  readonly length: number;
  readonly channels: number;
}

/** One example and what is true of it. */
export interface DrawnSeries {
  /** length x channels, step after step. */
  readonly values: Float32Array;
  readonly label: number;
  readonly attributes: Readonly<Record<string, number>>;
}

/** The attributes of a quantity that each channel has its own of: 'drift', 'drift2', 'drift3' ... */
export function perChannel(name: string, numbers: readonly number[]): Record<string, number> {
  return Object.fromEntries(numbers.map((number, channel) => [channel === 0 ? name : `${name}${channel + 1}`, number]));
}

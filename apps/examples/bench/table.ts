/** One measurement. */
export interface Row {
  readonly what: string;
  readonly median: number;
  readonly unit: 'ms' | 'us';
  /** At most this. */
  readonly goal?: number;
}

export function printTable(rows: readonly Row[]): void {
  for (const { what, median, unit, goal } of rows) {
    const verdict = goal === undefined ? '' : `  goal ${goal} ${unit}: ${median <= goal ? 'met' : 'MISSED'}`;
    console.log(`${what.padEnd(58)} ${median.toFixed(1).padStart(9)} ${unit}${verdict}`);
  }
}

/** One of the sets that a score was measured on. */
export interface SampleSet {
  /** What it is called: 'MNIST', 'samples of vae, seed 7'. Absent where nobody said. */
  readonly data?: string;
  /** 'train', 'test', ... Absent for what has no splits, such as samples. */
  readonly split?: string;
  /** How many examples. */
  readonly count: number;
}

/** '10,000 of MNIST test' */
export function describeSampleSet({ data = 'unnamed data', split, count }: SampleSet): string {
  return `${count.toLocaleString('en-US')} of ${data}${split === undefined ? '' : ` ${split}`}`;
}

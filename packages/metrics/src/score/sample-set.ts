/** One of the sets that a score was measured on. */
export interface SampleSet {
  /** What it is called: 'MNIST', 'samples of vae, seed 7'. Absent where nobody said. */
  readonly data?: string;
  /** 'train', 'test', ... Absent for what has no splits, such as samples. */
  readonly split?: string;
  /** How many examples. */
  readonly count: number;
}

/** What a set is called. */
type SetName = Pick<SampleSet, 'data' | 'split'>;

/** So many examples, called as far as anybody said. */
export function sampleSet(count: number, { data, split }: SetName): SampleSet {
  return { ...(data !== undefined && { data }), ...(split !== undefined && { split }), count };
}

/** '10,000 of MNIST test' */
export function describeSampleSet({ data = 'unnamed data', split, count }: SampleSet): string {
  return `${count.toLocaleString('en-US')} of ${data}${split === undefined ? '' : ` ${split}`}`;
}

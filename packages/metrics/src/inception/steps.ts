/** A network as data: what is done to the pictures, one step after another. */
export type Step = Convolution | Pool | Branches;

/** A convolution, batch normalisation and relu. */
export interface Convolution {
  readonly kind: 'convolution';
  /** Of its weights in a file: "Mixed_5b.branch5x5_2". */
  readonly name: string;
  readonly filters: number;
  /** Of its kernel: [height, width]. */
  readonly size: readonly [height: number, width: number];
  readonly stride: 1 | 2;
  readonly padding: 'same' | 'valid';
}

/** The average or the maximum of 3x3 pixels. Padding counts for neither. */
export interface Pool {
  readonly kind: 'average' | 'maximum';
  readonly stride: 1 | 2;
}

/** Several ways from the same input, their channels side by side at the end. */
export interface Branches {
  readonly kind: 'branches';
  readonly branches: readonly (readonly Step[])[];
}

/** One that keeps the size of the picture. */
export function convolution(name: string, filters: number, height: number, width = height): Convolution {
  return { kind: 'convolution', name, filters, size: [height, width], stride: 1, padding: 'same' };
}

/** One that loses the border, where its kernel does not fit. */
export function narrowing(name: string, filters: number, size: number): Convolution {
  return { ...convolution(name, filters, size), padding: 'valid' };
}

/** One of 3x3 that halves the size. */
export function halving(name: string, filters: number): Convolution {
  return { ...narrowing(name, filters, 3), stride: 2 };
}

export function branches(...ways: readonly (readonly Step[])[]): Branches {
  return { kind: 'branches', branches: ways };
}

/** Visits the convolutions in their order with the channels that each takes; gives the channels at the end. */
export function visitConvolutions(
  steps: readonly Step[],
  channels: number,
  visit: (convolution: Convolution, inputs: number) => void,
): number {
  return steps.reduce((inputs, step) => {
    if (step.kind === 'branches') return sum(step.branches.map((way) => visitConvolutions(way, inputs, visit)));
    if (step.kind !== 'convolution') return inputs;
    visit(step, inputs);
    return step.filters;
  }, channels);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

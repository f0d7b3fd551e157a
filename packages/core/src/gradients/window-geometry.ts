/** How windows lie on an image, one number for each spatial axis: window i of an axis starts at i * stride - before. */
export interface WindowGeometry {
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** Padding in front of the first row, column, ... What lies behind the last follows from the sizes. */
  readonly before: readonly number[];
}

/** As tfjs writes padding: 'same', 'valid', one number for all sides, or [before, after] for each of batch, ..., channels. */
type Padding = 'same' | 'valid' | number | readonly (readonly number[])[];

export interface WindowAttributes {
  readonly strides: number | readonly number[];
  readonly pad: Padding;
  readonly dilations?: number | readonly number[];
}

/** Reads the attributes of a convolution or pooling kernel; the sizes are those of the spatial axes. */
export function windowGeometry(
  { strides, pad, dilations = 1 }: WindowAttributes,
  input: readonly number[],
  window: readonly number[],
  output: readonly number[],
): WindowGeometry {
  const each = { strides: perAxis(strides, input.length), dilations: perAxis(dilations, input.length) };
  const before = input.map((size, i) => {
    if (typeof pad === 'number') return pad;
    if (typeof pad === 'object') return pad[i + 1]![0]!;
    if (pad === 'valid') return 0;
    const covered = (output[i]! - 1) * each.strides[i]! + (window[i]! - 1) * each.dilations[i]! + 1;
    return Math.max(0, covered - size) >> 1; // 'same' pads the odd one behind
  });
  return { ...each, before };
}

export function perAxis(value: number | readonly number[], axes: number): number[] {
  return typeof value === 'number' ? Array<number>(axes).fill(value) : [...value];
}

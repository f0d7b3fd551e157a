/**
 * How the windows of a convolution lie along one axis. A position q of the grid, `first` <= q < `first` + `count`, looks at the source pixels
 * q * step + low .. q * step + low + span - 1 and belongs to the output pixels q * spread + phase - shift, 0 <= phase < spread.
 */
export interface Axis {
  readonly source: number;
  readonly out: number;
  readonly taps: number;
  readonly dilation: number;
  readonly step: number;
  readonly spread: number;
  readonly shift: number;
  readonly low: number;
  readonly span: number;
  readonly first: number;
  readonly count: number;
}

/** What `computeConv2DInfo` knows of one axis. */
export interface Spacing {
  readonly input: number;
  readonly output: number;
  readonly taps: number;
  readonly stride: number;
  readonly dilation: number;
  /** Pixels before the first of the input. */
  readonly before: number;
}

/** From input to output: one position for each output pixel. */
export function forwardAxis({ input, output, taps, stride, dilation, before }: Spacing): Axis {
  return {
    source: input,
    out: output,
    taps,
    dilation,
    step: stride,
    spread: 1,
    shift: 0,
    low: -before,
    span: (taps - 1) * dilation + 1,
    first: 0,
    count: output,
  };
}

/** From output back to input: position q for the input pixels q * stride - before .. q * stride - before + stride - 1. */
export function backwardAxis({ input, output, taps, stride, dilation, before }: Spacing): Axis {
  const reach = Math.floor(((taps - 1) * dilation) / stride);
  const first = Math.floor(before / stride);
  return {
    source: output,
    out: input,
    taps,
    dilation,
    step: 1,
    spread: stride,
    shift: before,
    low: -reach,
    span: reach + 1,
    first,
    count: Math.floor((before + input - 1) / stride) - first + 1,
  };
}

/** Source pixels that the windows of so many neighbouring positions cover. */
export function covered({ step, span }: Axis, positions: number): number {
  return (positions - 1) * step + span;
}

/** Whether every window lies inside the source. */
export function staysInside(axis: Axis): boolean {
  const begin = axis.first * axis.step + axis.low;
  return begin >= 0 && begin + covered(axis, axis.count) <= axis.source;
}

/** What an output sees of its own pixel: type A (first layer) only earlier colours, type B (later layers) its own colour too. */
export type MaskType = 'A' | 'B';

/**
 * 'square': what comes before in raster order. 'horizontal': the same within the pixel's own row. 'vertical': whole rows above
 * and, in type B, the pixel's own row: such a stack begins with an A layer, or is shifted down a row before others see it.
 */
export type MaskShape = 'square' | 'vertical' | 'horizontal';

export interface CausalMask {
  readonly type: MaskType;
  readonly shape: MaskShape;
  /** An odd number, of which the mask stores only the half that an output can see. */
  readonly kernelSize: number;
  readonly inputs: number;
  readonly filters: number;
  /** Colours: channel c, of inputs and filters alike, belongs to group c mod `groups`. */
  readonly groups: number;
}

/**
 * A mask's kernel has the output's pixel in its last row, in column `centre`. Rows below are not even stored, so a masked
 * convolution costs half of a full one.
 *
 *     5x5 'square'      'vertical'        1x5 'horizontal'
 *     1 1 1 1 1         1 1 1 1 1
 *     1 1 1 1 1         1 1 1 1 1
 *     1 1 c 0 0         b b b b b         1 1 c
 *
 * b is 1 in type B, 0 in A. c depends on the colours: with one group it is b; with three, an output of red, green or blue sees
 *
 *     type A  r g b     type B  r g b
 *       red   0 0 0       red   1 0 0
 *       green 1 0 0       green 1 1 0
 *       blue  1 1 0       blue  1 1 1
 *
 * Van den Oord et al. 2016 (1601.06759, figure 2; the stacks of 1606.05328, figure 1).
 */
export function maskKernelShape({ shape, kernelSize, inputs, filters }: CausalMask): [number, number, number, number] {
  const half = (kernelSize + 1) / 2;
  return shape === 'horizontal' ? [1, half, inputs, filters] : [half, kernelSize, inputs, filters];
}

/** Ones where an output may look, in the order of `maskKernelShape`. */
export function causalMask(mask: CausalMask): Float32Array {
  const [rows, columns, inputs, filters] = maskKernelShape(mask);
  return Float32Array.from({ length: rows * columns * inputs * filters }, (_, i) => {
    const filter = i % filters;
    const input = Math.floor(i / filters) % inputs;
    const column = Math.floor(i / (filters * inputs)) % columns;
    const row = Math.floor(i / (filters * inputs * columns));
    return row < rows - 1 || seesInOwnRow(mask, column, input, filter) ? 1 : 0;
  });
}

function seesInOwnRow({ type, shape, kernelSize, groups }: CausalMask, column: number, input: number, filter: number): boolean {
  if (shape === 'vertical') return type === 'B';
  const centre = (kernelSize - 1) / 2;
  if (column !== centre) return column < centre;
  const from = input % groups;
  const to = filter % groups;
  return type === 'B' ? from <= to : from < to;
}

import { backend_util, type TensorInfo, util } from '@tensorflow/tfjs-core';

export type Info = backend_util.Conv2DInfo;

/** Whether each output channel sees all channels of the input, or one. */
export type Layout = 'dense' | 'depthwise';

/** What the kernels of the convolution family are called with. */
export interface ConvolutionAttributes {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | backend_util.ExplicitPadding;
  readonly dataFormat?: 'NHWC' | 'NCHW';
  /** The dense gradients of stock tfjs never have any; ours may. @default 1 */
  readonly dilations?: [number, number] | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

type Shape = [number, number, number, number];

/** The sizes of a convolution. */
export function convolutionInfo(
  layout: Layout,
  input: readonly number[],
  filter: readonly number[],
  { strides, pad, dilations, dimRoundingMode }: ConvolutionAttributes,
): Info {
  const shapes = [input as Shape, filter as Shape] as const;
  return backend_util.computeConv2DInfo(...shapes, strides, dilations ?? 1, pad, dimRoundingMode, layout === 'depthwise');
}

/** Whether our kernels take two tensors: float32, channels last. */
export function areOrdinary(a: TensorInfo, b: TensorInfo, { dataFormat }: ConvolutionAttributes): boolean {
  return a.dtype === 'float32' && b.dtype === 'float32' && dataFormat !== 'NCHW';
}

/** Whether there is anything to compute, and dy, where one is given, has the shape that the attributes imply. */
export function isWhole({ inShape, outShape, filterShape }: Info, dy?: TensorInfo): boolean {
  const there = (shape: number[]) => shape.every((size) => size > 0);
  return there(inShape) && there(outShape) && there(filterShape) && (dy === undefined || util.arraysEqual(dy.shape, outShape));
}

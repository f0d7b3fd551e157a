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

/** Whether our kernels take two tensors: float32, channels last. */
export function areOrdinary(a: TensorInfo, b: TensorInfo, { dataFormat }: ConvolutionAttributes): boolean {
  return a.dtype === 'float32' && b.dtype === 'float32' && dataFormat !== 'NCHW';
}

/** The sizes of a convolution, or `undefined` where there is nothing to compute, or dy, where one is given, has not the shape that they imply. */
export function convolutionInfo(
  layout: Layout,
  input: readonly number[],
  filter: readonly number[],
  { strides, pad, dilations, dimRoundingMode }: ConvolutionAttributes,
  dy?: TensorInfo,
): Info | undefined {
  const shapes = [input as Shape, filter as Shape] as const;
  const depthwise = layout === 'depthwise';
  const info = backend_util.computeConv2DInfo(...shapes, strides, dilations ?? 1, pad, dimRoundingMode, depthwise);
  const whole =
    util.sizeFromShape(info.inShape) * util.sizeFromShape(info.filterShape) > 0 && info.outHeight > 0 && info.outWidth > 0;
  return whole && (dy === undefined || util.arraysEqual(dy.shape, info.outShape)) ? info : undefined;
}

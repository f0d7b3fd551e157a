import { type Axis, backwardAxis, forwardAxis, type Spacing } from './axis.ts';
import type { Info, Layout } from './info.ts';

/** How products are made: assembly/convolution/words.ts. */
export const kinds = { panels: 0, column: 1, depthwise: 2 } as const;

/** The sizes of what the kernels of assembly/convolution do. */
export interface Sizes {
  readonly images: number;
  /** Channels of the source. */
  readonly sourceDepth: number;
  /** Channels that the windows have: each of the source's `copies` times, then zeros. */
  readonly depth: number;
  readonly copies: number;
  /** Channels of what is computed, or in a filter gradient of dy. */
  readonly channels: number;
  readonly kind: (typeof kinds)[keyof typeof kinds];
  readonly rows: Axis;
  readonly columns: Axis;
}

/** A convolution; also its filter gradient. */
export function forwardSizes(layout: Layout, info: Info): Sizes {
  const { batchSize: images, inChannels, outChannels } = info;
  const channels =
    layout === 'dense' ? dense(inChannels, outChannels) : depthwise(inChannels, outChannels / inChannels, outChannels);
  return { images, ...channels, rows: forwardAxis(rowSpacing(info)), columns: forwardAxis(columnSpacing(info)) };
}

/** An input gradient. A depthwise one has as many channels as the output, to be summed where they come from one of the input. */
export function backwardSizes(layout: Layout, info: Info): Sizes {
  const { batchSize: images, inChannels, outChannels } = info;
  const channels = layout === 'dense' ? dense(outChannels, inChannels) : depthwise(outChannels, 1, outChannels);
  return { images, ...channels, rows: backwardAxis(rowSpacing(info)), columns: backwardAxis(columnSpacing(info)) };
}

/** Weights of one tap of the filter. */
export function tapWeights({ kind, depth, channels }: Sizes): number {
  return kind === kinds.depthwise ? channels : depth * channels;
}

/** A product of one column goes along the depth, four values at a time. */
function dense(depth: number, channels: number) {
  const kind = channels === 1 && depth % 4 === 0 ? kinds.column : kinds.panels;
  return { sourceDepth: depth, depth, copies: 1, channels, kind };
}

/** Windows have whole vectors of channels. */
function depthwise(sourceDepth: number, copies: number, channels: number) {
  return { sourceDepth, depth: Math.ceil(channels / 4) * 4, copies, channels, kind: kinds.depthwise };
}

function rowSpacing(info: Info): Spacing {
  return {
    input: info.inHeight,
    output: info.outHeight,
    taps: info.filterHeight,
    stride: info.strideHeight,
    dilation: info.dilationHeight,
    before: info.padInfo.top,
  };
}

function columnSpacing(info: Info): Spacing {
  return {
    input: info.inWidth,
    output: info.outWidth,
    taps: info.filterWidth,
    stride: info.strideWidth,
    dilation: info.dilationWidth,
    before: info.padInfo.left,
  };
}

import type { NetworkSizes } from '../network.ts';

/** Of a PixelRNN: table 1 of 1601.06759. */
export interface LstmSizes extends NetworkSizes {
  /** h of the paper: layers have 2h channels outside and h states. */
  readonly filters: number;
  readonly layers: number;
  /** Of the first layer, along each side. */
  readonly kernelSize: number;
  /** Channels of the two layers before the output. */
  readonly hidden: number;
}

/** Of one of its recurrent layers. */
export type LstmLayerSizes = Pick<LstmSizes, 'filters' | 'groups' | 'condition'>;

import type { PixelOps, Rng } from '@genmodels/core';
import type { NormalizedLayer } from '../../layers/normalized-layer.ts';
import { shiftedConv2d } from '../../layers/shifted-conv2d.ts';
import type { Stream } from '../../layers/shifted-padding.ts';
import { StridedProjection } from '../../layers/strided-projection.ts';

export interface GatedBlockOptions {
  readonly stream: Stream;
  readonly filters: number;
  /** Channels of what comes in beside x; 0 for nothing. */
  readonly aside: number;
  /** Share of the features inside that training drops. */
  readonly dropout: number;
  /** Channels of the condition; 0 for none. */
  readonly condition: number;
  /** How many of the image's pixels one of its pixels is wide. */
  readonly scale: number;
}

/**
 * x + a sigmoid(b), where [a, b] = gate(drop(concatElu(look(concatElu(x)) + 1x1(concatElu(aside))))): the residual block of Salimans et
 * al. 2017 (1701.05517), with the gate of 1606.05328 without its tanh.
 */
export class GatedBlock {
  readonly look: NormalizedLayer;
  readonly aside: NormalizedLayer | null;
  readonly gate: NormalizedLayer;
  readonly condition: StridedProjection | null;
  readonly #filters: number;
  readonly #dropout: number;

  constructor({ stream, filters, aside, dropout, condition, scale }: GatedBlockOptions, rng: Rng) {
    const inputs = 2 * filters; // concatElu doubles
    const pointwise = { stream, kernelSize: [1, 1] } as const;
    this.look = shiftedConv2d({ inputs, filters, stream }, rng.fork('look'));
    this.aside = aside > 0 ? shiftedConv2d({ ...pointwise, inputs: 2 * aside, filters }, rng.fork('aside')) : null;
    this.gate = shiftedConv2d({ inputs, filters: 2 * filters, stream, initialScale: 0.1 }, rng.fork('gate'));
    const given = { inputs: condition, filters: 2 * filters, stride: scale };
    this.condition = condition > 0 ? new StridedProjection(given, rng.fork('condition')) : null;
    this.#filters = filters;
    this.#dropout = dropout;
  }

  /** `x` and the result are [batch, rows, columns, filters]. */
  apply<T>(ops: PixelOps<T>, x: T, aside?: T, condition?: T): T {
    const seen = ops.apply(this.look, ops.activate(x, 'concatElu'));
    const sum = this.aside ? ops.add(seen, ops.apply(this.aside, ops.activate(aside!, 'concatElu'))) : seen;
    const gate = ops.apply(this.gate, ops.dropout(ops.activate(sum, 'concatElu'), this.#dropout));
    const biased = this.condition ? ops.add(gate, ops.apply(this.condition, condition!)) : gate; // [.., 2 filters]
    const [a, b] = [0, 1].map((half) => ops.slice(biased, half * this.#filters, this.#filters)) as [T, T];
    return ops.add(x, ops.multiply(a, ops.activate(b, 'sigmoid')));
  }
}

import { ConditionBias, MaskedConv2d, type PixelOps, type Rng } from '@genmodels/core';
import { gatedNormal } from './gated-normal.ts';

export interface GatedLayerOptions {
  /** Channels of what comes in: the image's in the first layer, p in the others. */
  readonly inputs: number;
  /** p: channels of both stacks. */
  readonly filters: number;
  readonly kernelSize: number;
  /** The first layer leaves the own pixel out, and has nothing of its size to add to. */
  readonly first: boolean;
  /** The last layer feeds no other: only what it skips ahead counts. */
  readonly last: boolean;
  readonly groups: number;
  /** Channels of the condition; 0 for none. */
  readonly condition: number;
}

/** What goes from layer to layer. */
export interface Stacks<T> {
  /** Sees the rows above, whole: no blind spot. */
  readonly vertical: T;
  /** Sees what is to the left, and the rows above through the vertical stack. */
  readonly horizontal: T;
}

/** One layer of figure 2 of van den Oord et al. 2016 (1606.05328): tanh(f) sigmoid(g) in each stack, the vertical one feeds the horizontal one. */
export class GatedLayer {
  readonly vertical: MaskedConv2d;
  readonly horizontal: MaskedConv2d;
  readonly feed: MaskedConv2d;
  readonly verticalCondition: ConditionBias | null;
  readonly horizontalCondition: ConditionBias | null;
  readonly residual: MaskedConv2d | null;
  readonly skip: MaskedConv2d;
  readonly #first: boolean;

  constructor({ inputs, filters, kernelSize, first, last, groups, condition }: GatedLayerOptions, rng: Rng) {
    const type = first ? 'A' : 'B';
    const wide = 2 * filters;
    const pointwise = (inputs: number, filters: number, groups: number, name: string) =>
      new MaskedConv2d({ inputs, filters, kernelSize: 1, type: 'B', groups }, rng.fork(name));
    this.vertical = new MaskedConv2d(
      { inputs, filters: wide, kernelSize, type, shape: 'vertical', initializer: gatedNormal },
      rng.fork('vertical'),
    );
    this.horizontal = new MaskedConv2d(
      { inputs, filters: wide, kernelSize, type, shape: 'horizontal', groups },
      rng.fork('horizontal'),
    );
    this.feed = pointwise(wide, wide, 1, 'feed'); // every colour may see all of the rows above
    const bias = (stack: string) => new ConditionBias(condition, wide, rng.fork(stack).fork('condition'));
    this.verticalCondition = condition && !last ? bias('vertical') : null;
    this.horizontalCondition = condition ? bias('horizontal') : null;
    this.residual = last ? null : pointwise(filters, filters, groups, 'residual');
    this.skip = pointwise(filters, filters, groups, 'skip');
    this.#first = first;
  }

  apply<T>(ops: PixelOps<T>, { vertical, horizontal }: Stacks<T>, condition?: T): Stacks<T> & { readonly skip: T } {
    const above = ops.apply(this.vertical, vertical); //                                             [batch, height, width, 2p]
    const beside = ops.add(ops.apply(this.horizontal, horizontal), ops.apply(this.feed, above)); //  [batch, height, width, 2p]
    const [rows, pixels] = [
      gate(ops, above, this.verticalCondition, condition),
      gate(ops, beside, this.horizontalCondition, condition),
    ]; // p channels each
    return { vertical: rows, horizontal: this.#add(ops, horizontal, pixels), skip: ops.apply(this.skip, pixels) };
  }

  #add<T>(ops: PixelOps<T>, horizontal: T, pixels: T): T {
    const change = this.residual ? ops.apply(this.residual, pixels) : pixels;
    return this.#first ? change : ops.add(horizontal, change);
  }
}

function gate<T>(ops: PixelOps<T>, x: T, bias: ConditionBias | null, condition: T | undefined): T {
  return ops.activate(bias ? bias.apply(ops, x, condition!) : x, 'gated');
}

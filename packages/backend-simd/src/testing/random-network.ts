import {
  createRng,
  type PixelActivation,
  type PixelLayer,
  type PixelNetwork,
  type PixelOps,
  type PixelRecurrence,
  type Rng,
} from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** What a network of tests may do with its features. */
export const moves = [
  'convolve',
  'activate',
  'affine',
  'add',
  'multiply',
  'concat',
  'slice',
  'shiftDown',
  'shiftRight',
  'recur',
  'recurBackwards',
  'above',
  'condition',
  'constant',
  'halve',
] as const;

export type Move = (typeof moves)[number];

const activations: readonly (PixelActivation | undefined)[] = [undefined, 'relu', 'elu', 'tanh', 'sigmoid', 'concatElu', 'gated'];

/** Of the image, and of the condition. */
export const channels = { image: 2, condition: 3 };

/** A network that makes these moves one after the other, with weights, channels and activations from the seed. */
export class RandomNetwork implements PixelNetwork {
  readonly #moves: readonly Move[];
  readonly #seed: number;
  /** A layer is the same object in each reading, by which core knows it. */
  readonly #layers = new Map<string, PixelLayer & PixelRecurrence>();

  constructor(moves: readonly Move[], seed: number) {
    this.#moves = moves;
    this.#seed = seed;
  }

  apply<T>(ops: PixelOps<T>, x: T, condition?: T): T {
    const first = this.#convolve(ops, x, 'first', { inputs: channels.image, filters: 6, kernel: [3, 3], left: 3 });
    const move = (features: Features<T>, move: Move, i: number) => this.#move(ops, move, String(i), features, x, condition!);
    return this.#moves.reduce(move, { h: first, channels: 6 }).h;
  }

  #move<T>(ops: PixelOps<T>, move: Move, name: string, { h, channels: inputs }: Features<T>, x: T, condition: T): Features<T> {
    const rng = createRng(this.#seed).fork(name);
    const filters = 1 + (rng.nextWord() % 11);
    const drawn = activations[rng.nextWord() % activations.length];
    const activation = drawn === 'gated' && (move === 'activate' ? inputs : filters) % 2 === 1 ? 'tanh' : drawn;
    const layer = (from: T, inputs: number, filters: number, more: Partial<LayerSizes> = {}) =>
      this.#convolve(ops, from, name, { inputs, filters, kernel: [2, 3], left: 2, ...more });
    switch (move) {
      case 'convolve':
        return { h: layer(h, inputs, filters, { activation }), channels: after(filters, activation) };
      case 'activate':
        return { h: ops.activate(h, activation ?? 'elu'), channels: after(inputs, activation) };
      case 'affine':
        return { h: ops.affine(h, 1.3, -0.2), channels: inputs };
      case 'add':
        return { h: ops.add(layer(h, inputs, inputs), h), channels: inputs };
      case 'multiply':
        return { h: ops.multiply(h, layer(h, inputs, inputs)), channels: inputs };
      case 'concat':
        return { h: ops.concat([h, layer(h, inputs, filters)]), channels: inputs + filters };
      case 'slice':
        return { h: ops.slice(layer(h, inputs, inputs + 3), 1, inputs), channels: inputs };
      case 'shiftDown':
        return { h: ops.shiftDown(h), channels: inputs };
      case 'shiftRight':
        return { h: ops.shiftRight(h), channels: inputs };
      case 'recur':
        return { h: this.#recur(ops, layer(h, inputs, 4 * filters), `${name} cells`, filters, -1), channels: filters };
      case 'recurBackwards':
        return {
          h: ops.shiftDown(this.#recur(ops, layer(h, inputs, 4 * filters), `${name} cells`, filters, 1)),
          channels: filters,
        };
      case 'above':
        return {
          h: ops.add(h, layer(x, channels.image, inputs, { kernel: [2, 5], left: 2, top: 2, activation: 'relu' })),
          channels: inputs,
        };
      case 'condition':
        return {
          h: ops.add(h, layer(condition, channels.condition, inputs, { kernel: [1, 1], left: 0, bias: false })),
          channels: inputs,
        };
      case 'constant':
        return { h: ops.add(h, layer(h, inputs, inputs, { weight: 0 })), channels: inputs };
      case 'halve': {
        const half = layer(h, inputs, filters, { kernel: [2, 2], left: 1, stride: 2 });
        const sizes = { inputs: filters, filters: inputs, kernel: [2, 2], left: 0, top: 0, stride: 2, transposed: true } as const;
        return { h: ops.add(h, this.#convolve(ops, half, `${name} back`, sizes)), channels: inputs };
      }
    }
  }

  #convolve<T>(ops: PixelOps<T>, from: T, name: string, { activation, ...sizes }: LayerSizes): T {
    return ops.apply(
      this.#layer(name, () => convolution(sizes, createRng(this.#seed).fork(name))),
      from,
      activation,
    );
  }

  #recur<T>(ops: PixelOps<T>, gates: T, name: string, hidden: number, side: number): T {
    return ops.recur(
      this.#layer(name, () => recurrence(hidden, side, createRng(this.#seed).fork(name))),
      gates,
    );
  }

  #layer(name: string, create: () => PixelLayer | PixelRecurrence) {
    const layer = this.#layers.get(name) ?? (create() as PixelLayer & PixelRecurrence);
    this.#layers.set(name, layer);
    return layer;
  }
}

interface Features<T> {
  readonly h: T;
  readonly channels: number;
}

interface LayerSizes {
  readonly inputs: number;
  readonly filters: number;
  readonly kernel: readonly [rows: number, columns: number];
  /** Columns that the kernel begins left of the pixel. */
  readonly left: number;
  /** Rows that it begins above; the last of its rows is the pixel's own where nothing is said. */
  readonly top?: number;
  readonly stride?: number;
  readonly transposed?: boolean;
  readonly bias?: boolean;
  /** Standard deviation of the weights. */
  readonly weight?: number;
  readonly activation?: PixelActivation | undefined;
}

function after(filters: number, activation: PixelActivation | undefined): number {
  if (activation === 'concatElu') return 2 * filters;
  return activation === 'gated' ? filters / 2 : filters;
}

function convolution(
  { inputs, filters, kernel, left, top = kernel[0] - 1, bias = true, weight = 0.5, ...more }: LayerSizes,
  rng: Rng,
): PixelLayer {
  return {
    ...more,
    bias: bias ? rng.fork('bias').normal<tf.Rank.R1>([filters]) : null,
    padding: { top, left, bottom: 0, right: 0 },
    effectiveKernel: () => tf.mul(rng.fork('kernel').normal<tf.Rank.R4>([...kernel, inputs, filters]), weight),
    apply: unread,
  };
}

function recurrence(hidden: number, side: number, rng: Rng): PixelRecurrence {
  return {
    hidden,
    taps: [
      [0, side],
      [-1, 0],
    ],
    cell: [0, side],
    effectiveKernel: () => tf.mul(rng.normal<tf.Rank.R3>([2, hidden, 4 * hidden]), 0.3),
    apply: unread,
  };
}

function unread(): never {
  throw new Error('these layers are read as programs only');
}

import { check } from '../errors.ts';
import type { PixelNetwork } from './pixel-network.ts';
import type { PixelActivation, PixelLayer, PixelOps, PixelRecurrence } from './pixel-ops.ts';
import type { Instruction, Phase, PixelMap, PixelProgram, Tap } from './program.ts';
import { type LayerValues, readLayers } from './read-layers.ts';
import { type Reach, tapsOf, tapsOfRecurrence } from './taps.ts';

export interface CompileOptions {
  /** Channels of the image. */
  readonly channels: number;
  /** What the network is conditioned on, if it is: a map, or one pixel for all. */
  readonly condition?: { readonly channels: number; readonly size: 'map' | 'pixel' };
}

/**
 * The program that computes a network pixel by pixel, with its weights as they are now. Throws 'invalid-config' where a layer looks
 * at a pixel that is not there yet.
 */
export async function compile(network: PixelNetwork, { channels, condition }: CompileOptions): Promise<PixelProgram> {
  const builder = new Builder(await readLayers(network, condition !== undefined));
  const image = builder.map(channels, 1, 'image');
  const given = condition && builder.map(condition.channels, 1, condition.size === 'pixel' ? 'once' : 'row');
  const output = network.apply(builder, image, given);
  const { maps } = builder;
  checkOutput(maps[output]!);
  const instructions = neededFor(output, builder.instructions);
  return { maps, instructions, image, output, ...(given !== undefined && { condition: given }) };
}

function checkOutput({ phase }: PixelMap): void {
  check(
    phase !== 'image',
    'invalid-config',
    () =>
      'an autoregressive network must look at its image through layers that leave out the own pixel, got an output that sees it',
  );
}

/** Without what the output does not depend on. */
function neededFor(output: number, instructions: readonly Instruction[]): Instruction[] {
  const needed = new Set([output]);
  const kept = [...instructions].reverse().filter((instruction) => {
    if (!needed.has(instruction.output)) return false;
    for (const input of inputsOf(instruction)) needed.add(input);
    return true;
  });
  return kept.reverse();
}

function inputsOf(instruction: Instruction): readonly number[] {
  if ('inputs' in instruction) return instruction.inputs;
  return ['gates' in instruction ? instruction.gates : instruction.input];
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** Later phases depend on earlier ones. */
const order: readonly Phase[] = ['once', 'row', 'image', 'pixel'];

/** Reads a network as instructions. Its maps are numbers. */
class Builder implements PixelOps<number> {
  readonly maps: Growing<PixelMap>[] = [];
  readonly instructions: Instruction[] = [];
  /** Maps whose current row is there only when the row is whole. */
  readonly #late = new Set<number>();
  readonly #layers: ReadonlyMap<object, LayerValues>;

  constructor(layers: ReadonlyMap<object, LayerValues>) {
    this.#layers = layers;
  }

  map(channels: number, scale: number, phase: Phase): number {
    return this.maps.push({ channels, scale, phase, rows: phase === 'row' ? 1 : 0 }) - 1;
  }

  apply(layer: PixelLayer, input: number, activation?: PixelActivation): number {
    const { stride = 1, transposed = false } = layer;
    const values = this.#layers.get(layer)!;
    const taps = tapsOf(values, layer);
    const inPixel = this.#look(input, taps.flat());
    const isWhole = stride === 1 && this.maps[input]!.phase === 'image' && seesPixel(taps.flat(), values);
    const phase = isWhole ? 'image' : inPixel;
    if (transposed && phase !== 'once') this.#keep(input, 1); // a pixel of it serves several rows of the output
    const filters = values.shape[3]!;
    const output = this.map(widthAfter(filters, activation), this.maps[input]!.scale * (transposed ? 1 / stride : stride), phase);
    const [grow, shrink] = transposed ? [stride, 1] : [1, stride];
    const bias = Float32Array.from({ length: filters }, (_, filter) => (values.bias[filter] ?? 0) + 0); // -0 becomes 0
    this.instructions.push({ op: 'convolve', phase, input, output, taps, grow, shrink, bias, ...(activation && { activation }) });
    return output;
  }

  activate(input: number, activation: PixelActivation): number {
    const output = this.#like([input], widthAfter(this.maps[input]!.channels, activation));
    return this.#add({ op: 'activate', ...this.#at(output), input, activation });
  }

  affine(input: number, scale: number, offset: number): number {
    return this.#add({ op: 'affine', ...this.#at(this.#like([input])), input, scale, offset });
  }

  add(a: number, b: number): number {
    return this.#add({ op: 'add', ...this.#at(this.#like([a, b])), inputs: [a, b] });
  }

  multiply(a: number, b: number): number {
    return this.#add({ op: 'multiply', ...this.#at(this.#like([a, b])), inputs: [a, b] });
  }

  concat(inputs: readonly number[]): number {
    const channels = inputs.reduce((sum, input) => sum + this.maps[input]!.channels, 0);
    return this.#add({ op: 'concat', ...this.#at(this.#like(inputs, channels)), inputs });
  }

  slice(input: number, begin: number, count: number): number {
    return this.#add({ op: 'slice', ...this.#at(this.#like([input], count)), input, begin });
  }

  shiftDown(input: number): number {
    return this.#shift(input, -1, 0);
  }

  shiftRight(input: number): number {
    return this.#shift(input, 0, -1);
  }

  dropout(input: number): number {
    return input;
  }

  recur(layer: PixelRecurrence, gates: number): number {
    const taps = tapsOfRecurrence(this.#layers.get(layer)!, layer);
    const backwards = [...taps, { row: layer.cell[0], column: layer.cell[1] }].some(({ row, column }) => row === 0 && column > 0);
    const phase = backwards ? 'row' : this.maps[gates]!.phase;
    const [output, cells] = [
      this.map(layer.hidden, this.maps[gates]!.scale, phase),
      this.map(layer.hidden, this.maps[gates]!.scale, phase),
    ];
    if (backwards) {
      this.#keep(gates, 2); // of the row before, which is whole
      this.#late.add(output);
    }
    for (const map of [output, cells])
      this.#keep(map, 1 - Math.min(layer.cell[0], ...taps.map(({ row }) => row)) + (backwards ? 1 : 0));
    return this.#add({ op: 'recur', phase, output, gates, cells, taps, cell: layer.cell, backwards });
  }

  #shift(input: number, row: number, column: number): number {
    const phase = this.#look(input, [{ row, column }]);
    const { channels, scale } = this.maps[input]!;
    return this.#add({ op: 'shift', ...this.#at(this.map(channels, scale, phase)), input, row, column });
  }

  /** Keeps what a reader looks at, and says when it can be computed. */
  #look(input: number, taps: readonly Reach[]): Phase {
    const { phase } = this.maps[input]!;
    if (phase === 'once') return phase;
    if (taps.some(({ row }) => row === 0)) this.#checkTimely(input);
    const ahead = taps.find(({ row, column }) => row > 0 || (row === 0 && column > 0 && phase !== 'row'));
    check(
      ahead === undefined,
      'invalid-config',
      () =>
        `a layer of an autoregressive network must look at earlier pixels only, got one ${ahead!.row} rows down and ${ahead!.column} columns to the right`,
    );
    if (taps.some(({ row, column }) => row !== 0 || column !== 0)) this.#keep(input, 1 - Math.min(...taps.map(({ row }) => row)));
    if (taps.every(({ row }) => row < 0)) return 'row';
    return phase === 'image' ? 'pixel' : phase;
  }

  #checkTimely(input: number): void {
    check(
      !this.#late.has(input),
      'invalid-config',
      () =>
        'states that depend on pixels to their right must be shifted down a row before a layer looks at them, got them as they are',
    );
  }

  #keep(map: number, rows: number): void {
    this.maps[map]!.rows = Math.max(this.maps[map]!.rows, rows);
  }

  /** A map as its inputs are, in the phase of the last of them. */
  #like(inputs: readonly number[], channels = this.maps[inputs[0]!]!.channels): number {
    for (const input of inputs) this.#checkTimely(input);
    const maps = inputs.map((input) => this.maps[input]!);
    const phase = order[Math.max(...maps.map((map) => order.indexOf(map.phase)))]!;
    check(
      phase !== 'pixel' || maps.every((map) => map.phase !== 'image'),
      'invalid-config',
      () =>
        'an autoregressive network must look at its image through layers that leave out the own pixel, got the image itself beside features',
    );
    return this.map(channels, maps.find((map) => map.phase === phase)!.scale, phase);
  }

  #at(output: number): { readonly output: number; readonly phase: Phase } {
    return { output, phase: this.maps[output]!.phase };
  }

  #add(instruction: Instruction): number {
    this.instructions.push(instruction);
    return instruction.output;
  }
}

/** Whether a layer sees all of its own pixel: with masked colours, the last one does not count before it is there. */
function seesPixel(taps: readonly Tap[], { shape }: LayerValues): boolean {
  const lastInput = -shape[3]!;
  return taps.some(
    ({ row, column, weights }) => row === 0 && column === 0 && weights.subarray(lastInput).some((weight) => weight !== 0),
  );
}

function widthAfter(channels: number, activation: PixelActivation | undefined): number {
  if (activation === 'concatElu') return 2 * channels;
  return activation === 'gated' ? channels / 2 : channels;
}

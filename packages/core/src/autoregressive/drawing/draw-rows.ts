import { pauser } from '../../pause.ts';
import { createRng } from '../../rng.ts';
import type { PixelMachine } from '../pixel-machine.ts';
import type { PixelDistribution } from './pixel-distribution.ts';

/** What a pixel is drawn from. */
export interface DrawablePixels {
  /** Of one image: [height, width, channels]. */
  readonly shape: readonly number[];
  readonly distribution: PixelDistribution;
}

export interface PixelRowsOptions {
  /** How many images, all at once. */
  readonly count: number;
  /** The number of the first one: an image is the same whatever batch it stands in. @default 0 */
  readonly first?: number;
  readonly seed: number;
  /** @default 1 */
  readonly temperature?: number;
  readonly given?: GivenPixels;
  readonly signal?: AbortSignal;
}

/** Pixels that are there already. */
export interface GivenPixels {
  /** [images, height, width, channels] */
  readonly values: Float32Array;
  /** For each pixel, [images, height, width], 1 where its value stays and 0 where it is drawn. */
  readonly known: Uint8Array;
}

/** A finished row of all images. */
export interface DrawnRow {
  readonly row: number;
  /** [images, width, channels], levels in [0, 1]. */
  readonly values: Float32Array;
}

/**
 * Draws images pixel by pixel, and gives each row when it is there. `open` gives the machine that computes their parameters, which is
 * disposed at the end. Rejects with the signal's reason within a row.
 */
export async function* drawPixelRows(
  pixels: DrawablePixels,
  open: () => Promise<PixelMachine>,
  options: PixelRowsOptions,
): AsyncGenerator<DrawnRow> {
  const uniforms = drawUniforms(pixels, options);
  options.signal?.throwIfAborted();
  const machine = await open();
  try {
    const drawing: Drawing = { ...options, ...pixels, machine, uniforms, rest: pauser() };
    for (let row = 0; row < pixels.shape[0]!; row++) yield { row, values: await drawRow(drawing, row) };
  } finally {
    machine.dispose();
  }
}

interface Drawing extends PixelRowsOptions, DrawablePixels {
  readonly machine: PixelMachine;
  /** Of each image: [height, width, uniforms a pixel]. */
  readonly uniforms: readonly Float32Array[];
  rest(): Promise<void>;
}

async function drawRow(drawing: Drawing, row: number): Promise<Float32Array> {
  const { machine, shape, count } = drawing;
  const [, width, channels] = shape as [number, number, number];
  const drawn = new Float32Array(count * width * channels);
  machine.startRow(row);
  for (let column = 0; column < width; column++) {
    const pixels = await drawPixel(drawing, row, column);
    machine.setPixel(row, column, pixels);
    for (let image = 0; image < count; image++) part(drawn, image * width + column, channels).set(part(pixels, image, channels));
  }
  return drawn;
}

/** One pixel of all images, colour after colour: [images, channels]. */
async function drawPixel(drawing: Drawing, row: number, column: number): Promise<Float32Array> {
  const { machine, distribution, count, signal, rest } = drawing;
  const pixels = new Float32Array(count * distribution.channels);
  for (let turn = 0; turn < distribution.turns; turn++) {
    await rest();
    signal?.throwIfAborted();
    if (turn > 0) machine.setPixel(row, column, pixels); // the colours up to now
    drawTurn({ ...drawing, parameters: await machine.parameters(row, column), pixels }, turn, row, column);
  }
  return pixels;
}

interface Turn extends Omit<Drawing, 'machine'> {
  /** [images, parameters] */
  readonly parameters: Float32Array;
  /** [images, channels], which is drawn into. */
  readonly pixels: Float32Array;
}

function drawTurn(drawn: Turn, turn: number, row: number, column: number): void {
  const { distribution, shape, uniforms, given, temperature = 1, parameters, pixels } = drawn;
  const [height, width, channels] = shape as [number, number, number];
  const place = row * width + column;
  for (const [image, numbers] of uniforms.entries()) {
    const pixel = part(pixels, image, channels);
    const known = image * height * width + place;
    if (given?.known[known]) pixel.set(part(given.values, known, channels));
    else
      distribution.draw({
        parameters: part(parameters, image, distribution.parameters),
        pixel,
        turn,
        uniforms: part(numbers, place, distribution.uniforms),
        temperature,
      });
  }
}

/** A stream for each image. */
function drawUniforms({ distribution, shape }: DrawablePixels, { count, first = 0, seed }: PixelRowsOptions): Float32Array[] {
  const [height, width] = shape as [number, number];
  const rng = createRng(seed).fork('pixels');
  return Array.from({ length: count }, (_, i) =>
    rng.fork(first + i).fillUniform(new Float32Array(height * width * distribution.uniforms)),
  );
}

/** The part of this number, where all are of one size: a view. */
function part(values: Float32Array, index: number, size: number): Float32Array {
  return values.subarray(index * size, (index + 1) * size);
}

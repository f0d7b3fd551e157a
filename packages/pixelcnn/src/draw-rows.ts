import { type Condition, createRng, type PixelMachine, pauser } from '@genmodels/core';
import { openMachine } from './open-machine.ts';
import type { PixelModel } from './pixel-model.ts';

export interface DrawOptions {
  /** How many images, all at once. */
  readonly count: number;
  /** The number of the first one: an image is the same whatever batch it stands in. @default 0 */
  readonly first?: number;
  readonly seed: number;
  /** @default 1 */
  readonly temperature?: number;
  readonly condition?: Condition;
  readonly given?: GivenPixels;
  /** False computes the whole network anew for every pixel. @default true */
  readonly incremental?: boolean;
  readonly signal?: AbortSignal;
}

/** Pixels that are there already. */
export interface GivenPixels {
  /** [images, height, width, channels] */
  readonly values: Float32Array;
  /** [images, height, width]: 1 where the value stays, 0 where it is drawn. */
  readonly known: Uint8Array;
}

/** A finished row of all images. */
export interface DrawnRow {
  readonly row: number;
  /** [images, width, channels], levels in [0, 1]. */
  readonly values: Float32Array;
}

/** Draws images pixel by pixel, and gives each row when it is there. Rejects with the signal's reason within a row. */
export async function* drawRows(model: PixelModel, options: DrawOptions): AsyncGenerator<DrawnRow> {
  const [height] = model.spec.shape as [number];
  const uniforms = drawUniforms(model, options);
  const rest = pauser();
  options.signal?.throwIfAborted();
  const machine = await openMachine(model, options);
  try {
    for (let row = 0; row < height; row++) {
      yield { row, values: await drawRow(machine, model, row, uniforms, options) };
      await rest();
    }
  } finally {
    machine.dispose();
  }
}

async function drawRow(
  machine: PixelMachine,
  { distribution, spec }: PixelModel,
  row: number,
  uniforms: readonly Float32Array[],
  { temperature = 1, given, signal }: DrawOptions,
): Promise<Float32Array> {
  const [height, width, channels] = spec.shape as [number, number, number];
  const count = uniforms.length;
  const drawn = new Float32Array(count * width * channels);
  const pixels = new Float32Array(count * channels);
  machine.startRow(row);
  for (let column = 0; column < width; column++) {
    pixels.fill(0);
    for (let turn = 0; turn < distribution.turns; turn++) {
      signal?.throwIfAborted();
      if (turn > 0) machine.setPixel(row, column, pixels); // the colours up to now
      const parameters = await machine.parameters(row, column);
      for (let image = 0; image < count; image++) {
        const pixel = pixels.subarray(image * channels, (image + 1) * channels);
        distribution.draw({
          parameters: parameters.subarray(image * distribution.parameters, (image + 1) * distribution.parameters),
          pixel,
          turn,
          uniforms: uniforms[image]!.subarray(
            (row * width + column) * distribution.uniforms,
            (row * width + column + 1) * distribution.uniforms,
          ),
          temperature,
        });
        const place = (image * height + row) * width + column;
        if (given?.known[place]) pixel.set(given.values.subarray(place * channels, (place + 1) * channels));
      }
    }
    machine.setPixel(row, column, pixels);
    for (let image = 0; image < count; image++) {
      drawn.set(pixels.subarray(image * channels, (image + 1) * channels), (image * width + column) * channels);
    }
  }
  return drawn;
}

/** A stream for each image. */
function drawUniforms({ distribution, spec }: PixelModel, { count, first = 0, seed }: DrawOptions): Float32Array[] {
  const [height, width] = spec.shape as [number, number];
  const rng = createRng(seed).fork('pixels');
  return Array.from({ length: count }, (_, i) =>
    rng.fork(first + i).fillUniform(new Float32Array(height * width * distribution.uniforms)),
  );
}

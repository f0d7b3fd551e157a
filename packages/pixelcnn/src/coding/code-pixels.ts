import { levelValues, type PixelMachine, pauser } from '@genmodels/core';
import type { PixelModel } from '../pixel-model.ts';
import { quantise } from './quantise.ts';

/** Writes the level that is given, or reads one, at the pixel of that number in its image. Says which it was. */
export type CodeLevel = (frequencies: Uint32Array, level: number, place: number) => number;

export interface PixelCoding {
  /** [images, height, width, channels]: what is written, or where to put what is read. */
  readonly levels: Uint16Array;
  readonly code: CodeLevel;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Codes some images pixel by pixel, at each pixel turn by turn, in each turn image by image. Writing and reading are this same
 * walk, so that they cannot disagree. Rejects with the signal's reason within a pixel.
 */
export async function codePixels(model: PixelModel, machine: PixelMachine, { signal, ...coding }: PixelCoding): Promise<void> {
  const [height, width] = model.spec.shape as [number, number];
  const { turns } = model.distribution;
  const coder = new PixelCoder(model, coding);
  const rest = pauser();
  for (let row = 0; row < height; row++) {
    machine.startRow(row);
    for (let column = 0; column < width; column++) {
      signal?.throwIfAborted();
      coder.pixels.fill(0);
      for (let turn = 0; turn < turns; turn++) {
        if (turn > 0) machine.setPixel(row, column, coder.pixels); // the colours up to now
        coder.code(row * width + column, turn, await machine.parameters(row, column));
      }
      machine.setPixel(row, column, coder.pixels);
    }
    await rest();
  }
}

/** Codes one pixel of all images. */
class PixelCoder {
  /** [images, channels], of which the coded colours are set. */
  readonly pixels: Float32Array;
  readonly #model: PixelModel;
  readonly #coding: Pick<PixelCoding, 'levels' | 'code'>;
  readonly #values: Float32Array;
  readonly #masses: Float64Array;
  readonly #frequencies: Uint32Array;

  constructor(model: PixelModel, coding: Pick<PixelCoding, 'levels' | 'code'>) {
    const [height, width] = model.spec.shape as [number, number];
    const { levels } = model.distribution;
    this.#model = model;
    this.#coding = coding;
    this.pixels = new Float32Array(coding.levels.length / (height * width));
    this.#values = levelValues(levels);
    this.#masses = new Float64Array(levels);
    this.#frequencies = new Uint32Array(levels);
  }

  /** The colours of a turn, at the pixel of that number: parameters [images, parameters]. */
  code(place: number, turn: number, parameters: Float32Array): void {
    const { spec, distribution } = this.#model;
    const [height, width, channels] = spec.shape as [number, number, number];
    const { turns } = distribution;
    for (let image = 0; image < this.pixels.length / channels; image++) {
      const own = parameters.subarray(image * distribution.parameters, (image + 1) * distribution.parameters);
      const pixel = this.pixels.subarray(image * channels, (image + 1) * channels);
      const first = (image * height * width + place) * channels;
      for (let colour = turns === 1 ? 0 : turn; colour < (turns === 1 ? channels : turn + 1); colour++) {
        distribution.masses({ parameters: own, pixel, colour }, this.#masses);
        quantise(this.#masses, this.#frequencies);
        const level = this.#coding.code(this.#frequencies, this.#coding.levels[first + colour]!, place);
        this.#coding.levels[first + colour] = level;
        pixel[colour] = this.#values[level]!;
      }
    }
  }
}

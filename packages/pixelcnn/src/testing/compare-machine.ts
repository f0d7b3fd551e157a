import { createRng, type PixelDistribution, type PixelMachine } from '@genmodels/core';
import type { PixelModel } from '../pixel-model.ts';
import { compareDraws, type TurnOfPixel } from './compare-draws.ts';
import { must } from './must.ts';

/** Images and the parameters of their pixels: [image][row][column][channel or parameter]. */
export interface KnownImages {
  readonly images: readonly number[][][][];
  readonly parameters: readonly number[][][][];
}

/** Feeds a machine images. Throws where a parameter or a draw differs from what is known by more than rounding. */
export async function compareMachine(model: PixelModel, machine: PixelMachine, known: KnownImages): Promise<void> {
  const [height, width] = model.spec.shape as [number, number];
  let unsure = 0;
  for (let row = 0; row < height; row++) {
    machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const [pixels, wanted] = [known.images, known.parameters].map((all) =>
        all.map((image) => Float32Array.from(image[row]![column]!)),
      ) as [Float32Array[], Float32Array[]];
      unsure += await comparePixel(model.distribution, machine, { row, column, pixels, wanted });
      machine.setPixel(row, column, flat(pixels));
    }
  }
  const draws = height * width * model.distribution.turns * known.images.length;
  must(unsure <= draws / 50, () => `of ${draws} draws ${unsure} are too near an edge to be compared`);
}

interface KnownPixel {
  readonly row: number;
  readonly column: number;
  /** Of each image, [channels] and [parameters]. */
  readonly pixels: readonly Float32Array[];
  readonly wanted: readonly Float32Array[];
}

/** How many of its draws are too near an edge. */
async function comparePixel(distribution: PixelDistribution, machine: PixelMachine, known: KnownPixel): Promise<number> {
  const { row, column, pixels, wanted } = known;
  const rng = createRng(row).fork(column);
  let unsure = 0;
  for (let turn = 0; turn < distribution.turns; turn++) {
    const seen = pixels.map((pixel) => pixel.map((value, channel) => (channel < turn ? value : 0)));
    if (turn > 0) machine.setPixel(row, column, flat(seen));
    const all = await machine.parameters(row, column);
    for (const [image, right] of wanted.entries()) {
      const got = all.subarray(image * right.length, (image + 1) * right.length);
      const one = { got, wanted: right, seen: seen[image]!, turn };
      mustBeNear(one, distribution.turns, `pixel ${row}, ${column}`);
      unsure += compareDraws(distribution, one, rng.fork(turn).fork(image));
    }
  }
  return unsure;
}

/**
 * To 1e-5 of the largest parameter of the pixel. Parameters of other turns wait for their colours. A parameter alone, the logit of black
 * and white, may be a small difference of terms of the order of 1, whose rounding it keeps: such a one agrees to 1e-5 of 1.
 */
function mustBeNear({ got, wanted, turn }: TurnOfPixel, turns: number, place: string): void {
  const own = [...wanted.keys()].filter((parameter) => parameter % turns === turn);
  const largest = Math.max(own.length > 1 ? 0 : 1, ...own.map((parameter) => Math.abs(wanted[parameter]!)));
  const gap = Math.max(...own.map((parameter) => Math.abs(got[parameter]! - wanted[parameter]!)));
  must(
    gap <= 1e-5 * largest,
    () => `parameters of ${place} in turn ${turn} must agree to ${1e-5 * largest}, but differ by ${gap}`,
  );
}

function flat(pixels: readonly Float32Array[]): number[] {
  return pixels.flatMap((pixel) => [...pixel]);
}

import { createRng, type DataSpec, type PixelMachine, sizeOf } from '@genmodels/core';
import type { PixelDistribution } from '../output.ts';
import type { PixelModel } from '../pixel-model.ts';
import { compareDraws, type TurnOfPixel } from './compare-draws.ts';
import { levelsOf } from './image-space.ts';
import { must } from './must.ts';

export interface Machines {
  readonly fast: PixelMachine;
  readonly slow: PixelMachine;
  /** How many images they are open for. */
  readonly count: number;
}

/** Feeds both machines the same random images. Throws where a parameter or a draw differs by more than rounding. */
export async function compareMachines(model: PixelModel, machines: Machines): Promise<void> {
  const { spec, distribution } = model;
  const { fast, slow, count } = machines;
  const [height, width, channels] = spec.shape as [number, number, number];
  const images = randomImages(spec, count);
  let unsure = 0;
  for (let row = 0; row < height; row++) {
    for (const machine of [fast, slow]) machine.startRow(row);
    for (let column = 0; column < width; column++) {
      const first = (row * width + column) * channels;
      const pixels = images.flatMap((image) => [...image.subarray(first, first + channels)]);
      unsure += await comparePixel(distribution, machines, { row, column, pixels });
      for (const machine of [fast, slow]) machine.setPixel(row, column, pixels);
    }
  }
  const draws = height * width * distribution.turns * count;
  must(unsure <= draws / 50, () => `of ${draws} draws ${unsure} are too near an edge to be compared`);
}

interface FedPixel {
  readonly row: number;
  readonly column: number;
  /** [images, channels] */
  readonly pixels: readonly number[];
}

/** How many of its draws are too near an edge. */
async function comparePixel(distribution: PixelDistribution, { fast, slow, count }: Machines, { row, column, pixels }: FedPixel) {
  const { channels, turns } = distribution;
  const rng = createRng(row).fork(column);
  let unsure = 0;
  for (let turn = 0; turn < turns; turn++) {
    const seen = pixels.map((value, i) => (i % channels < turn ? value : 0));
    if (turn > 0) for (const machine of [fast, slow]) machine.setPixel(row, column, seen);
    const [got, wanted] = [await fast.parameters(row, column), await slow.parameters(row, column)];
    for (const [image, one] of perImage({ got, wanted, seen }, count).entries()) {
      mustBeNear({ ...one, turn }, turns, `pixel ${row}, ${column}`);
      unsure += compareDraws(distribution, { ...one, turn }, rng.fork(turn).fork(image));
    }
  }
  return unsure;
}

/** To 1e-5 of the largest parameter of the pixel, or of 1. Parameters of other turns wait for their colours. */
function mustBeNear({ got, wanted, turn }: TurnOfPixel, turns: number, place: string): void {
  const own = [...wanted.keys()].filter((parameter) => parameter % turns === turn);
  const largest = Math.max(1, ...own.map((parameter) => Math.abs(wanted[parameter]!)));
  const gap = Math.max(...own.map((parameter) => Math.abs(got[parameter]! - wanted[parameter]!)));
  must(
    gap <= 1e-5 * largest,
    () => `parameters of ${place} in turn ${turn} must agree to ${1e-5 * largest}, but differ by ${gap}`,
  );
}

type PerImage = Omit<TurnOfPixel, 'turn'>;

/** Cuts what is of all images. */
function perImage({ got, wanted, seen }: PerImage, count: number): PerImage[] {
  const cut = <T extends { slice(from: number, to: number): T; readonly length: number }>(all: T, image: number) =>
    all.slice((image * all.length) / count, ((image + 1) * all.length) / count);
  return Array.from({ length: count }, (_, image) => ({
    got: cut(got, image),
    wanted: cut(wanted, image),
    seen: cut(seen as number[], image),
  }));
}

/** Of levels, an array an image: [height, width, channels]. */
function randomImages(spec: DataSpec, count: number): Float32Array[] {
  const levels = levelsOf(spec);
  return Array.from({ length: count }, (_, image) => {
    const uniforms = createRng(5)
      .fork(image)
      .fillUniform(new Float32Array(sizeOf(spec.shape)));
    return uniforms.map((value) => Math.floor(value * levels) / (levels - 1));
  });
}

import { check, show } from '@genmodels/core';
import { compileModel } from './compile-model.ts';
import type { PixelModel } from './pixel-model.ts';
import { Marks } from './receptive-field-marks.ts';
import { trace } from './receptive-field-trace.ts';

/** Whose parameters are asked about. */
export interface PixelPlace {
  readonly row: number;
  readonly column: number;
  /** Only the parameters of this colour, where colours are masked from each other. @default all colours */
  readonly channel?: number;
}

/**
 * Which pixels the parameters of one pixel can depend on: 1 or 0 for each pixel, [height][width]. The pixel itself is among them where
 * its later colours see its earlier ones.
 *
 * Exact: the masks and weights are followed from layer to layer, whatever the activations are. No derivative is taken, which would be
 * 0 behind a relu that is off or a gate that is full.
 */
export async function receptiveField(model: PixelModel, place: PixelPlace): Promise<number[][]> {
  checkPlace(model, place);
  const [height, width] = model.spec.shape as [number, number];
  const program = await compileModel(model);
  const marks = new Marks(program, height, width);
  const { turns } = model.distribution;
  const asked = marks.pixel(program.output, place.row, place.column)!;
  const colour = place.channel === undefined ? undefined : place.channel % turns;
  asked.forEach((_, parameter) => {
    if (colour === undefined || parameter % turns === colour) asked[parameter] = 1;
  });
  for (const instruction of [...program.instructions].reverse()) trace(instruction, marks);
  const isSeen = (row: number, column: number) => (marks.pixel(program.image, row, column)!.includes(1) ? 1 : 0);
  return picture(height, width, isSeen);
}

/**
 * The pixels before one, in raster order, that its parameters cannot depend on: 1 or 0 for each pixel, [height][width]. All zeros
 * where the model conditions on everything that is there. Those out of reach of a shallow network are among them.
 */
export async function blindSpot(model: PixelModel, place: PixelPlace): Promise<number[][]> {
  const field = await receptiveField(model, place);
  const isBefore = (row: number, column: number) => row < place.row || (row === place.row && column < place.column);
  return picture(field.length, field[0]!.length, (row, column) => (isBefore(row, column) && !field[row]![column] ? 1 : 0));
}

function picture(height: number, width: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => value(row, column)));
}

function checkPlace({ spec }: PixelModel, { row, column, channel = 0 }: PixelPlace): void {
  const sizes = spec.shape;
  const inside = [row, column, channel].every((index, axis) => Number.isInteger(index) && index >= 0 && index < sizes[axis]!);
  check(
    inside,
    'invalid-argument',
    () => `row, column and channel must lie within images of ${show([...sizes])}, got ${show([row, column, channel])}`,
  );
}

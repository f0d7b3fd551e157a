import { toPng } from '@genmodels/datasets';
import { drawPart } from '../data/draw-examples.ts';
import type { LabelledData } from './data.ts';
import type { Evaluation } from './evaluation.ts';

/** Mistakes in a row of the picture, and rows. */
export const mistakeColumns = 8;
const rows = 8;

/** The surest mistakes as a PNG file, row by row, or nothing where there is none. */
export async function drawMistakes({ test, examples }: LabelledData, { mistakes }: Evaluation): Promise<Uint8Array | undefined> {
  const shown = mistakes.slice(0, mistakeColumns * rows).map(({ index }) => index);
  return shown.length === 0 ? undefined : toPng(await drawPart(test, shown, examples, mistakeColumns));
}

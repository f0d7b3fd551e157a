import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type ImageValues, imageGrid, toPng } from '@genmodels/datasets';
import init, { optimise } from '@jsquash/oxipng/codec/pkg/squoosh_oxipng.js';

/** How many bytes images are as PNG files that oxipng has made as small as it can. */
export interface PngSizes {
  /** A file each, its header and all. */
  readonly alone: number;
  /** All as tiles of one picture. */
  readonly together: number;
}

/** The highest of oxipng. */
const level = 6;

export async function pngSizes({ values, shape }: ImageValues): Promise<PngSizes> {
  await init(await readFile(createRequire(import.meta.url).resolve('@jsquash/oxipng/codec/pkg/squoosh_oxipng_bg.wasm')));
  const [count, ...size] = shape;
  const length = values.length / count;
  let alone = 0;
  for (let image = 0; image < count; image++) {
    const own = Array.from({ length }, (_, i) => values[image * length + i]!);
    alone += await smallest({ values: own, shape: [1, ...size] }, 1);
  }
  return { alone, together: await smallest({ values, shape }, evenColumns(count)) };
}

async function smallest(images: ImageValues, columns: number): Promise<number> {
  return optimise(toPng(await imageGrid(images, { columns, gap: 0 })), level, false, false).length;
}

/** The most columns that leave no place of a last row empty, and are not more than rows. */
function evenColumns(count: number): number {
  let columns = Math.floor(Math.sqrt(count));
  while (count % columns !== 0) columns -= 1;
  return columns;
}

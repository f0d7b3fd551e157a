import { imageGrid, toPng } from '@genmodels/datasets';
import { type PixelModel, receptiveField } from '@genmodels/pixelcnn';

type Colour = readonly [red: number, green: number, blue: number];

const seen: Colour = [0.31, 0.55, 0.8];
const blind: Colour = [0.95, 0.77, 0.36];
const later: Colour = [0.91, 0.91, 0.9];
const asked: Colour = [0.85, 0.28, 0.06];

/** What stands under the picture. */
export const receptiveFieldCaption =
  'A map for each of three pixels (red): what its probabilities can depend on (blue), what comes before but is out of sight (yellow), and what comes after it (grey). Exact, from masks and weights.';

/** Three maps of a row in the lower half: a pixel at the left edge, one in the middle, one at the right edge. */
export async function drawReceptiveField(model: PixelModel): Promise<Uint8Array> {
  const [height, width] = model.spec.shape as [number, number, number];
  const row = Math.floor((height * 2) / 3);
  const maps = await Promise.all([1, width >> 1, width - 2].map((column) => mapOf(model, row, column)));
  const values = Float32Array.from(maps.flat(3));
  const grid = await imageGrid({ values, shape: [maps.length, height, width, 3] }, { columns: maps.length, gap: 1, scale: 6 });
  return toPng(grid);
}

async function mapOf(model: PixelModel, row: number, column: number): Promise<Colour[][]> {
  const field = await receptiveField(model, { row, column });
  const place = (i: number, j: number) => i * field[0]!.length + j;
  return field.map((line, i) =>
    line.map((isSeen, j) => {
      if (place(i, j) === place(row, column)) return asked;
      if (isSeen) return seen;
      return place(i, j) < place(row, column) ? blind : later;
    }),
  );
}

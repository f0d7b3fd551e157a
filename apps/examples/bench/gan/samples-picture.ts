import { pointsPicture, toPng } from '@genmodels/datasets';
import { type Markup, markup, verbatim } from '../../report/markup.ts';
import { counted } from '../../report/numbers.ts';
import { pngUri } from '../../report/png-uri.ts';
import type { Choice } from './all-cells.ts';
import type { PointSet } from './cell.ts';
import type { CellResult } from './cell-result.ts';
import { gameOf } from './games.ts';

/** The part of the plane that is shown: the modes and some room around them. */
const reach: Readonly<Record<PointSet, number>> = { ring: 2.8, grid: 5 };

const tile = 132;
const step = { x: tile + 8, y: tile + 26 };
const origin = { x: 60, y: 42 };

/** A row of the picture. */
interface Row {
  readonly data: PointSet;
  readonly k: number;
}

/** Samples of one seed as an SVG picture that stands alone: a column for each loss, a row for each set of points and k. */
export async function samplesPicture({ data, games, ks }: Choice, seed: number, all: readonly CellResult[]): Promise<string> {
  const results = all.filter(({ cell }) => cell.seed === seed);
  const rows: Row[] = data.flatMap((set) => ks.map((k) => ({ data: set, k })));
  const panels = rows.flatMap((row, y) =>
    games.map((game, x) => {
      const result = results.find(({ cell }) => cell.data === row.data && cell.k === row.k && cell.game === game);
      return panel(result, origin.x + x * step.x, origin.y + y * step.y);
    }),
  );
  const [width, height] = [origin.x + games.length * step.x, origin.y + rows.length * step.y];
  return markup`<svg class="samples" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>Samples of each loss</title>
<style>${verbatim(style)}</style>
${games.map((game, x) => columnTitle(gameOf(game).title, origin.x + x * step.x))}
${rows.map((row, y) => rowTitle(row, origin.y + y * step.y))}
${await Promise.all(panels)}
</svg>
`.markup;
}

function columnTitle(title: string, x: number): Markup {
  const words = title.split(', ');
  return markup`${words.map((word, line) => markup`<text class="name" x="${x}" y="${36 - 15 * (words.length - 1 - line)}">${word}</text>`)}`;
}

function rowTitle({ data, k }: Row, y: number): Markup {
  return markup`<text class="name" x="4" y="${y + tile / 2 - 4}">${data}</text><text x="4" y="${y + tile / 2 + 12}">k = ${k}</text>`;
}

async function panel(result: CellResult | undefined, x: number, y: number): Promise<Markup> {
  const frame = markup`<rect class="paper" x="${x}" y="${y}" width="${tile}" height="${tile}"/>`;
  const caption = (text: string) => markup`<text x="${x}" y="${y + tile + 15}">${text}</text>`;
  if (result === undefined) return markup`${frame}${caption('not measured')}`;
  const { cell, outcome } = result;
  if ('diverged' in outcome) return markup`${frame}${caption('diverged')}`;
  const { modes, highQuality } = outcome.averaged;
  const image = markup`<image x="${x}" y="${y}" width="${tile}" height="${tile}" href="${await pointsUri(outcome.points, reach[cell.data])}"/>`;
  return markup`${frame}${image}${caption(`${counted(modes, 'mode')}, ${(100 * highQuality).toFixed(0)} %`)}`;
}

async function pointsUri(points: readonly number[], reach: number): Promise<string> {
  return pngUri(toPng(await pointsPicture(points, { extent: [-reach, -reach, reach, reach], size: 1.5 * tile })));
}

const style = `
.samples { --ink: #495057; }
@media (prefers-color-scheme: dark) { .samples { --ink: #adb5bd; } }
.samples text { font: 12px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.samples .name { font-size: 13px; font-weight: 600; }
.samples .paper { fill: #fff; stroke: #dee2e6; }
`;

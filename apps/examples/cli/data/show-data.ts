import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Dataset, toPng } from '@genmodels/datasets';
import { isInk } from '../../report/is-ink.ts';
import { startBackend } from '../backend.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { dataPage } from './data-page.ts';
import type { ExampleWord } from './data-set.ts';
import { type DataName, dataSets } from './data-sets.ts';
import { describeData } from './describe-data.ts';
import { drawPart } from './draw-examples.ts';
import { loadDataSet } from './load-data.ts';
import type { ShowDataOptions } from './options.ts';
import { type Row, rowsOf } from './rows.ts';

/** Enough of a set that a program draws to find all classes in. */
const DRAWN = 4000;

/** `data NAME`: what a data set holds and looks like, class by class, as a picture and a page in the folder `out`. */
export async function showData(name: DataName, options: ShowDataOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const { title, examples } = dataSets[name];
  terminal.title('genmodels', `The data set ${name}: ${title}.`);
  await makeFolder(options.out);
  await startBackend('cpu'); // it only carries the pictures
  const parts = await loadDataSet(name, { ...options, size: DRAWN }, surroundings);
  const data = options.by === '' ? parts.train : parts.train.labelledBy(options.by);
  const facts = describeData({ ...parts, train: data }, examples);
  const rows = rowsOf(data, examples === 'points' ? DRAWN : options.count);
  const whole = await drawPart(
    data,
    rows.flatMap(({ indices }) => indices),
    examples,
    options.count,
  );
  const page = join(options.out, `${name}.html`);
  await writeFile(join(options.out, `${name}.png`), toPng(whole));
  await writeFile(
    page,
    dataPage({
      title: `Data: ${title}`,
      lede: ledeOf(data, options),
      rows: await drawRows(data, rows, examples, options.count),
      ink: isInk(data.spec),
      facts,
    }),
  );
  terminal.summary('Data', [...facts, ['Picture', join(options.out, `${name}.png`)], ['Page', page]]);
}

function ledeOf({ name, labels }: Dataset, { by }: ShowDataOptions): string {
  return `The first examples of ${name}${labels ? ` of each class${by === '' ? '' : `, which is the attribute ${by}`}` : ''}.`;
}

/** Points show all classes at once, each in its colour. */
async function drawRows(data: Dataset, rows: readonly Row[], word: ExampleWord, columns: number) {
  const wanted = word === 'points' ? [{ name: '', indices: rows.flatMap(({ indices }) => indices) }] : rows;
  const strips: { name: string; png: Uint8Array }[] = [];
  for (const { name, indices } of wanted)
    strips.push({ name, png: toPng(await drawPart(data, indices, word, word === 'series' ? 4 : columns)) });
  return strips;
}

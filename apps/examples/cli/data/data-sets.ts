import {
  cifar10,
  cifar10Jpeg,
  type Dataset,
  digits,
  faces,
  fashionMnist,
  imageFolder,
  mnist,
  type PointsKind,
  points2d,
  pointsDensity,
  type RealDatasetOptions,
  type SeriesKind,
  series,
  sprites,
} from '@genmodels/datasets';
import type { DataParts, DataSet, LoadOptions } from './data-set.ts';

/** By the name that `--data` takes. */
export const dataSets = {
  digits: recognised(drawn('procedural digits', 'images', digits)),
  mnist: recognised(real('MNIST digits', 55_000, mnist)),
  'fashion-mnist': real('Fashion-MNIST clothes', 55_000, fashionMnist),
  faces: drawn('cartoon faces', 'images', faces),
  sprites: drawn('sprites', 'images', (options) => sprites({ ...options, side: 32 })),
  cifar10: recognised(real('CIFAR-10 pictures', 45_000, cifar10)),
  'cifar10-jpeg': recognised(real("CIFAR-10's pictures after JPEG", 9000, cifar10Jpeg)),
  folder: { title: 'pictures of a folder', examples: 'images', load: loadFolder },
  ring: points('ring', 'a ring of 8 Gaussians'),
  grid: points('grid', 'a grid of 25 Gaussians'),
  moons: points('moons', 'two moons'),
  'swiss-roll': points('swissRoll', 'a swiss roll'),
  checkerboard: points('checkerboard', 'a checkerboard'),
  pinwheel: points('pinwheel', 'a pinwheel'),
  sines: waves('sines', 'sums of sines'),
  walks: waves('walks', 'random walks with seasons'),
} as const satisfies Record<string, DataSet>;

export type DataName = keyof typeof dataSets;

export const dataNames = Object.keys(dataSets) as [DataName, ...DataName[]];

/** Sets that a program draws: 1,000 more validate, and 1,000 test. */
function drawn(
  title: string,
  examples: DataSet['examples'],
  draw: (options: { readonly count: number; readonly seed: number }) => Dataset,
): DataSet {
  return {
    title,
    examples,
    load: async ({ size, seed }) => toParts(draw({ count: size + 2000, seed }), [size, 1000, 1000], seed),
  };
}

function points(kind: PointsKind, title: string): DataSet {
  return { ...drawn(title, 'points', (options) => points2d({ ...options, kind })), density: () => pointsDensity(kind) };
}

function waves(kind: SeriesKind, title: string): DataSet {
  return drawn(title, 'series', (options) => series({ ...options, kind }));
}

function recognised(set: DataSet): DataSet {
  return { ...set, recognised: true };
}

/** Sets of files with a test part of their own. `trained` of the others are for training, the rest validates. */
function real(title: string, trained: number, read: (options: RealDatasetOptions) => Promise<Dataset>): DataSet {
  return { title, examples: 'images', load };

  async function load({ seed, signal, onProgress }: LoadOptions): Promise<DataParts> {
    const options = { signal, ...(onProgress && { onProgress }) };
    const all = await read({ ...options, split: 'train' });
    const [train, validation] = all.split([trained, all.length - trained], { seed }) as [Dataset, Dataset];
    return { train, validation, test: await read({ ...options, split: 'test' }) };
  }
}

/** A tenth validates, and a tenth tests. */
async function loadFolder({ folder, side, seed, signal, onProgress }: LoadOptions): Promise<DataParts> {
  const all = await imageFolder(folder, { size: side, signal, ...(onProgress && { onProgress }) });
  const tenth = Math.max(1, Math.floor(all.length / 10));
  return toParts(all, [all.length - 2 * tenth, tenth, tenth], seed);
}

function toParts(data: Dataset, counts: readonly number[], seed: number): DataParts {
  const [train, validation, test] = data.split(counts, { seed }) as [Dataset, Dataset, Dataset];
  return { train, validation, test };
}

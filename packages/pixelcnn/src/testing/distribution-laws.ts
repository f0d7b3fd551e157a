import type { DataSpec } from '@genmodels/core';
import type { Law } from '@genmodels/core/testing';
import { chiSquareDeviations } from './chi-square.ts';
import { allImages, countImages, levelsOf } from './image-space.ts';
import { must } from './must.ts';
import { type PixelModelUnderTest, type TestedModel, withModel } from './pixel-model-under-test.ts';

/** What its probabilities are, and that its samples are drawn from them. */
export function distributionLaws(subject: Required<PixelModelUnderTest>): Law[] {
  const { spaces, pixel } = subject;
  const each = (check: (model: TestedModel) => Promise<void>) => async () => {
    for (const spec of spaces) await withModel(subject, { spec }, check);
  };
  const tempered: Law = {
    name: 'temperature raises the probabilities of a pixel to a power, and 0 takes the likeliest',
    run: () => withModel(subject, { spec: pixel! }, isTempered),
  };
  return [
    { name: 'the probabilities of all images sum to 1', run: each(sumsToOne) },
    { name: 'its samples are as frequent as its probabilities say', run: each(drawsFromIt) },
    ...(pixel ? [tempered] : []),
    { name: 'its samples are exact levels, of 256 too', run: () => drawsLevels(subject) },
  ];
}

async function sumsToOne(model: TestedModel): Promise<void> {
  const sum = (await probabilities(model)).reduce((total, p) => total + p, 0);
  must(Math.abs(sum - 1) < 1e-5, () => `the probabilities of all images of ${text(model.spec)} must sum to 1, got ${sum}`);
}

/** The same samples must not pass for uniform ones: else the law says nothing. */
async function drawsFromIt(model: TestedModel): Promise<void> {
  const [expected, counts] = [await probabilities(model), await sampleCounts(model, 1)];
  mustMatch(counts, expected, `samples of ${text(model.spec)}`);
  const uniform = deviations(
    counts,
    expected.map(() => 1 / expected.length),
  );
  must(
    uniform > 10,
    () => `samples of ${text(model.spec)} must not pass for uniform ones, but are ${uniform} deviations from them`,
  );
}

async function isTempered(model: TestedModel): Promise<void> {
  const own = await probabilities(model);
  for (const temperature of [0.5, 2]) {
    const powers = own.map((p) => p ** (1 / temperature));
    const total = powers.reduce((sum, p) => sum + p, 0);
    const expected = powers.map((p) => p / total);
    mustMatch(await sampleCounts(model, temperature), expected, `samples at temperature ${temperature}`);
  }
  const counts = await sampleCounts(model, 0);
  const likeliest = own.indexOf(Math.max(...own));
  must(
    counts[likeliest] === count,
    () => `temperature 0 must take level ${likeliest} always, got the counts ${counts.join(', ')}`,
  );
}

/** Samples of 256 levels that are no more than a few of them would be a rounding in disguise. */
async function drawsLevels(subject: Required<PixelModelUnderTest>): Promise<void> {
  for (const levels of [3, 256]) {
    const spec: DataSpec = { shape: subject.spaces[0]!.shape, domain: { levels } };
    await withModel(subject, { spec }, async (model) => {
      const samples = await model.sample({ count: 50, seed: 3 });
      const values = await samples.data();
      samples.dispose();
      const wrong = values.find((value) => value !== Math.fround(Math.round(value * (levels - 1)) / (levels - 1)));
      must(wrong === undefined, () => `samples must be one of ${levels} levels, got ${wrong}`);
      const seen = new Set(values).size;
      must(seen >= Math.min(levels, 20), () => `samples of ${levels} levels must be of many of them, got ${seen}`);
    });
  }
}

const count = 2000;

function mustMatch(counts: readonly number[], expected: readonly number[], what: string): void {
  const away = deviations(counts, expected);
  must(away < 3.1, () => `${what} must be as frequent as the model says, but are ${away} deviations from it`); // one seed in 1000 is
}

function deviations(counts: readonly number[], expected: readonly number[]): number {
  return chiSquareDeviations(
    counts,
    expected.map((p) => p * count),
  );
}

async function sampleCounts(model: TestedModel, temperature: number): Promise<number[]> {
  const samples = await model.sample({ count, seed: 2, temperature, batchSize: count });
  const counts = await countImages(samples, model.spec);
  samples.dispose();
  return counts;
}

/** Of all images of the model's space. */
async function probabilities(model: TestedModel): Promise<number[]> {
  const images = allImages(model.spec);
  const logs = model.logProb(images);
  const values = await logs.data();
  images.dispose();
  logs.dispose();
  return [...values].map((value) => Math.exp(value));
}

function text(spec: DataSpec): string {
  return `${spec.shape.join(' x ')} in ${levelsOf(spec)} levels`;
}

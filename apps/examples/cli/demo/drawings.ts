import type { Dataset } from '@genmodels/datasets';
import type * as tf from '@tensorflow/tfjs-core';
import { whole } from '../../report/numbers.ts';
import { drawSamples } from '../evaluate/draw-samples.ts';
import { openClassifier } from '../evaluate/extractors.ts';
import { type Judgement, judge } from '../evaluate/judge.ts';
import { loadModel } from '../evaluate/models.ts';
import { modelFile } from '../model-file.ts';
import type { Surroundings } from '../surroundings.ts';
import type { TrainingData } from '../training/training-data.ts';
import type { DemoParts } from './parts.ts';

type ModelName = keyof DemoParts;

/** How fast each model draws, and what becomes of it. */
export interface Drawings {
  /** Images drawn by each. */
  readonly count: number;
  readonly perSecond: Readonly<Record<ModelName, number>>;
  /** What a classifier says of them and of as many test images; absent where we have none for images of this size. */
  readonly judgements?: Readonly<Record<ModelName | 'test', Judgement>>;
}

/** The most that are drawn: a PixelCNN takes its time. */
const most = 1000;

/** Draws with the models as they lie in their files. Rejects with the signal's reason when aborted. */
export async function compareDrawings(
  parts: DemoParts,
  data: Pick<TrainingData, 'train' | 'test' | 'spec'>,
  seed: number,
  surroundings: Surroundings,
): Promise<Drawings> {
  const count = Math.min(most, data.test.length);
  const drawn: Drawn[] = [];
  try {
    for (const name of Object.keys(parts) as ModelName[]) {
      surroundings.terminal.say(`${whole(count)} images of ${modelFile(parts[name])}`);
      drawn.push({ name, ...(await draw(modelFile(parts[name]), data.train, count, seed, surroundings)) });
    }
    const perSecond = Object.fromEntries(drawn.map(({ name, seconds }) => [name, count / seconds])) as Drawings['perSecond'];
    const judgements = await judgeAll(drawn, data, seed, surroundings);
    return { count, perSecond, ...(judgements && { judgements }) };
  } finally {
    for (const { samples } of drawn) samples.dispose();
  }
}

interface Drawn {
  readonly name: ModelName;
  readonly samples: tf.Tensor;
  readonly seconds: number;
}

async function draw(
  path: string,
  train: Dataset,
  count: number,
  seed: number,
  surroundings: Surroundings,
): Promise<Omit<Drawn, 'name'>> {
  const model = await loadModel(path);
  try {
    const start = performance.now();
    const samples = await drawSamples(model, train, count, { seed }, surroundings);
    return { samples, seconds: (performance.now() - start) / 1000 };
  } finally {
    model.dispose();
  }
}

async function judgeAll(
  drawn: readonly Drawn[],
  { train, test, spec }: Pick<TrainingData, 'train' | 'test' | 'spec'>,
  seed: number,
  surroundings: Surroundings,
): Promise<Drawings['judgements']> {
  const classifier = await openClassifier(spec);
  if (classifier === undefined) return undefined;
  try {
    const samples = Object.fromEntries(drawn.map((of) => [of.name, of.samples])) as Record<ModelName, tf.Tensor>;
    return await judge({ ...samples, test }, train.take(test.length), classifier, seed, surroundings);
  } finally {
    classifier.dispose();
  }
}

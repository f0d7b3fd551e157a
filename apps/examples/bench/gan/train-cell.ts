import { cosine, type FitReport, fit, GenmodelsError, withWeights } from '@genmodels/core';
import { points2d, pointsDensity } from '@genmodels/datasets';
import { Gan } from '@genmodels/gan';
import { modeCoverage } from '@genmodels/metrics';
import * as tf from '@tensorflow/tfjs-core';
import type { Cell, PointSet } from './cell.ts';
import type { CellResult, Outcome, Quality } from './cell-result.ts';
import { gameOf } from './games.ts';
import { averageDecay, batchSize, modelOptions, pointCount, sampleCount, settingsOf } from './settings.ts';

/** Samples that the picture shows. */
const shownCount = 1000;

/** Plays one game to its end on the current backend, and judges the samples. */
export async function trainCell(cell: Cell): Promise<CellResult> {
  const start = performance.now();
  const outcome = await play(cell);
  return {
    cell,
    settings: settingsOf(cell),
    about: `Node ${process.version}, TensorFlow.js ${tf.version_core}`,
    seconds: (performance.now() - start) / 1000,
    outcome,
  };
}

async function play(cell: Cell): Promise<Outcome> {
  const data = points2d({ kind: cell.data, count: pointCount, seed: cell.seed });
  const gan = new Gan({ spec: data.spec, ...modelOptions(cell) });
  try {
    const { ema } = await train(gan, data.batches({ size: batchSize, seed: cell.seed }), cell);
    const last = await judge(gan, cell.data);
    return await withWeights(gan, ema!, async () => ({
      averaged: await judge(gan, cell.data),
      last,
      points: await shownPoints(gan),
    }));
  } catch (error) {
    if (isDivergence(error)) return { diverged: error.message };
    throw error;
  } finally {
    gan.dispose();
  }
}

/** Weights that are no numbers any more, or samples: weights may be finite and as large as to make none. */
function isDivergence(error: unknown): error is GenmodelsError {
  return error instanceof GenmodelsError && (error.code === 'diverged' || error.code === 'invalid-value');
}

function train(gan: Gan, source: Parameters<typeof fit>[1], { game, steps, seed }: Cell): Promise<FitReport> {
  const { optimizer } = gameOf(game);
  return fit(gan, source, { steps, seed, optimizer, schedule: cosine(), ema: averageDecay, reportEvery: 500 });
}

async function judge(gan: Gan, data: PointSet): Promise<Quality> {
  const { modes, sigma } = pointsDensity(data);
  const generated = await gan.sample({ count: sampleCount, seed: 0 });
  try {
    const { covered, highQuality, kl } = await modeCoverage({
      generated: generated as tf.Tensor2D,
      modes: modes!,
      sigma: sigma!,
    });
    return { modes: covered.value, highQuality: highQuality.value, kl: kl.value };
  } finally {
    generated.dispose();
  }
}

/** To the thousandth, a fiftieth of sigma: the file stays small. */
async function shownPoints(gan: Gan): Promise<number[]> {
  const samples = await gan.sample({ count: shownCount, seed: 0 });
  try {
    return Array.from(await samples.data(), (value) => Math.round(1000 * value) / 1000);
  } finally {
    samples.dispose();
  }
}

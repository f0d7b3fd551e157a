import { countParameters } from '@genmodels/core';
import type { GanGenerator } from '@genmodels/gan';
import { partSizes } from '../../report/part-sizes.ts';
import type { PngFiles } from '../../report/write-pictures.ts';
import { startBackend } from '../backend.ts';
import { endRun } from '../end-run.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Terminal } from '../terminal.ts';
import { checkNothingIsLost, removeCheckpoints } from '../training/checkpoints.ts';
import { sayStopped } from '../training/end-training.ts';
import { loadData, type TrainingData } from '../training/training-data.ts';
import { calibrate } from './calibrate.ts';
import { buildClassifiers, type Classifiers, learnTraits } from './classifiers.ts';
import { type Codes, drawCodes } from './codes.ts';
import { evaluate } from './evaluation.ts';
import { openGenerator } from './generator.ts';
import { createLook, type Look } from './look.ts';
import type { FaceArithmeticOptions } from './options.ts';
import { drawPictures } from './pictures.ts';
import { faceArithmeticReport, modelPath } from './report.ts';
import type { FaceArithmeticRun } from './run.ts';
import { hasTrait, type Trait, traits } from './traits.ts';
import type { Reach, SumOptions } from './ways.ts';

/**
 * Trains classifiers of what faces have, and a GAN of faces or takes one; computes with its codes, counts what came out, and writes all
 * into the folder `out`. After Ctrl-C there is nothing to count, and it ends; `resume` goes on with it. `command` is what was typed.
 */
export async function faceArithmetic(command: string, options: FaceArithmeticOptions, surroundings: Surroundings): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title('genmodels', `Arithmetic with faces, on the ${options.backend} backend of TensorFlow.js.`);
  await makeFolder(options.out);
  await checkNothingIsLost(options);
  await startBackend(options.backend);
  const data = await terminal.chapter('Data', () => loadFaces(options, surroundings));
  const { generator, training } = await terminal.chapter('Generator', () => openGenerator(data, options, surroundings));
  try {
    const judged = await judge(generator, data, options, surroundings);
    if (judged === undefined) return sayStopped(command, options, terminal);
    const weights = countParameters(generator);
    const seconds = (performance.now() - start) / 1000;
    const run = { command, options, data, config: generator.config, weights, training, ...judged, seconds };
    await endRun(run, faceArithmeticReport(run), pictureFiles(run), terminal, ['Generator', modelPath(run)]);
    await removeCheckpoints(options);
  } finally {
    generator.dispose();
  }
}

type Judged = Pick<FaceArithmeticRun, 'accuracies' | 'frequencies' | 'sure' | 'reach' | 'outcomes' | 'pictures'>;

/** Trains the classifiers, and computes and counts with them. Nothing where Ctrl-C came before the end. */
async function judge(
  generator: GanGenerator,
  data: TrainingData,
  options: FaceArithmeticOptions,
  surroundings: Surroundings,
): Promise<Judged | undefined> {
  const { terminal, signal } = surroundings;
  const classifiers = buildClassifiers(data.spec, options.seed);
  try {
    const accuracies = await terminal.chapter('Classifiers', () => learnTraits(classifiers, data, options, surroundings));
    return { accuracies, ...(await compute(generator, classifiers, options, surroundings)) };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  } finally {
    for (const classifier of Object.values(classifiers)) classifier.dispose();
  }
}

async function loadFaces(options: FaceArithmeticOptions, surroundings: Surroundings): Promise<TrainingData> {
  const { size, seed } = options;
  const data = await loadData({ data: 'faces', size, seed, folder: '', side: 32, binarize: 'none' }, surroundings);
  surroundings.terminal.say(partSizes(data, data.examples));
  return data;
}

/** Draws codes, computes with them, counts, draws. */
async function compute(
  generator: GanGenerator,
  classifiers: Classifiers,
  options: FaceArithmeticOptions,
  { terminal, signal }: Surroundings,
): Promise<Omit<Judged, 'accuracies'>> {
  const look = createLook(generator, classifiers, signal);
  const codes = await terminal.chapter('Codes', () => drawKnownCodes(look, generator.config.latent, options, terminal));
  try {
    const reach = await terminal.chapter('Calibration', () => findReach(look, generator.config.latent, options));
    const sums = { ...sumOptions(options), reach };
    const outcomes = await terminal.chapter('Equations', () => evaluate(codes, look, sums));
    const pictures = await terminal.chapter('Pictures', () => drawPictures(generator, codes, sums));
    const sure = { hits: codes.sure.length, count: codes.kinds.length };
    return { frequencies: frequenciesOf(codes), sure, reach, outcomes, pictures };
  } finally {
    codes.z.dispose();
  }
}

/** On codes of its own, so that what is measured afterwards was not chosen by. */
async function findReach(look: Look, latent: number, options: FaceArithmeticOptions): Promise<Reach> {
  const { codes: count, sure, seed } = options;
  const codes = await drawCodes(look, { count, latent, sure, seed: seed + 1 });
  try {
    return await calibrate(codes, look, sumOptions(options));
  } finally {
    codes.z.dispose();
  }
}

function sumOptions({ results, 'per-term': perTerm, seed }: FaceArithmeticOptions): Omit<SumOptions, 'reach'> {
  return { results, perTerm, seed };
}

async function drawKnownCodes(
  look: Look,
  latent: number,
  { codes: count, sure, seed }: FaceArithmeticOptions,
  terminal: Terminal,
): Promise<Codes> {
  const progress = terminal.progress({ total: count, unit: 'faces' });
  const onProgress = (done: number) => progress.update(done, 'looked at');
  return drawCodes(look, { count, latent, sure, seed }, onProgress).finally(() => progress.stop());
}

function frequenciesOf({ kinds }: Codes): FaceArithmeticRun['frequencies'] {
  const frequency = (trait: Trait) => kinds.filter((kind) => hasTrait(kind, trait) === 1).length / kinds.length;
  return Object.fromEntries(traits.map((trait) => [trait, frequency(trait)])) as FaceArithmeticRun['frequencies'];
}

function pictureFiles({ pictures: { samples, equations } }: FaceArithmeticRun): PngFiles {
  return { samples, ...Object.fromEntries(Object.entries(equations).map(([name, { all }]) => [name, all])) };
}

import { check, show } from '@genmodels/core';
import { describeAudit } from '@genmodels/metrics';
import type * as tf from '@tensorflow/tfjs-core';
import { duration, whole } from '../../report/numbers.ts';
import { scoreRows } from '../../report/score-table.ts';
import { startBackend } from '../backend.ts';
import { binarizePart } from '../data/binarize-part.ts';
import type { DataParts } from '../data/data-set.ts';
import { dataSets } from '../data/data-sets.ts';
import { loadDataSet } from '../data/load-data.ts';
import { makeFolder } from '../make-folder.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { isExact, loadModel, type Model } from './models.ts';
import type { EvaluateOptions } from './options.ts';
import { writeEvaluation } from './write-evaluation.ts';

/** `evaluate MODEL`: how near the samples of a model are to what it has learned from, as a table and a page in the folder `out`. */
export async function evaluateModel(
  command: string,
  path: string,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings;
  const start = performance.now();
  terminal.title('genmodels', `How near the samples of ${path} are to ${dataSets[options.data].title}.`);
  await makeFolder(options.out);
  await startBackend(options.backend);
  const model = await loadModel(path);
  let samples: tf.Tensor | undefined;
  try {
    const parts = await terminal.chapter('Data', () => prepare(model, options, surroundings));
    const count = Math.min(options.samples, parts.test.length, parts.train.length);
    samples = await terminal.chapter('Samples', () => draw(model, count, options, surroundings));
    const evaluation = await terminal.chapter('Scores', () => evaluate(model, samples!, parts, options, surroundings));
    tell(evaluation, surroundings);
    const seconds = (performance.now() - start) / 1000;
    const page = await writeEvaluation({ command, path, options, model, samples, parts, evaluation, seconds });
    terminal.summary('Result', [
      ['Time', duration(seconds)],
      ['Report', page],
    ]);
  } finally {
    samples?.dispose();
    model.dispose();
  }
}

async function prepare(model: Model, options: EvaluateOptions, surroundings: Surroundings): Promise<DataParts> {
  const parts = await loadDataSet(options.data, options, surroundings);
  const { shape } = model.config.spec;
  check(
    String(shape) === String(parts.test.spec.shape),
    'invalid-argument',
    () =>
      `--data must be of shape ${show(shape)}, as the model's samples are, got ${options.data} of ${show(parts.test.spec.shape)}`,
  );
  const seen = isExact(model) && model.config.spec.domain === 'binary' ? blackAndWhite(parts, options.seed) : parts;
  surroundings.terminal.say(`${parts.test.name}: ${whole(parts.train.length)} to train, ${whole(parts.test.length)} to test`);
  return seen;
}

/** Samples of black and white are measured against test examples in black and white. */
function blackAndWhite({ train, validation, test }: DataParts, seed: number): DataParts {
  if (test.spec.domain === 'binary') return { train, validation, test };
  return {
    train: binarizePart(train, 'train', 'static', seed),
    validation: binarizePart(validation, 'validation', 'static', seed),
    test: binarizePart(test, 'test', 'static', seed),
  };
}

async function draw(
  model: Model,
  count: number,
  { seed }: EvaluateOptions,
  { terminal, signal }: Surroundings,
): Promise<tf.Tensor> {
  const progress = terminal.progress({ total: count, unit: 'samples' });
  try {
    return await model.sample({ count, seed, signal, onProgress: (done) => progress.update(done, 'drawing') });
  } finally {
    progress.stop();
  }
}

/** The table and the audit, on the terminal. */
function tell({ columns, likelihood, audit }: Evaluation, { terminal }: Surroundings): void {
  const widths = columns.map(({ name }, i) => Math.max(name.length, ...scoreRows(columns).map(({ cells }) => cells[i]!.length)));
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padStart(widths[i]!)).join('   ');
  const rows = scoreRows(columns).map(({ heading, cells }) => [heading, line(cells)] as const);
  terminal.summary('Scores', [['', line(columns.map(({ name }) => name))], ...rows]);
  if (likelihood.length > 0)
    terminal.summary(
      'Likelihood',
      likelihood.map((score) => [score.metric, String(score)] as const),
    );
  terminal.summary(
    'Audit',
    describeAudit(audit).map((text) => splitAtColon(text)),
  );
}

function splitAtColon(line: string): [string, string] {
  const at = line.indexOf(': ');
  return at < 0 ? ['', line] : [line.slice(0, at), line.slice(at + 2)];
}

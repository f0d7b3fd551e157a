import { createRng, type Rng } from '@genmodels/core';
import { drawBalanced } from '@genmodels/datasets';
import { linearProbe } from '@genmodels/metrics';
import { decimal, whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import { chooseSetting } from './choose-setting.ts';
import { type Labelled, pickLabelled } from './labelled.ts';
import type { ProbeFeaturesOptions } from './options.ts';
import { probeOptions, type Setting } from './setting.ts';

/** What one probe came to. */
export interface Probed {
  /** How many it was told. */
  readonly labels: number;
  /** Which draw of them it was. */
  readonly draw: number;
  /** What was chosen for them. */
  readonly setting: Setting;
  /** Of the test examples the share that it recognises. */
  readonly accuracy: number;
}

/** Features of all examples, and who has how many classes. */
export interface ProbeTask {
  readonly train: Labelled;
  readonly test: Labelled;
  readonly classes: number;
}

type MeasureOptions = Pick<ProbeFeaturesOptions, 'labels' | 'draws' | 'seed'>;

/** Probes with each number of labels in each draw, and once with all. The draws are the same for every representation. */
export async function measure(
  task: ProbeTask,
  options: MeasureOptions,
  { terminal, signal }: Surroundings,
): Promise<readonly Probed[]> {
  const planned = planOf(options, task.train.labels.length);
  const progress = terminal.progress({ total: planned.length, unit: 'probes' });
  const probed: Probed[] = [];
  try {
    for (const { labels, draw } of planned) {
      const rows = drawBalanced(task.train.labels, labels, drawRng(options.seed, draw));
      const found = { labels, draw, ...(await probe(task, rows, signal)) };
      probed.push(found);
      progress.update(probed.length, `${whole(labels)} labels: ${decimal(100 * found.accuracy, 1)} % recognised`);
    }
    return probed;
  } finally {
    progress.stop();
  }
}

/** Where a draw of labelled examples comes from: with few labels they are the first of those with many. */
export function drawRng(seed: number, draw: number): Rng {
  return createRng(seed).fork('labelled').fork(draw);
}

/** All is drawn once: there is no other way to choose them. */
function planOf({ labels, draws }: MeasureOptions, all: number): { readonly labels: number; readonly draw: number }[] {
  const each = labels.flatMap((count) => Array.from({ length: draws }, (_, draw) => ({ labels: count, draw })));
  return [...each, { labels: all, draw: 0 }];
}

async function probe(
  { train, test, classes }: ProbeTask,
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<Pick<Probed, 'setting' | 'accuracy'>> {
  const labelled = pickLabelled(train, rows);
  const setting = await chooseSetting(labelled, classes, signal);
  const { accuracy } = await linearProbe({ train: labelled, test, ...probeOptions(setting, labelled), signal });
  return { setting, accuracy: accuracy.value };
}

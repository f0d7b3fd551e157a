import { linearProbe } from '@genmodels/metrics';
import { type Labelled, pickLabelled } from './labelled.ts';
import { probeOptions, type Setting, settings } from './setting.ts';

const folds = 5;

/** Of more labelled examples the first are enough to choose by. */
const most = 500;

/** Two parts of the labelled examples: what a probe learns from, and what it is asked. */
interface Split {
  readonly train: Labelled;
  readonly test: Labelled;
}

/**
 * The setting under which a probe recognises most of those labelled examples that it has not seen, by cross-validation: no test example
 * has a say. The examples are in the order of `drawBalanced`, so that each fold has as many of each class.
 */
export async function chooseSetting(labelled: Labelled, classes: number, signal: AbortSignal): Promise<Setting> {
  const splits = splitUp(labelled, classes);
  let best: { readonly setting: Setting; readonly right: number } | undefined;
  for (const setting of settings) {
    const right = await countRight(splits, setting, signal);
    if (best === undefined || right > best.right) best = { setting, right };
  }
  return best!.setting;
}

function splitUp(labelled: Labelled, classes: number): Split[] {
  const rows = Uint32Array.from({ length: Math.min(most, labelled.labels.length) }, (_, i) => i);
  const count = Math.min(folds, Math.ceil(rows.length / classes));
  const foldOf = (row: number) => Math.floor(row / classes) % count;
  return Array.from({ length: count }, (_, fold) => {
    const part = (held: boolean) =>
      pickLabelled(
        labelled,
        rows.filter((row) => (foldOf(row) === fold) === held),
      );
    return { train: part(false), test: part(true) };
  });
}

/** Over all folds. */
async function countRight(splits: readonly Split[], setting: Setting, signal: AbortSignal): Promise<number> {
  let right = 0;
  for (const { train, test } of splits) {
    const { accuracy } = await linearProbe({ train, test, ...probeOptions(setting, train), signal });
    right += Math.round(accuracy.value * test.labels.length);
  }
  return right;
}

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '@genmodels/core';
import type { TrainVaeOptions } from './options.ts';

/** Where a run keeps the state of its training until it ends. */
export function checkpointFolder({ out }: Pick<TrainVaeOptions, 'out'>): string {
  return join(out, 'checkpoints');
}

/** Before the work: a run that was stopped shall not be lost because another one begins in its folder. */
export async function checkNothingIsLost(options: Pick<TrainVaeOptions, 'out' | 'resume' | 'checkpoints'>): Promise<void> {
  if (options.resume || !options.checkpoints) return;
  const files = await readdir(checkpointFolder(options)).catch(() => []); // a folder that is not there holds nothing
  check(
    files.length === 0,
    'invalid-argument',
    () =>
      `--out ${options.out} holds a run that was stopped: --resume goes on with it, another --out leaves it alone, ` +
      'and to begin anew remove its folder checkpoints',
  );
}

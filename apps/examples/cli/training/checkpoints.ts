import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { check } from '@genmodels/core';

/** The options of a run that can be stopped and gone on with. */
export interface ResumableOptions {
  /** The folder of the run. */
  readonly out: string;
  readonly checkpoints: boolean;
  readonly resume: boolean;
}

/** Where a run keeps the state of its training until it ends. */
export function checkpointFolder({ out }: Pick<ResumableOptions, 'out'>): string {
  return join(out, 'checkpoints');
}

/** What `fit` is told of them, where they are wanted. A run of several trainings names each. */
export function checkpointsOf(
  options: ResumableOptions,
  training = '',
): { readonly to: string; readonly resume: boolean } | undefined {
  const { checkpoints, resume } = options;
  return checkpoints || resume ? { to: join(checkpointFolder(options), training), resume } : undefined;
}

/** After the work, for which they have served. */
export async function removeCheckpoints(options: Pick<ResumableOptions, 'out'>): Promise<void> {
  await rm(checkpointFolder(options), { recursive: true, force: true });
}

/** Before the work: a run that was stopped shall not be lost because another one begins in its folder. */
export async function checkNothingIsLost(options: ResumableOptions): Promise<void> {
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

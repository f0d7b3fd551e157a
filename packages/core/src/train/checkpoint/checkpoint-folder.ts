import { GenmodelsError } from '../../errors.ts';
import { checkSound } from '../../io/format/safetensors.ts';
import type { ByteFolder } from '../../io/places/storage.ts';
import type { ResumedCheckpoint, SavedCheckpoint } from '../history.ts';
import { type Checkpoint, decodeCheckpoint } from './checkpoint-file.ts';

/** "checkpoint-000001000.safetensors": in the order of the alphabet they are in the order of their steps. */
export function checkpointName(step: number): string {
  return `checkpoint-${String(step).padStart(9, '0')}.safetensors`;
}

/** The checkpoints in a folder, which may hold other files too, the newest first. */
export async function listCheckpoints(folder: ByteFolder): Promise<SavedCheckpoint[]> {
  const found = (await folder.list()).map((name) => ({ name, step: Number.parseInt(name.slice(11), 10) }));
  return found.filter(({ name, step }) => name === checkpointName(step)).sort((a, b) => b.step - a.step);
}

export interface FoundCheckpoint extends ResumedCheckpoint {
  readonly checkpoint: Checkpoint;
}

/**
 * The newest checkpoint that can be read; undefined where there is none. Throws where there are some and all are damaged: starting
 * anew would end in removing what somebody may still rescue.
 */
export async function readNewest(folder: ByteFolder): Promise<FoundCheckpoint | undefined> {
  const unreadable: { name: string; error: GenmodelsError }[] = [];
  for (const { step, name } of await listCheckpoints(folder)) {
    try {
      const checkpoint = await decodeCheckpoint(await folder.file(name).read());
      checkSound(checkpoint.state.step === step, name, `stand at step ${step}`, checkpoint.state.step);
      return { step, name, unreadable, checkpoint };
    } catch (error) {
      if (!isDamage(error)) throw error;
      unreadable.push({ name, error });
    }
  }
  const [newest] = unreadable;
  if (newest === undefined) return undefined;
  const message = `one checkpoint must be readable, got of ${newest.name}: ${newest.error.message}. Remove all to start anew`;
  throw new GenmodelsError(newest.error.code, message, { cause: newest.error });
}

/** Removes all but the `keep` newest up to a step. Later ones, which could not be read, stay for whoever wants to look at them. */
export async function pruneCheckpoints(folder: ByteFolder, { step }: SavedCheckpoint, keep: number): Promise<void> {
  const reached = (await listCheckpoints(folder)).filter((checkpoint) => checkpoint.step <= step);
  for (const { name } of reached.slice(keep)) await folder.remove(name);
}

/** A sound file of another run or a later version is no damage: going past it would hide a mistake. */
function isDamage(error: unknown): error is GenmodelsError {
  return error instanceof GenmodelsError && error.code !== 'incompatible-file';
}

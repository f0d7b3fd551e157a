import { boolean, type Field, integer, object, optional } from '../../config.ts';
import { check, show } from '../../errors.ts';
import type { ByteFolder } from '../../io/places/storage.ts';
import { isWebAddress } from '../../io/source.ts';

export interface CheckpointOptions {
  /** The folder for one run's files: its path or file: URL (in Node), or a storage. Another run needs another folder. */
  readonly to: string | URL | ByteFolder;
  /** Steps between two checkpoints. There is one more where the run ends, by an abort too. */
  readonly every: number;
  /** How many files stay: an older one is removed when a newer one is safe. @default 2 */
  readonly keep?: number;
  /**
   * Goes on from the newest checkpoint that can be read, and starts anew where the folder holds none. The model, the source and
   * the options must be those of the run: what follows is then what would have followed without a break, bit for bit. Only what
   * looks on may differ (callbacks, reports, validation, the checkpoints themselves), and `steps`: a run may become longer. A
   * schedule is told `steps`, so that the longer run takes another course from here on than if it had been that long from the start.
   * @default false
   */
  readonly resume?: boolean;
}

export type CheckpointPlan = Required<CheckpointOptions>;

export function checkpointField(): Field<CheckpointPlan> {
  return object({
    to: place,
    every: integer({ min: 1 }),
    keep: optional(integer({ min: 1 }), 2),
    resume: optional(boolean(), false),
  });
}

function place(value: unknown, path: string): CheckpointOptions['to'] {
  const isPath = (typeof value === 'string' || value instanceof URL) && !isWebAddress(value);
  check(
    isPath || typeof (value as ByteFolder | undefined)?.file === 'function',
    'invalid-argument',
    () => `${path} must be the path of a folder or a storage of files, got ${show(value)}`,
  );
  return value as CheckpointOptions['to'];
}

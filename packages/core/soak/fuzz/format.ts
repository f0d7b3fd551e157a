import type { Rng } from '../../src/rng.ts';

/** Larger inputs are cut to this: the bounds are for such. */
export const mostBytes = 65_536;

/** A kind of file: what it is made of, and what reads it. */
export interface FuzzFormat {
  /** Words that mean something in such files. */
  readonly words: readonly Uint8Array[];
  /** Whether a reader must notice each change that `join` did not make look right. @default false */
  readonly noticesDamage?: boolean;
  /** Sound files, small and of every kind. */
  samples(): Promise<readonly Uint8Array[]>;
  /** Cuts a sound file into parts that `join` can put together again. */
  cut(file: Uint8Array, rng: Rng): Uint8Array[];
  /** A file of these parts, in which lengths and checksums are right. */
  join(parts: readonly Uint8Array[]): Uint8Array;
  /** Reads a file and checks what came of it; throws a GenmodelsError where it refuses the file, anything else where it fails. */
  read(file: Uint8Array<ArrayBuffer>): Promise<void>;
}

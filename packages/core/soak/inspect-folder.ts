import { readdir } from 'node:fs/promises';
import { sha256 } from '../src/io/format/sha256.ts';
import { folder } from '../src/io/places/folder.ts';
import { decodeCheckpoint } from '../src/train/checkpoint/checkpoint-file.ts';
import { listCheckpoints } from '../src/train/checkpoint/checkpoint-folder.ts';

/** What a kill may not leave behind, and what it may. */
export interface Findings {
  /** Checkpoints that cannot be read. */
  readonly unreadable: number;
  /** Checkpoints that can be read, but differ from what the run that was never killed held at that step. */
  readonly mixed: number;
  /** 1 where the newest checkpoint is older than what was called safe. */
  readonly lost: number;
  /** Files of writes that were cut off. */
  readonly cutOff: number;
}

/** Looks at all checkpoints in a folder; `digests` has those of the run that was never killed, by step. */
export async function inspectFolder(path: string, saved: number, digests: ReadonlyMap<number, string>): Promise<Findings> {
  const found = await listCheckpoints(folder(path));
  const verdicts = await Promise.all(
    found.map(async ({ step, name }) => {
      const bytes = await folder(path).file(name).read();
      const readable = await decodeCheckpoint(bytes).then(
        () => true,
        () => false,
      );
      if (!readable) return 'unreadable';
      return (await sha256(bytes)) === digests.get(step) ? 'right' : 'mixed';
    }),
  );
  const files = await readdir(path).catch(() => []);
  return {
    unreadable: verdicts.filter((verdict) => verdict === 'unreadable').length,
    mixed: verdicts.filter((verdict) => verdict === 'mixed').length,
    lost: (found[0]?.step ?? 0) < saved ? 1 : 0,
    cutOff: files.length - found.length,
  };
}

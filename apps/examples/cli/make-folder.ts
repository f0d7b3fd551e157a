import { mkdir } from 'node:fs/promises';
import { GenmodelsError } from '@genmodels/core';

/** Before the work, so that a folder that cannot be made is not found out after it. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (cause) {
    throw new GenmodelsError('storage', `--out ${path} must be a folder that can be written: ${(cause as Error).message}`, {
      cause,
    });
  }
}

import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { capture, tool } from '../../scripts/lib/command.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/** Builds a package from a copy in another folder, so that a path of this one would show. Gives the folder of the result. */
export async function buildElsewhere(folder: string, elsewhere: string): Promise<string> {
  const copy = join(elsewhere, folder);
  mkdirSync(copy, { recursive: true });
  for (const file of ['src', 'package.json', 'tsconfig.json'])
    cpSync(join(root, folder, file), join(copy, file), { recursive: true });
  for (const file of ['tsup.config.ts', 'tsconfig.base.json']) cpSync(join(root, file), join(elsewhere, file));
  for (const parent of ['.', folder])
    symlinkSync(join(root, parent, 'node_modules'), join(elsewhere, parent, 'node_modules'), 'junction');
  const { code, output } = await capture(tool('tsup', 'tsup'), { cwd: copy });
  if (code !== 0) throw new Error(output);
  return join(copy, 'dist');
}

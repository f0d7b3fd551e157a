import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkNothingIsLost, checkpointFolder } from './checkpoints.ts';

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'genmodels-'));
});
afterAll(() => rm(out, { recursive: true }));

test('a run that was stopped is not written over, but gone on with', async () => {
  const options = { out, resume: false, checkpoints: true };
  await checkNothingIsLost(options);
  await mkdir(checkpointFolder(options));
  await checkNothingIsLost(options);
  await writeFile(join(checkpointFolder(options), 'checkpoint-000000007.safetensors'), '');
  await expect(checkNothingIsLost(options)).rejects.toThrow('--resume goes on with it');
  await checkNothingIsLost({ ...options, resume: true });
  await checkNothingIsLost({ ...options, checkpoints: false });
});

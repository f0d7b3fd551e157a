import { expect, test } from 'vitest';
import { byteFolderLaws } from './byte-folder-laws.ts';
import { memoryFolder } from './memory-folder.ts';

test.each(byteFolderLaws)('$name', ({ run }) => run(memoryFolder()));

test('each folder is one of its own', async () => {
  await memoryFolder().file('a').write(new Uint8Array());
  expect(await memoryFolder().list()).toEqual([]);
});

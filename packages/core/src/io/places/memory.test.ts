import { expect, test } from 'vitest';
import { memory } from './memory.ts';

test('an empty memory cannot be read', async () => {
  await expect(memory().read()).rejects.toThrow('[genmodels/storage] this memory must hold bytes, got none yet');
});

test('it takes and gives copies, and reports both', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const storage = memory(bytes);
  bytes[0] = 9;
  const reports: unknown[] = [];
  const onProgress = (...report: unknown[]) => reports.push(report);
  (await storage.read({ onProgress }))[1] = 9;
  expect([...(await storage.read())]).toEqual([1, 2, 3]);
  await storage.write(Uint8Array.of(4), { onProgress });
  expect([...(await storage.read())]).toEqual([4]);
  expect(reports).toEqual([
    [3, 3],
    [1, 1],
  ]);
});

import { expect, test } from 'vitest';
import { blob } from './blob.ts';

const bytes = Uint8Array.from({ length: 300 }, (_, i) => i);
const parts = [bytes.subarray(0, 100), bytes.subarray(100)];

test('all of its bytes, with progress', async () => {
  const reports: (number | undefined)[][] = [];
  const read = await blob(new Blob(parts)).read({ onProgress: (...report) => reports.push(report) });
  expect(read).toEqual(bytes);
  expect(reports).toEqual([[100, 300], [300, 300]]);
  expect(await blob(new Blob([])).read()).toEqual(new Uint8Array());
});

test('it is read-only', () => expect(blob(new Blob([])).write).toBeUndefined());

test('an abort, before and in between, keeps its reason', async () => {
  const reason = new Error('stop');
  await expect(blob(new Blob([bytes])).read({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const onProgress = () => controller.abort(reason);
  await expect(blob(new Blob([bytes])).read({ signal: controller.signal, onProgress })).rejects.toBe(reason);
});

test('a file that was changed since it was picked is a storage error with its cause', async () => {
  const cause = new DOMException('the file has changed', 'NotReadableError');
  const stream = () => new ReadableStream({ pull: (controller) => controller.error(cause) });
  await expect(blob({ size: 3, stream } as Blob).read()).rejects.toMatchObject({
    code: 'storage',
    cause,
    message: '[genmodels/storage] the blob must be readable, got the file has changed. Its file may have been changed or removed since: pick it again',
  });
});

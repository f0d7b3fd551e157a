import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { gunzip, isGzip } from './gunzip.ts';

const plain = Uint8Array.from({ length: 1000 }, (_, i) => i % 7);
const packed = new Uint8Array(gzipSync(plain));

test('unpacks what gzip packed', async () => {
  expect(isGzip(packed)).toBe(true);
  expect(isGzip(plain)).toBe(false);
  expect(await gunzip(packed, { limit: 1000, name: 'data.gz' })).toEqual(plain);
});

test('stops above the limit', async () => {
  await expect(gunzip(packed, { limit: 999, name: 'data.gz' })).rejects.toThrow('data.gz unpacks to more than the 999 bytes');
});

test('refuses bytes that are cut short or damaged', async () => {
  const damaged = packed.map((byte, i) => (i === packed.length - 6 ? byte ^ 1 : byte)); // in the checksum
  for (const bytes of [packed.slice(0, -9), damaged]) {
    await expect(gunzip(bytes, { limit: 1000, name: 'data.gz' })).rejects.toMatchObject({ code: 'corrupt-file' });
  }
});

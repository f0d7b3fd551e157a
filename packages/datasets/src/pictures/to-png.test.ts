import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { toPng } from './to-png.ts';

test.each([1, 3, 4] as const)('a PNG of %i channels decodes to the same bytes', (channels) => {
  const data = Uint8Array.from({ length: 5 * 4 * channels }, (_, i) => (i * 37) % 256);
  const decoded = decode(toPng({ width: 5, height: 4, channels, data }));
  expect(decoded).toMatchObject({ width: 5, height: 4, channels, depth: 8 });
  expect(Array.from(decoded.data)).toEqual(Array.from(data));
});

import { expect, test } from 'vitest';
import { threefryBlock } from './random/threefry.ts';
import { createRng } from './rng.ts';

// The known answers of Random123, kat_vectors: threefry2x32, 20 rounds, as [counter, key, result].
test.each([
  [[0x00000000, 0x00000000], [0x00000000, 0x00000000], [0x6b200159, 0x99ba4efe]],
  [[0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], [0x1cb996fc, 0xbb002be7]],
  [[0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xc4923a9c, 0x483df7a0]],
])('threefry of counter %j with key %j', ([low, high], [key0, key1], expected) => {
  const words = new Uint32Array(2);
  threefryBlock(key0!, key1!, low!, high!, words, 0);
  expect([...words]).toEqual(expected);
});

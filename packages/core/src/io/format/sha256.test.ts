import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from './sha256.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(['crypto.subtle', 'our own'])('sha256 by %s', (by) => {
  const hash = (bytes: Uint8Array) => {
    if (by === 'our own') vi.stubGlobal('crypto', {});
    return sha256(bytes);
  };

  // NIST's examples for SHA-256.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('of %.8s...', async (text, expected) => {
    expect(await hash(new TextEncoder().encode(text))).toBe(expected);
  });

  test('of every length around a block, as Node computes it', async () => {
    for (let length = 50; length <= 130; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (31 * i + length) % 256);
      expect(await hash(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  test('of a view, not of the buffer behind it', async () => {
    const buffer = new TextEncoder().encode('xabcx');
    expect(await hash(buffer.subarray(1, 4))).toBe(await hash(new TextEncoder().encode('abc')));
  });
});

test('the constants are far enough from a rounding edge for any engine whose roots are exact to 2 in the last place', () => {
  const primes = Array.from({ length: 312 }, (_, i) => i).filter(
    (n) => n > 1 && [2, 3, 5, 7, 11, 13, 17].every((p) => n === p || n % p !== 0),
  );
  expect(primes).toHaveLength(64);
  for (const root of [...primes.map(Math.cbrt), ...primes.slice(0, 8).map(Math.sqrt)]) {
    const rest = (root * 2 ** 32) % 1;
    expect(Math.min(rest, 1 - rest) / 2 ** 32).toBeGreaterThan(2 * root * Number.EPSILON);
  }
});

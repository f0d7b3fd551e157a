import { createRng, drawInteger, GenmodelsError } from '@genmodels/core';
import { expect, test } from 'vitest';
import { type Member, packTar } from './pack-tar.ts';
import { readTar } from './tar.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const long = Uint8Array.from({ length: 1025 }, (_, i) => i % 256);

const members: readonly Member[] = [
  { path: 'set/', type: '5' },
  { path: 'set/a.bin', content: bytes(1, 2, 3) },
  { path: 'set/b.bin', content: long },
  { path: 'set/empty', content: bytes() },
  { path: 'set/link', type: '2' },
  { path: 'set/old.bin', content: bytes(4), type: '\0' },
];

test('gives the regular files by their names', () => {
  const files = readTar(packTar(members), 'data.tar');
  expect([...files.keys()]).toEqual(['a.bin', 'b.bin', 'empty', 'old.bin']);
  expect(files.get('a.bin')).toEqual(bytes(1, 2, 3));
  expect(files.get('b.bin')).toEqual(long);
  expect(files.get('empty')).toEqual(bytes());
  expect(readTar(packTar([]), 'data.tar').size).toBe(0);
});

test('a path that climbs is only a name', () => {
  expect([...readTar(packTar([{ path: '../../etc/passwd', content: bytes(1) }]), 'data.tar').keys()]).toEqual(['passwd']);
});

const whole = packTar(members);
const changed = (at: number, byte: number) => whole.map((old, i) => (i === at ? byte : old));

test.each([
  ['empty', bytes(), 'end with a block of zeros'],
  ['no archive', new Uint8Array(1024).fill(60), 'match their checksum'],
  ['without an end', whole.subarray(0, -1024), 'end with a block of zeros'],
  ['cut in a member', whole.subarray(0, 512 + 512 + 2), 'hold 3 bytes of set/a.bin'],
  ['cut in a header', whole.subarray(0, 700), 'end with a block of zeros'],
  ['damaged in a header', changed(3, 65), 'match their checksum'],
  ['of two files of one name', packTar([members[1]!, { path: 'other/a.bin', content: bytes() }]), 'hold each file once'],
  ['of sizes in another notation', packTar([{ path: 'a', content: bytes(1), size: '\x80\0\0\0\0\0\0\0\0\0\0\x01' }]), 'say how long "a" is'],
  ['of a negative size', packTar([{ path: 'a', size: '-0000000777\0' }]), 'say how long "a" is'],
  ['of a size beyond it', packTar([{ path: 'a', size: '77777777777\0' }]), 'hold 8589934591 bytes of a'],
  ['of very many members', packTar(Array.from({ length: 1001 }, (_, i) => ({ path: `${i}` }))), 'end with a block of zeros'],
])('refuses bytes that are %s', (_, archive, message) => {
  expect(() => readTar(archive, 'data.tar')).toThrow('[genmodels/corrupt-file] data.tar must');
  expect(() => readTar(archive, 'data.tar')).toThrow(message);
});

test('whatever is damaged, it reads what is left or throws an error of ours', () => {
  const rng = createRng(0);
  let refused = 0;
  for (let mutant = 0; mutant < 2000; mutant++) {
    const cut = drawInteger(3, rng) === 0 ? drawInteger(whole.length, rng) : whole.length;
    const bytes = whole.slice(0, cut);
    for (let flips = drawInteger(4, rng); flips > 0; flips--) bytes[drawInteger(whole.length, rng)] = drawInteger(256, rng);
    try {
      expect(readTar(bytes, 'data.tar').size).toBeLessThanOrEqual(4);
    } catch (error) {
      expect(error).toBeInstanceOf(GenmodelsError);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(500);
  expect(refused).toBeLessThan(2000);
});

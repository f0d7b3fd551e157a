import { concat } from '../../../core/soak/fuzz/concat.ts';
import type { FuzzFormat } from '../../../core/soak/fuzz/format.ts';
import { toWords } from '../../../core/soak/fuzz/to-words.ts';
import { packTar } from '../../src/real/download/pack-tar.ts';
import { readTar } from '../../src/real/download/tar.ts';
import { holds } from './parts/holds.ts';

const block = 512;

/** Archives such as CIFAR-10 comes in: a member is a part. */
export const format: FuzzFormat = {
  words: toWords(
    'ustar\x0000',
    '00000000000\0',
    '77777777777\0',
    '-0000000001\0',
    '\x80\0\0\0',
    '../',
    '__proto__',
    '/',
    '\0',
    'a'.repeat(100),
  ),
  cut: cutMembers,
  join: (parts) => concat(...parts.map(withChecksum)),
  async samples() {
    const test = { path: 'cifar-10-batches-bin/test_batch.bin', content: Uint8Array.from({ length: 700 }, (_, i) => i) };
    const folder = { path: 'cifar-10-batches-bin/', type: '5' };
    const link = { path: 'link', type: '2' };
    const small = { path: 'readme.html', content: Uint8Array.of(60) };
    const many = Array.from({ length: 30 }, (_, i) => ({ path: `${i}`, content: new Uint8Array(i) }));
    return [packTar([]), packTar([small]), packTar([folder, test, small, link]), packTar(many)];
  },
  async read(file) {
    const members = readTar(file, 'fuzz.tar');
    for (const [name, content] of members) {
      holds(name !== '' && !name.includes('/'), 'a name is the last part of a path');
      holds(content.buffer === file.buffer && content.byteOffset % block === 0, 'a member is a view');
    }
  },
};

/** The header of each member with its content, and the blocks of zeros at the end. */
function cutMembers(file: Uint8Array): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (file[at] !== 0) {
    const size = Number.parseInt(new TextDecoder().decode(file.subarray(at + 124, at + 135)), 8);
    const end = at + block + Math.ceil(size / block) * block;
    parts.push(file.subarray(at, end));
    at = end;
  }
  return [...parts, file.subarray(at)];
}

/** With the right checksum, where the part begins with a header. */
function withChecksum(part: Uint8Array): Uint8Array {
  if (part.length < block || part[0] === 0) return part;
  const member = Buffer.from(part);
  member.fill(' ', 148, 156);
  const sum = member.subarray(0, block).reduce((total, byte) => total + byte, 0);
  member.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return member;
}

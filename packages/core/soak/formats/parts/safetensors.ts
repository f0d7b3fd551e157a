import { createHash } from 'node:crypto';
import { lengthBytes } from '../../../src/io/format/safetensors.ts';
import { concat } from '../../fuzz/concat.ts';
import { toWords } from '../../fuzz/to-words.ts';

/** Cuts a safetensors file into the tokens of its header, and its data. */
export function cutSafetensors(file: Uint8Array): Uint8Array[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = lengthBytes + view.getUint32(0, true);
  const header = Buffer.from(file.subarray(lengthBytes, end)).toString('latin1'); // one character a byte
  const tokens = [...header.matchAll(/"(?:[^"\\]|\\.)*"|[-+.\w]+|./gs)];
  const at = (index: number) => lengthBytes + index;
  return [...tokens.map(({ 0: token, index }) => file.subarray(at(index), at(index + token.length))), file.subarray(end)];
}

/** A file of these tokens and these data, in which the length of the header and the SHA-256, where it has one, are right. */
export function joinSafetensors(parts: readonly Uint8Array[]): Uint8Array {
  const header = concat(...parts.slice(0, -1));
  const length = new Uint8Array(BigUint64Array.of(BigInt(header.length)).buffer);
  const file = Buffer.from(concat(length, header, ...parts.slice(-1)));
  const digits = /"sha256":"([0-9a-f]{64})"/d.exec(file.toString('latin1'))?.indices?.[1]?.[0];
  if (digits === undefined) return file;
  file.fill('0', digits, digits + 64);
  file.write(createHash('sha256').update(file).digest('hex'), digits, 'latin1');
  return file;
}

/** What is odd in JSON, in names of properties, and in a header. */
export const safetensorsWords: readonly Uint8Array[] = toWords(
  ...['"__proto__":1,', '"__proto__":{"x":1},', '"constructor":{},', '"toString"', '"__metadata__"', '"length"'],
  ...['null', 'true', '[]', '{}', '""', '-0', '1e308', '1e999', '0.5', '-1', '9007199254740993', '18446744073709551615'],
  ...['[', '{', ']', '}', ',', ':', '"', '\\', '\\u0000', '\\ud800', '\ufeff', '\u2028', ' ', '\n', '['.repeat(40)],
  ...['"F16"', '"BF16"', '"I32"', '"I64"', '"dtype"', '"shape"', '"data_offsets"', '[4294967296,4294967296]', '[0,0]', '[0]'],
  ...['"kind":"toy-decoder"', '"genmodels/2"', '{\\"width\\":64}', '{\\"width\\":1e9}', '"sha256"', '\\"step\\":-1'],
);

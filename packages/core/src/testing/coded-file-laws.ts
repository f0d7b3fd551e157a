import type * as tf from '@tensorflow/tfjs-core';
import { GenmodelsError } from '../errors.ts';
import { createRng } from '../rng.ts';
import { type Law, mustEqual } from './law.ts';

export interface CodedFileUnderTest {
  /** A file of a few tiny images, the same at every call. */
  bytes(): Uint8Array;
  readonly headerBytes: number;
  decompress(bytes: Uint8Array): Promise<tf.Tensor>;
}

/** What every format of compressed images keeps: damage is an error, and never another image. */
export function codedFileLaws(subject: CodedFileUnderTest): Law[] {
  return [
    { name: 'the bytes themselves are images', run: () => wholeBytesAreImages(subject) },
    { name: 'any byte that is changed is an error', run: () => changesAreErrors(subject) },
    { name: 'any other length is an error', run: () => lengthsAreErrors(subject) },
    { name: 'a random body is an error', run: () => randomBodiesAreErrors(subject) },
  ];
}

async function wholeBytesAreImages(subject: CodedFileUnderTest): Promise<void> {
  mustEqual(await outcomes(subject, [subject.bytes()]), ['images'], 'what the file gives');
}

/** One bit of each byte, and all of them. */
async function changesAreErrors(subject: CodedFileUnderTest): Promise<void> {
  const bytes = subject.bytes();
  const mutants = Array.from(bytes, (_, at) => [flip(bytes, at, 1 << (at % 8)), flip(bytes, at, 0xff)]).flat();
  mustEqual(await outcomes(subject, mutants), ['corrupt-file', 'incompatible-file'], 'what changed files give');
}

/** Cut at every place, and with more bytes behind the file, or behind its header. */
async function lengthsAreErrors(subject: CodedFileUnderTest): Promise<void> {
  const bytes = subject.bytes();
  const zeros = (count: number) => new Uint8Array(count);
  const [header, body] = [bytes.subarray(0, subject.headerBytes), bytes.subarray(subject.headerBytes)];
  const cut = Array.from(bytes, (_, length) => bytes.slice(0, length));
  const grown = [1, 7, 1000].map((more) => Uint8Array.from([...bytes, ...zeros(more)]));
  const sunk = [1, 7].map((more) => Uint8Array.from([...header, ...zeros(more), ...body]));
  mustEqual(await outcomes(subject, [...cut, ...grown, ...sunk]), ['corrupt-file'], 'what files of another length give');
}

async function randomBodiesAreErrors(subject: CodedFileUnderTest): Promise<void> {
  const rng = createRng(9);
  const header = subject.bytes().subarray(0, subject.headerBytes);
  const files = Array.from({ length: 100 }, () => {
    const body = rng.fillUniform(new Float32Array(20)).map((u) => 256 * u);
    return Uint8Array.from([...header, ...body]);
  });
  mustEqual(await outcomes(subject, files), ['corrupt-file'], 'what files with random bodies give');
}

/** The codes of the errors that these bytes give, and whatever else comes out, each once and in order. */
async function outcomes({ decompress }: CodedFileUnderTest, files: readonly Uint8Array[]): Promise<string[]> {
  const found = new Set<string>();
  for (const file of files) found.add(await decompress(file).then(dispose, codeOf));
  return [...found].sort();
}

function dispose(images: tf.Tensor): string {
  images.dispose();
  return 'images';
}

function codeOf(error: unknown): string {
  return error instanceof GenmodelsError ? error.code : String(error);
}

function flip(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at]! ^= mask;
  return copy;
}

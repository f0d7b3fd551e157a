import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import { drawInteger } from '../../random/integers.ts';
import { createRng } from '../../rng.ts';
import { load } from '../load.ts';
import { toBytes } from '../save.ts';
import { ToyModel } from '../toy-model.ts';
import { takeApart } from './safetensors-by-hand.ts';

let file: Uint8Array;
let dataStart: number;
let properties: string[];
let tensorsBefore: number;

beforeAll(async () => {
  const model = new ToyModel({ width: 16 });
  file = await toBytes(model);
  model.dispose();
  dataStart = takeApart(file).dataStart;
  properties = Object.getOwnPropertyNames(Object.prototype);
  tensorsBefore = tf.memory().numTensors;
});

afterAll(() => {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(properties);
  expect(tf.memory().numTensors).toBe(tensorsBefore);
});

/** What loading does with some bytes: undefined where it worked. */
async function fault(bytes: Uint8Array): Promise<unknown> {
  return load(bytes, [ToyModel]).then(
    (model) => model.dispose(),
    (error: unknown) => error,
  );
}

/** The mutants that load, or fail with anything but our own error. */
async function undetected(mutants: Iterable<readonly [string, Uint8Array]>): Promise<string[]> {
  const found: string[] = [];
  for (const [name, bytes] of mutants) {
    const error = await fault(bytes);
    if (!(error instanceof GenmodelsError)) found.push(`${name}: ${error}`);
  }
  return found;
}

function flip(position: number, mask: number): Uint8Array {
  const bytes = new Uint8Array(file);
  bytes[position]! ^= mask;
  return bytes;
}

test('the file itself loads', async () => {
  expect(await fault(file)).toBeUndefined();
});

test('every byte of the header, with one bit flipped and with all', async () => {
  const positions = Array.from({ length: dataStart }, (_, position) => position);
  const mutants = positions.flatMap((position) =>
    [1 << (position % 8), 0xff].map((mask) => [`${position} ^ ${mask}`, flip(position, mask)] as const),
  );
  expect(mutants.length).toBeGreaterThan(1000);
  expect(await undetected(mutants)).toEqual([]);
});

test('bytes of the body, each with one random bit flipped', async () => {
  const rng = createRng(0);
  const mutants = Array.from({ length: 500 }, () => {
    const [position, bit] = [dataStart + drawInteger(file.length - dataStart, rng), drawInteger(8, rng)];
    return [`${position} ^ ${1 << bit}`, flip(position, 1 << bit)] as const;
  });
  expect(await undetected(mutants)).toEqual([]);
});

test('every class of length', async () => {
  const rng = createRng(1);
  const edges = [0, 1, 7, 8, 9, dataStart - 1, dataStart, dataStart + 1, file.length - 4, file.length - 1];
  const inside = Array.from({ length: 150 }, () => drawInteger(file.length, rng));
  const cut = [...edges, ...inside].map((length) => [`cut to ${length}`, file.slice(0, length)] as const);
  const grown = [1, 4, 8, 4096].map((extra) => [`${extra} more`, Uint8Array.from([...file, ...new Uint8Array(extra)])] as const);
  expect(await undetected([...cut, ...grown])).toEqual([]);
});

test('parts of the file moved, doubled or lost', async () => {
  const rng = createRng(2);
  const mutants = Array.from({ length: 300 }, (_, i) => {
    const [from, to, length] = [drawInteger(file.length, rng), drawInteger(file.length, rng), 1 + drawInteger(32, rng)];
    const piece = file.slice(from, from + length);
    const [start, end] = [file.slice(0, to), file.slice(to)];
    const bytes = i % 2 === 0 ? [...start, ...piece, ...end] : [...file.slice(0, from), ...file.slice(from + length)];
    return [`${i}: ${length} bytes at ${from}`, Uint8Array.from(bytes)] as const;
  });
  expect(await undetected(mutants)).toEqual([]);
});

test('without its checksum too, a damaged header gives a typed error or the same shapes', async () => {
  const failures: string[] = [];
  for (let position = 0; position < dataStart; position++) {
    const model = await load(flip(position, 1 << (position % 7)), [ToyModel], { verify: false }).catch((error: unknown) => error);
    if (model instanceof ToyModel) {
      if (model.encoder.kernel.size !== 48) failures.push(`${position}: ${model.encoder.kernel.shape}`);
      model.dispose();
    } else if (!(model instanceof GenmodelsError)) failures.push(`${position}: ${model}`);
  }
  expect(failures).toEqual([]);
});

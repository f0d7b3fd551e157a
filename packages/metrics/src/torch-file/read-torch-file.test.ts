import { createRng, drawInteger, GenmodelsError } from '@genmodels/core';
import { describe, expect, test } from 'vitest';
import { readFixture } from '../testing/read-fixture.ts';
import { global, int32, legacyFile, oneStorage, tensor, text } from '../testing/torch-file-by-hand.ts';
import { isTorchFile } from './is-torch-file.ts';
import { readTorchFile } from './read-torch-file.ts';

const { files, expected } = readFixture<{
  files: Record<string, string>;
  expected: Record<string, { shape: number[]; values: number[] }>;
}>('torch-file');

const file = (name: string) => Uint8Array.from(Buffer.from(files[name]!, 'base64'));

describe.each(['zip', 'legacy'])('a file of the %s container', (container) => {
  const tensors = readTorchFile(file(container));

  test('gives each tensor under the keys on the way to it, and nothing else', () => {
    expect([...tensors.keys()]).toEqual(Object.keys(expected));
  });

  test.each(Object.entries(expected))('holds %s', (name, { shape, values }) => {
    const read = tensors.get(name)!;
    expect(read.shape).toEqual(shape);
    expect([...read.values]).toEqual(values);
    expect(read.dtype).toBe(/int|bool|batches/.test(name) ? 'int32' : 'float32');
  });

  test('gives values that are nobody else\'s, so that one may be changed', () => {
    const buffers = [...tensors.values()].map(({ values }) => values.buffer);
    expect(new Set(buffers).size).toBe(tensors.size);
  });

  test('is known by its first bytes', () => {
    expect(isTorchFile(file(container))).toBe(true);
  });

  test('is refused where it is cut short, at any byte', () => {
    const bytes = file(container);
    const codes = Array.from(bytes, (_, length) => codeOf(bytes.subarray(0, length)));
    expect(new Set(codes)).toEqual(new Set(['corrupt-file']));
  });

  test('with a damaged byte gives values or an error of ours', () => {
    const [rng, sound] = [createRng(5), file(container)];
    const codes = Array.from({ length: 500 }, () => {
      const bytes = sound.slice();
      bytes[drawInteger(bytes.length, rng)]! ^= 1 << drawInteger(8, rng);
      return codeOf(bytes);
    });
    expect(new Set(codes)).toEqual(new Set(['read', 'corrupt-file', 'incompatible-file']));
  });
});

test('a saved tensor alone has an empty name', () => {
  expect([...readTorchFile(file('bare')).keys()]).toEqual(['']);
});

test('sizes and positions may stand in the records of zip64', () => {
  expect(readTorchFile(file('zip64'))).toEqual(readTorchFile(file('bare')));
});

test('a dictionary that holds itself is read once', () => {
  expect([...readTorchFile(file('cyclic')).keys()]).toEqual(['weight']);
});

test('bytes may begin anywhere in their buffer', () => {
  const bytes = new Uint8Array([7, ...file('zip')]).subarray(1);
  expect(readTorchFile(bytes)).toEqual(readTorchFile(file('zip')));
});

describe('a name of Python is refused and not looked up', () => {
  test.each([
    ['os.system', 'posix.system'],
    ['eval', '__builtin__.eval'],
    ['getattr', '__builtin__.getattr'],
    ['module', 'torch.nn.modules.linear.Linear'],
  ])('%s', (name, global) => {
    expect(() => readTorchFile(file(name))).toThrow(
      `[genmodels/incompatible-file] the file must hold tensors in dictionaries and no other objects, got "${global}". Save it in PyTorch`,
    );
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (name) => {
    expect(codeOf(legacyFile(global('', name)))).toBe('incompatible-file');
    expect(codeOf(legacyFile(global(name, name)))).toBe('incompatible-file');
  });
});

describe('a file is refused, in a moment,', () => {
  const empty: number[] = [];
  test.each<[string, Uint8Array, string, RegExp]>([
    ['of a newer protocol', file('eval of protocol 4'), 'incompatible-file', /instruction 0x95/],
    ['that is compressed', file('compressed'), 'incompatible-file', /"archive\/data.pkl" must be stored/],
    ['with an integer beyond int32', file('long'), 'incompatible-file', /int64 value must fit into int32, got 2147483648/],
    ['that repeats one number 10^10 times', file('huge'), 'corrupt-file', /at most a number a byte, \d+, got 10000000000/],
    ['that is a web page', new TextEncoder().encode('<!DOCTYPE html>'), 'corrupt-file', /begin as one of PyTorch, got "<!DOCTYPE html>"/],
    ['of no bytes', new Uint8Array(), 'corrupt-file', /begin as one of PyTorch, got ""/],
    ['with a tensor beyond its storage', legacyFile(tensor(2, 1, [2], [1]), oneStorage(2)), 'corrupt-file', /stay within its 2 items/],
    ['with a stride beyond its storage', legacyFile(tensor(9, 0, [2, 2], [2, 9]), oneStorage(9)), 'corrupt-file', /within its 9/],
    ['with a negative offset', legacyFile(tensor(2, -1, [1], [1]), oneStorage(2)), 'corrupt-file', /have an offset/],
    ['with a negative size', legacyFile(tensor(2, 0, [-1], [1]), oneStorage(2)), 'corrupt-file', /have at most 8 sizes/],
    ['with a negative stride', legacyFile(tensor(2, 1, [2], [-1]), oneStorage(2)), 'corrupt-file', /have 1 strides/],
    ['with a stride too few', legacyFile(tensor(2, 0, [2, 1], [1]), oneStorage(2)), 'corrupt-file', /have 2 strides/],
    ['with nine axes', legacyFile(tensor(1, 0, Array(9).fill(1), Array(9).fill(1)), oneStorage(1)), 'corrupt-file', /8 sizes/],
    ['with a storage of another length', legacyFile(tensor(2, 0, [2], [1]), oneStorage(3)), 'corrupt-file', /have 2 items, got 3/],
    ['without its storage', legacyFile(tensor(2, 0, [2], [1])), 'corrupt-file', /storage "0" must have 8 bytes, got undefined/],
    ['with a storage that none uses', legacyFile([0x5d], oneStorage(2)), 'corrupt-file', /list storages that tensors use/],
    ['that takes what it has not put', legacyFile(empty), 'corrupt-file', /an empty stack/],
    ['that recalls what it has not put aside', legacyFile([0x68, 0]), 'corrupt-file', /recall only what it remembers, got 0/],
    ['that calls a text', legacyFile([...text('eval'), 0x29, 0x52]), 'corrupt-file', /call a function, got "eval"/],
    ['that appends to a number', legacyFile([...int32(1), 0x4e, 0x61]), 'corrupt-file', /append to a list, got 1/],
    ['that nests without end', legacyFile(nested(100_000)), 'incompatible-file', /nest at most 32 levels deep/],
    ['that goes on and on', legacyFile(Array(2 ** 20 + 1).fill(0x4e)), 'corrupt-file', /at most 1048576 instructions/],
  ])('%s', (_, bytes, code, message) => {
    const start = performance.now();
    const got = codeOf(bytes);
    const milliseconds = performance.now() - start;
    expect(got).toBe(code);
    expect(milliseconds).toBeLessThan(1000);
    expect(() => readTorchFile(bytes)).toThrow(message);
  });
});

test('names that reach for a prototype are names like any other', () => {
  const item = [...text('__proto__'), ...tensor(1, 0, [1], [1]), 0x73];
  const tensors = readTorchFile(legacyFile([0x7d, ...item], oneStorage(1)));
  expect([...tensors]).toEqual([['__proto__', { shape: [1], dtype: 'float32', values: new Float32Array(1) }]]);
  expect({}).not.toHaveProperty('shape');
});

test('two tensors of one name are refused', () => {
  const [inner, outer] = [[0x7d, ...text('b'), ...tensor(1, 0, [1], [1]), 0x73], tensor(1, 0, [1], [1])];
  const pickle = [0x7d, ...text('a'), ...inner, 0x73, ...text('a.b'), ...outer, 0x73];
  expect(() => readTorchFile(legacyFile(pickle, oneStorage(1)))).toThrow('the file must have one tensor of each name, got "a.b"');
});

/** Lists within lists. */
function nested(depth: number): number[] {
  return [...Array(depth + 1).fill(0x5d), ...Array(depth).fill(0x61)];
}

function codeOf(bytes: Uint8Array): string {
  try {
    readTorchFile(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof GenmodelsError) return error.code;
    throw error;
  }
}

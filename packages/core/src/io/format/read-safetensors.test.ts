import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import type { HostTensor } from './host-tensor.ts';
import { readSafetensors } from './read-safetensors.ts';
import { layOut } from './safetensors-by-hand.ts';
import { writeSafetensors } from './write-safetensors.ts';

test('a file laid out as the Python writer does is read', () => {
  // safetensors.numpy.save({'b': np.array([1, 2], 'f4'), 'a': np.array([[0.5]], 'f2'), 'n': np.array([-1], 'i4')}, {'made': 'by hand'}):
  // data by falling item size, then name; the header padded with spaces to a multiple of 8.
  const header =
    '{"__metadata__":{"made":"by hand"},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},' +
    '"n":{"dtype":"I32","shape":[1],"data_offsets":[8,12]},"a":{"dtype":"F16","shape":[1,1],"data_offsets":[12,14]}}';
  const padded = header.padEnd(8 * Math.ceil(header.length / 8));
  const { metadata, tensors } = readSafetensors(
    layOut(padded, [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0xff, 0xff, 0xff, 0xff, 0x00, 0x38]),
  );
  expect([...metadata]).toEqual([['made', 'by hand']]);
  expect([...tensors]).toEqual([
    ['b', { shape: [2], dtype: 'float32', values: Float32Array.of(1, 2) }],
    ['n', { shape: [1], dtype: 'int32', values: Int32Array.of(-1) }],
    ['a', { shape: [1, 1], dtype: 'float32', values: Float32Array.of(0.5) }],
  ]);
});

test('without padding or metadata, at an odd place in memory, in any header order, with empty tensors', () => {
  const file = layOut(
    '{"late":{"dtype":"F32","shape":[],"data_offsets":[2,6]},"none":{"dtype":"F32","shape":[3,0],"data_offsets":[2,2]},' +
      '"early":{"data_offsets":[0,2],"shape":[1],"dtype":"F16"}}',
    [0, 0x3c, 0, 0, 0, 0x40],
  );
  const shifted = Uint8Array.from([1, ...file]).subarray(1);
  const { metadata, tensors } = readSafetensors(shifted);
  expect(metadata.size).toBe(0);
  expect([...tensors].map(([name, { shape, values }]) => [name, shape, [...values]])).toEqual([
    ['early', [1], [1]],
    ['none', [3, 0], []],
    ['late', [], [2]],
  ]);
});

test('what is read is a copy, even of a Buffer', () => {
  const bytes = Buffer.from(writeSafetensors(new Map([['a', { shape: [2], dtype: 'float32', values: Float32Array.of(1, 2) }]])));
  const { tensors } = readSafetensors(bytes);
  bytes.fill(0xff);
  expect([...tensors.get('a')!.values]).toEqual([1, 2]);
});

const name = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((text) => !['__proto__', 'constructor', 'prototype', '__metadata__'].includes(text));
const tensor: fc.Arbitrary<HostTensor> = fc
  .tuple(fc.array(fc.nat({ max: 3 }), { maxLength: 4 }), fc.boolean(), fc.integer())
  .map(([shape, isFloat, first]) => {
    const numbers = Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => first + i);
    return isFloat
      ? { shape, dtype: 'float32', values: Float32Array.from(numbers, (n) => n / 3) }
      : { shape, dtype: 'int32', values: Int32Array.from(numbers) };
  });

test('whatever is written is read again, in its order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, tensor), { selector: ([key]) => key, maxLength: 6 }),
      fc.dictionary(name, fc.string()),
      (entries, metadata) => {
        const read = readSafetensors(writeSafetensors(new Map(entries), { metadata }));
        expect(Object.fromEntries(read.metadata)).toEqual({ ...metadata });
        const [full, none] = [
          entries.filter(([, { values }]) => values.length > 0),
          entries.filter(([, { values }]) => values.length === 0),
        ];
        expect([...read.tensors].filter(([, { values }]) => values.length > 0)).toEqual(full);
        expect(new Map([...read.tensors].filter(([, { values }]) => values.length === 0))).toEqual(new Map(none));
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});

const a = '"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
const four = [0, 0, 0, 0];

test.each<[string, Uint8Array, string]>([
  ['no bytes', new Uint8Array(), 'the file must be a safetensors file, not a web page, got ""'],
  ['seven bytes', new Uint8Array(7), 'the file must be a safetensors file, not a web page'],
  [
    'an HTML page',
    Buffer.from('<!DOCTYPE html><html>Not found</html>'),
    'the file must be a safetensors file, not a web page, got "<!DOCTYPE html>',
  ],
  [
    'a page after a blank line',
    Buffer.from('\r\n  <html lang="en"><body>Not found'),
    'not a web page, got "\\r\\n  <html lang',
  ],
  [
    'a pointer of Git LFS',
    Buffer.from('version https://git-lfs.github.com/spec/v1\noid'),
    'got "version https://git-lfs.github.com/spec/v1',
  ],
  ['a length beyond 32 bits', layOut(`{${a}}`, four, 2 ** 33), 'the file must be a safetensors file, not a web page'],
  [
    'a length of more than 1 MiB',
    layOut('{}', new Uint8Array(2 ** 20), 2 ** 20 + 1),
    'the file must be a safetensors file, not a web page',
  ],
  ['a header cut short', layOut('{}', [], 64), 'the file must have 64 bytes of header, got 2'],
  ['an empty header', layOut('', four), 'the header must be JSON, got ""'],
  ['a header that is no UTF-8', layOut('{"\xff":1}', []).map((byte) => (byte === 0xc3 ? 0xff : byte)), 'the header must be JSON'],
  ['a byte order mark', layOut('\ufeff{}', []), 'the header must be JSON'],
  ['a space before the header', layOut(' {}', []), 'the header must be a JSON object from its first byte on'],
  ['a list', layOut('[]', []), 'the header must be a JSON object from its first byte on, got "[]"'],
  ['null', layOut('null', []), 'the header must be a JSON object'],
  [
    'a tensor twice',
    layOut(`{${a},${a}}`, four),
    'the header must use each key once and none of __proto__, constructor, prototype, got "a"',
  ],
  ['metadata twice', layOut('{"__metadata__":{},"__metadata__":{}}', []), 'got "__metadata__"'],
  ['a dtype twice', layOut(`{${a.replace('"shape"', '"dtype":"F16","shape"')}}`, four), 'got "dtype"'],
  ['a tensor called __proto__', layOut(`{${a.replace('"a"', '"__proto__"')}}`, four), 'got "__proto__"'],
  ['a tensor called constructor', layOut(`{${a.replace('"a"', '"constructor"')}}`, four), 'got "constructor"'],
  ['metadata called prototype', layOut('{"__metadata__":{"prototype":"x"}}', []), 'got "prototype"'],
  [
    'metadata of numbers',
    layOut('{"__metadata__":{"k":1}}', []),
    '__metadata__ must hold texts by name, got an object with the keys k',
  ],
  ['metadata as null', layOut('{"__metadata__":null}', []), '__metadata__ must hold texts by name, got null'],
  ['a long name', layOut(`{${a.replace('"a"', `"${'é'.repeat(129)}"`)}}`, four), 'must have a name of at most 256 bytes'],
  ['half a surrogate pair', layOut(`{${a.replace('"a"', '"\\ud800"')}}`, four), 'must have a name of at most 256 bytes'],
  ['a tensor that is a number', layOut('{"a":1}', []), 'tensor "a" must have dtype, shape and data_offsets, got 1'],
  ['a fourth key', layOut(`{${a.replace('"shape"', '"url":"x","shape"')}}`, four), 'must have dtype, shape and data_offsets'],
  ['a missing key', layOut('{"a":{"dtype":"F32","shape":[1]}}', four), 'must have dtype, shape and data_offsets'],
  ['a misspelt key', layOut(`{${a.replace('shape', 'sharp')}}`, four), 'must have a shape of at most 8 sizes, got undefined'],
  ['a rank of 9', layOut(`{${a.replace('[1]', '[1,1,1,1,1,1,1,1,1]')}}`, four), 'must have a shape of at most 8 sizes'],
  ['a negative size', layOut(`{${a.replace('[1]', '[-1,-1]')}}`, four), 'must have a shape of at most 8 sizes, got [-1, -1]'],
  ['a size of -0', layOut(`{${a.replace('[1]', '[-0]')}}`, []), 'must have a shape'],
  ['half a size', layOut(`{${a.replace('[1]', '[0.5,2]')}}`, four), 'must have a shape of at most 8 sizes, got [0.5, 2]'],
  ['a size as text', layOut(`{${a.replace('[1]', '["1"]')}}`, four), 'must have a shape of at most 8 sizes, got ["1"]'],
  ['a size that no number holds', layOut(`{${a.replace('[1]', '[9007199254740993]')}}`, four), 'must have a shape'],
  [
    'a product that overflows to 0',
    layOut(`{${a.replace('[1]', '[4294967296,4294967296,0]').replace('4]', '0]')}}`, []),
    'must fill the bytes of F32 [4294967296, 4294967296, 0]',
  ],
  ['three offsets', layOut(`{${a.replace('[0,4]', '[0,4,8]')}}`, four), 'must have data_offsets [begin, end], got [0, 4, 8]'],
  [
    'offsets the wrong way round',
    layOut(`{${a.replace('[0,4]', '[4,0]')}}`, four),
    'tensor "a" must fill the bytes of F32 [1], got [4, 0]',
  ],
  ['a wrong size', layOut(`{${a.replace('[1]', '[2]')}}`, four), 'tensor "a" must fill the bytes of F32 [2], got [0, 4]'],
  [
    'a hole at the start',
    layOut(`{${a.replace('[0,4]', '[4,8]')}}`, [...four, ...four]),
    'tensor "a" must start at byte 0 of the data, got 4',
  ],
  [
    'a hole between',
    layOut(`{${a},${a.replace('"a"', '"b"').replace('[0,4]', '[8,12]')}}`, new Uint8Array(12)),
    'tensor "b" must start at byte 4 of the data, got 8',
  ],
  [
    'an overlap',
    layOut(`{${a},${a.replace('"a"', '"b"').replace('[0,4]', '[2,6]')}}`, new Uint8Array(6)),
    'tensor "b" must start at byte 4 of the data, got 2',
  ],
  [
    'two names for the same bytes',
    layOut(`{${a},${a.replace('"a"', '"b"')}}`, four),
    'tensor "b" must start at byte 4 of the data, got 0',
  ],
  ['data cut short', layOut(`{${a}}`, [0, 0, 0]), 'the file must have 4 bytes of data, got 3'],
  ['bytes left over', layOut(`{${a}}`, [...four, 0]), 'the file must have 4 bytes of data, got 5'],
  [
    'too many tensors',
    layOut(`{${Array.from({ length: 4097 }, (_, i) => `"${i}":0`).join()}}`, []),
    'the file must have at most 4096 tensors, got 4097',
  ],
])('%s is a corrupt file', (_, bytes, message) => {
  const read = () => readSafetensors(bytes);
  expect(read).toThrow(GenmodelsError);
  expect(read).toThrow('[genmodels/corrupt-file]');
  expect(read).toThrow(message);
  expect(read).toThrow('fetch or save it again');
});

test('other types of numbers are an incompatible file', () => {
  expect(() => readSafetensors(layOut('{"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}', new Uint8Array(8)))).toThrow(
    '[genmodels/incompatible-file] tensor "a" must be F32, I32, F16, got "I64"',
  );
});

test('a file of exabytes is refused before anything is allocated', () => {
  const header = '{"a":{"dtype":"F32","shape":[1048576,1048576,1024],"data_offsets":[0,4503599627370496]}}';
  expect(() => readSafetensors(layOut(header, four))).toThrow('the file must have 4503599627370496 bytes of data, got 4');
});

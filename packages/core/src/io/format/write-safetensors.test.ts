import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { GenmodelsError } from '../../errors.ts';
import type { HostTensor } from './host-tensor.ts';
import { takeApart } from './safetensors-by-hand.ts';
import { writeSafetensors } from './write-safetensors.ts';

const kernel: HostTensor = { shape: [2, 3], dtype: 'float32', values: Float32Array.of(1, -2, 0.5, 3e38, 1e-45, -0) };
const counts: HostTensor = { shape: [3], dtype: 'int32', values: Int32Array.of(1, -1, 2 ** 31 - 1) };
const scalar: HostTensor = { shape: [], dtype: 'float32', values: Float32Array.of(7) };
const empty: HostTensor = { shape: [0, 4], dtype: 'float32', values: new Float32Array() };

test('the bytes of a small file', () => {
  const bytes = writeSafetensors(new Map([['a', { shape: [1], dtype: 'float32', values: Float32Array.of(1) }]]), {
    metadata: { k: 'v' },
  });
  const header = '{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} ';
  expect(header).toHaveLength(80);
  expect([...bytes]).toEqual([80, 0, 0, 0, 0, 0, 0, 0, ...Buffer.from(header), 0, 0, 0x80, 0x3f]);
});

test('an independent reader finds every value', () => {
  const { metadata, tensors, dataStart } = takeApart(
    writeSafetensors(new Map(Object.entries({ kernel, counts, scalar, empty })), {
      metadata: { format: 'x', config: '{"a":"é"}' },
    }),
  );
  expect(metadata).toEqual({ format: 'x', config: '{"a":"é"}' });
  expect(dataStart % 8).toBe(0);
  expect(Object.keys(tensors)).toEqual(['kernel', 'counts', 'scalar', 'empty']);
  expect(tensors['kernel']).toEqual({ dtype: 'F32', shape: [2, 3], bytes: new Uint8Array(kernel.values.buffer) });
  expect(tensors['counts']).toEqual({ dtype: 'I32', shape: [3], bytes: new Uint8Array(counts.values.buffer) });
  expect(tensors['scalar']).toEqual({ dtype: 'F32', shape: [], bytes: new Uint8Array(scalar.values.buffer) });
  expect(tensors['empty']).toEqual({ dtype: 'F32', shape: [0, 4], bytes: new Uint8Array() });
});

test('float16 halves the floats, leaves the integers, and keeps each tensor aligned to its items', () => {
  const odd: HostTensor = { shape: [1], dtype: 'float32', values: Float32Array.of(1) };
  const bytes = writeSafetensors(new Map(Object.entries({ odd, counts, kernel })), { float16: true });
  const { tensors } = takeApart(bytes);
  expect(Object.entries(tensors).map(([name, { dtype, bytes }]) => [name, dtype, bytes.length])).toEqual([
    ['counts', 'I32', 12],
    ['odd', 'F16', 2],
    ['kernel', 'F16', 12],
  ]);
  expect([...new Uint16Array(tensors['kernel']!.bytes.buffer)]).toEqual([0x3c00, 0xc000, 0x3800, 0x7c00, 0, 0x8000]);
});

test('a view into a bigger buffer is written where it starts', () => {
  const values = Float32Array.of(9, 1, 2, 9).subarray(1, 3);
  const { tensors } = takeApart(writeSafetensors(new Map([['a', { shape: [2], dtype: 'float32', values }]])));
  expect([...new Float32Array(tensors['a']!.bytes.buffer)]).toEqual([1, 2]);
});

test('names that an object would reorder keep their order', () => {
  const header = Buffer.from(
    writeSafetensors(
      new Map([
        ['b', scalar],
        ['10', scalar],
        ['9', scalar],
      ]),
    ),
  ).toString('latin1');
  expect(header.match(/"(b|10|9)":/g)).toEqual(['"b":', '"10":', '"9":']);
});

const python = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!python)('Python reads it with struct and json alone', () => {
  const program = `
import json, struct, sys
file = sys.stdin.buffer.read()
(length,) = struct.unpack('<Q', file[:8])
assert length % 8 == 0 and file[8:9] == b'{'
header = json.loads(file[8:8 + length].decode('utf-8'))
data = file[8 + length:]
metadata = header.pop('__metadata__')
found = {}
for name, entry in header.items():
    begin, end = entry['data_offsets']
    count = (end - begin) // {'F32': 4, 'F16': 2, 'I32': 4}[entry['dtype']]
    code = {'F32': 'f', 'F16': 'e', 'I32': 'i'}[entry['dtype']]
    found[name] = [entry['shape'], list(struct.unpack('<%d%s' % (count, code), data[begin:end]))]
print(json.dumps([metadata, found]))`;
  const tensors = new Map<string, HostTensor>([
    ['décodeur.密度 "quoted"\n', { shape: [2, 2], dtype: 'float32', values: Float32Array.of(1, 0.5, -0.25, 1000) }],
    ['counts', counts],
  ]);
  for (const float16 of [false, true]) {
    const input = writeSafetensors(tensors, { metadata: { format: 'test' }, float16 });
    expect(JSON.parse(execFileSync('python3', ['-c', program], { input, encoding: 'utf8' }))).toEqual([
      { format: 'test' },
      {
        'décodeur.密度 "quoted"\n': [
          [2, 2],
          [1, 0.5, -0.25, 1000],
        ],
        counts: [[3], [1, -1, 2 ** 31 - 1]],
      },
    ]);
  }
});

test.each<[string, Map<string, HostTensor>, string]>([
  ['a long name', new Map([['é'.repeat(129), scalar]]), 'invalid-argument'],
  ['a name that no reader would take', new Map([['prototype', scalar]]), 'invalid-argument'],
  ['the name of the metadata', new Map([['__metadata__', scalar]]), 'invalid-argument'],
  ['half a surrogate pair', new Map([['a\ud800', scalar]]), 'invalid-argument'],
  ['too many tensors', new Map(Array.from({ length: 4097 }, (_, i) => [String(i), scalar])), 'invalid-argument'],
  ['a rank of 9', new Map([['a', { ...scalar, shape: [1, 1, 1, 1, 1, 1, 1, 1, 1] }]]), 'invalid-shape'],
  ['values that do not fill the shape', new Map([['a', { ...kernel, shape: [2, 2] }]]), 'invalid-shape'],
])('%s is refused', (_, tensors, code) => {
  expect(() => writeSafetensors(tensors)).toThrow(GenmodelsError);
  expect(() => writeSafetensors(tensors)).toThrow(`[genmodels/${code}]`);
});

test("metadata beyond the header's bound is refused", () => {
  expect(() => writeSafetensors(new Map(), { metadata: { config: 'x'.repeat(2 ** 20) } })).toThrow('must fit into 1048576 bytes');
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../json.ts';
import { decodeModelFile } from './decode-model-file.ts';
import { encodeModelFile } from './encode-model-file.ts';
import type { HostTensor } from './host-tensor.ts';
import type { ModelFile } from './model-file.ts';
import { takeApart } from './safetensors-by-hand.ts';
import { writeSafetensors } from './write-safetensors.ts';

const kernel: HostTensor = { shape: [2, 2], dtype: 'float32', values: Float32Array.of(1, -2, 1 / 3, 4) };
const steps: HostTensor = { shape: [], dtype: 'int32', values: Int32Array.of(3) };
const model: ModelFile = {
  kind: 'vae',
  config: { latent: 2, text: '"sha256":"é"' },
  tensors: new Map<string, HostTensor>(Object.entries({ 'a.kernel': kernel, steps })),
};

test('a file gives back the kind, the config and the tensors', async () => {
  expect(await decodeModelFile(await encodeModelFile(model))).toEqual(model);
});

test('equal models give equal bytes, whatever the order of their config', async () => {
  const config = { text: model.config['text']!, latent: 2 };
  expect(await encodeModelFile({ ...model, config })).toEqual(await encodeModelFile(model));
});

test('the metadata are texts, and the checksum is that of the file with its own digits zeroed', async () => {
  const bytes = await encodeModelFile(model);
  const { metadata } = takeApart(bytes);
  expect(metadata).toEqual({
    format: 'genmodels/1',
    kind: 'vae',
    config: '{"latent":2,"text":"\\"sha256\\":\\"é\\""}',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const zeroed = Buffer.from(bytes).toString('latin1').replace(metadata['sha256']!, '0'.repeat(64));
  expect(createHash('sha256').update(zeroed, 'latin1').digest('hex')).toBe(metadata['sha256']);
});

test('float16 keeps 11 bits of the floats and all of the integers', async () => {
  const { tensors } = await decodeModelFile(await encodeModelFile(model, { float16: true }));
  expect([...tensors.get('a.kernel')!.values]).toEqual([1, -2, 1365 / 4096, 4]);
  expect(tensors.get('steps')).toEqual(steps);
});

test.each([NaN, Infinity, -Infinity])('%f is neither written nor read, unless allowed', async (value) => {
  const tensors = new Map([['bad', { ...kernel, values: Float32Array.of(1, 2, value, 4) }]]);
  await expect(encodeModelFile({ ...model, tensors })).rejects.toThrow(
    `[genmodels/invalid-value] tensor "bad" must be finite, got ${value}`,
  );
  const bytes = writeSafetensors(tensors, { metadata: { format: 'genmodels/1', kind: 'vae', config: '{}' } });
  await expect(decodeModelFile(bytes, { verify: false })).rejects.toThrow(`[genmodels/invalid-value] tensor "bad"`);
  const read = await decodeModelFile(bytes, { verify: false, allowNonFinite: true });
  expect([...read.tensors.get('bad')!.values]).toEqual([1, 2, value, 4]);
});

test('a weight that no half can hold is not written as float16', async () => {
  const big = (value: number) => ({
    ...model,
    tensors: new Map([['big', { ...kernel, values: Float32Array.of(0, 0, 0, value) }]]),
  });
  await expect(encodeModelFile(big(-65_520), { float16: true })).rejects.toThrow(
    '[genmodels/invalid-value] tensor "big" must stay below 65520, got -65520',
  );
  const { tensors } = await decodeModelFile(await encodeModelFile(big(65_519), { float16: true }));
  expect(tensors.get('big')!.values[3]).toBe(65_504);
});

test.each<object>([{ a: undefined }, { a: { b: () => 1 } }, { constructor: 1 }])(
  'the config %o, which no reader would take, is not written',
  async (config) => {
    await expect(encodeModelFile({ ...model, config: config as JsonObject })).rejects.toThrow(
      '[genmodels/invalid-config] the config must be plain JSON',
    );
  },
);

test('one changed byte anywhere fails the checksum, unless it is not asked for', async () => {
  const bytes = await encodeModelFile(model);
  bytes[bytes.length - 1]! ^= 1;
  await expect(decodeModelFile(bytes)).rejects.toThrow('[genmodels/corrupt-file] the file must match its sha256');
  expect((await decodeModelFile(bytes, { verify: false })).kind).toBe('vae');
});

const metadata = { format: 'genmodels/1', kind: 'vae', config: '{}', sha256: '0'.repeat(64) };

test.each<[string, Record<string, string>, string]>([
  [
    'another program',
    { format: 'pt' },
    '[genmodels/incompatible-file] the format must be genmodels/1, got "pt". Update the genmodels packages, or load a file that they saved',
  ],
  ['no metadata', {}, '[genmodels/incompatible-file] the format must be genmodels/1, got undefined'],
  [
    'a later version',
    { ...metadata, format: 'genmodels/2' },
    '[genmodels/incompatible-file] the format must be genmodels/1, got "genmodels/2". Update',
  ],
  ['a wrong checksum', metadata, '[genmodels/corrupt-file] the file must match its sha256'],
  [
    'a short checksum',
    { ...metadata, sha256: '00' },
    '[genmodels/corrupt-file] __metadata__ must hold a sha256 of 64 hex digits',
  ],
  [
    'the checksum only inside another text',
    { ...metadata, sha256: '', config: `{"sha256":"${'0'.repeat(64)}"}` },
    '__metadata__ must hold a sha256',
  ],
])('%s is refused', async (_, texts, message) => {
  await expect(decodeModelFile(writeSafetensors(model.tensors, { metadata: texts }))).rejects.toThrow(message);
});

test.each<[string, Record<string, string>, string]>([
  ['no config', { format: 'genmodels/1', kind: 'vae' }, 'the config must be JSON, got ""'],
  ['a config that is no JSON', { ...metadata, config: '{' }, 'the config must be JSON, got "{"'],
  ['a config that is a list', { ...metadata, config: '[]' }, '__metadata__ must hold a kind and a config'],
  ['a config with a key twice', { ...metadata, config: '{"a":1,"a":2}' }, 'the config must use each key once'],
  ['a config that reaches for the prototype', { ...metadata, config: '{"__proto__":{"polluted":true}}' }, 'got "__proto__"'],
  ['no kind', { format: 'genmodels/1', config: '{}' }, '__metadata__ must hold a kind and a config'],
])('%s is corrupt', async (_, texts, message) => {
  const decoded = decodeModelFile(writeSafetensors(model.tensors, { metadata: texts }), { verify: false });
  await expect(decoded).rejects.toThrow(`[genmodels/corrupt-file]`);
  await expect(decoded).rejects.toThrow(message);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DataSpec, Dense, GenmodelsError, sizeOf, toBytes } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadVae } from './load-vae.ts';
import { loadVaeDecoder } from './load-vae-decoder.ts';
import { defineNetwork } from './network.ts';
import { mlp } from './networks/mlp.ts';
import { Vae } from './vae.ts';

const spec: DataSpec = { shape: [4, 4, 1], domain: 'binary' };
const create = () => new Vae({ spec, network: mlp({ hidden: [4] }), latent: 2 });

/** Serves a model at /vae.safetensors, and for everything else the usual page, with status 404 or, at /soft, 200. */
const model = bytesOf(create());
const server = createServer((request, response) => {
  if (request.url === '/vae.safetensors') return void model.then((bytes) => response.end(bytes));
  const page = '<!DOCTYPE html><html><body>Not found</body></html>';
  response.writeHead(request.url === '/soft' ? 200 : 404, { 'content-type': 'text/html' }).end(page);
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function bytesOf(vae: Vae): Promise<Uint8Array> {
  const bytes = await toBytes(vae);
  vae.dispose();
  return bytes;
}

test('over HTTP, a model and its decoder come with their samples', async () => {
  const vae = create();
  const loaded = await loadVae(`${origin}/vae.safetensors`);
  const decoder = await loadVaeDecoder(`${origin}/vae.safetensors`);
  const [wanted, whole, half] = await Promise.all([vae, loaded, decoder].map((model) => model.sample({ count: 3, seed: 1 })));
  expect(await whole!.data()).toEqual(await wanted!.data());
  expect(await half!.data()).toEqual(await wanted!.data());
  tf.dispose([wanted!, whole!, half!]);
  for (const model of [vae, loaded, decoder]) model.dispose();
});

test.each<[string, () => Promise<unknown>, string]>([
  ['a 404 page', () => loadVae(`${origin}/gone.safetensors`), 'storage'],
  ['a page in place of a file', () => loadVae(`${origin}/soft`), 'storage'],
  ['the bytes of a page', () => loadVae(new TextEncoder().encode('<!DOCTYPE html><p>Not found')), 'corrupt-file'],
  ['a truncated file', async () => loadVae((await bytesOf(create())).slice(0, -7)), 'corrupt-file'],
  ['a flipped bit', async () => loadVae((await bytesOf(create())).map((byte, i, { length }) => (i === length - 9 ? byte ^ 1 : byte))), 'corrupt-file'],
  ['no file', () => loadVae('no/such/model.safetensors'), 'storage'],
  ['a decoder in place of a whole model', async () => loadVae(await toBytes(create().decoder)), 'incompatible-file'],
  ['an unknown network', async () => loadVae(await bytesOf(new Vae({ spec, network: linear(), latent: 2 }))), 'incompatible-file'],
])('%s is refused with a code', async (_, run, code) => {
  const error = await run().then(() => undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(GenmodelsError);
  expect((error as GenmodelsError).code).toBe(code);
  expect((error as Error).message).toMatch(/must|got/);
});

test('a file from before there were classes and importance samples is read as ever, whole and in half', async () => {
  const vae = create();
  const { classes, importanceSamples, ...config } = vae.config;
  const bytes = await toBytes({ ...vae, kind: vae.kind, config });
  const [whole, half] = [await loadVae(bytes), await loadVaeDecoder(bytes)];
  expect([whole.config, half.config]).toEqual([vae.config, vae.decoder.config]);
  expect([classes, importanceSamples]).toEqual([0, 1]);
  const [wanted, ...got] = await Promise.all([vae, whole, half].map((model) => model.sample({ count: 2, seed: 0 })));
  for (const samples of got) expect(await samples.data()).toEqual(await wanted!.data());
  tf.dispose([wanted!, ...got]);
  for (const model of [vae, whole, half]) model.dispose();
});

test("a network of one's own comes back by its kind", async () => {
  const vae = new Vae({ spec, network: linear(), latent: 2 });
  const loaded = await loadVae(await toBytes(vae), { networks: [linear] });
  expect(loaded.config.network).toEqual({ kind: 'linear' });
  const [wanted, got] = await Promise.all([vae, loaded].map((model) => model.sample({ count: 2, seed: 0 })));
  expect(await got!.data()).toEqual(await wanted!.data());
  tf.dispose([wanted!, got!]);
  for (const model of [vae, loaded]) model.dispose();
});

const linear = defineNetwork('linear', {
  encoder({ shape }, rng) {
    const hidden = new Dense({ inputs: sizeOf(shape), units: 4 }, rng.fork('hidden'));
    return { hidden, features: 4, apply: (x) => hidden.apply(tf.reshape(x, [x.shape[0]!, -1])) };
  },
  decoder({ latent, outputShape }, rng) {
    const output = new Dense({ inputs: latent, units: sizeOf(outputShape) }, rng.fork('output'));
    return { output, apply: (z) => tf.reshape(output.apply(z), [z.shape[0], ...outputShape]) };
  },
});

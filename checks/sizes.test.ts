import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { root } from '../scripts/lib/paths.mjs';
import { bundle, bundleExport } from './lib/bundle.ts';

// What an application's users download first: minified, gzip -9, tfjs-core (20.8 kB) included, without a backend. In kB of 1000 bytes.
// A ceiling is raised only in the commit that makes the bundle grow, with the reason.
const ceilings = [
  { app: 'vae-decoder.ts', kilobytes: 31 }, // classes cost 0.4 (decision 20)
  { app: 'vae-train.ts', kilobytes: 50 },
  { app: 'gan-generator.ts', kilobytes: 34 }, // three architectures, one of which a file names
  { app: 'gan-train.ts', kilobytes: 55 },
];

test.each(ceilings)('$app weighs at most $kilobytes kB', async ({ app, kilobytes }) => {
  const { gzipped, inputs } = await bundle(app, 'build');
  const largest = inputs.slice(0, 12).map(({ file, bytes }) => `${bytes} bytes of ${file}`);
  expect(gzipped / 1000, `before gzip the largest are\n${largest.join('\n')}\n`).toBeLessThanOrEqual(kilobytes);
});

// tfjs-core's own optimizers are in every bundle (it registers them when it is imported); ours shall be where they are used.
const training = [
  /^packages\/core\/src\/train\//,
  /^packages\/core\/src\/gradients\//,
  /^packages\/vae\/src\/(vae|elbo)\.ts$/,
  /^packages\/gan\/src\/(gan|gan-discriminator|diagnostics)\.ts$/,
];

test.each(['vae-decoder.ts', 'gan-generator.ts'])('%s, which only draws, carries nothing of training', async (app) => {
  const { inputs } = await bundle(app, 'sources');
  expect(inputs.filter(({ file }) => training.some((pattern) => pattern.test(file)))).toEqual([]);
});

test.each(training)('an application that trains has %s, so that the pattern still finds it', async (pattern) => {
  const bundles = await Promise.all(['vae-train.ts', 'gan-train.ts'].map((app) => bundle(app, 'sources')));
  expect(bundles.flatMap(({ inputs }) => inputs.map(({ file }) => file))).toContainEqual(expect.stringMatching(pattern));
});

// Who embeds one model pays for one.
const models = {
  loadVae: 'vae.ts',
  loadAutoencoder: 'autoencoder/autoencoder.ts',
  loadVqVae: 'vq-vae/vq-vae.ts',
  loadPixelVae: 'pixel-vae/pixel-vae.ts',
  loadAdversarialAutoencoder: 'adversarial/adversarial-autoencoder.ts',
};

test.each(Object.entries(models))('%s brings along no other model of its package', async (load, own) => {
  const files = (await bundleExport(load, '@genmodels/vae')).inputs.map(({ file }) => file.replace('packages/vae/src/', ''));
  expect(files.filter((file) => Object.values(models).includes(file))).toEqual([own]);
});

test('the simd backend with both of its builds, not even minified, weighs at most 110 kB', () => {
  const folder = join(root, 'packages/backend-simd/dist');
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  expect(files).toHaveLength(3);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(110);
});

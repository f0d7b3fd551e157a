import { createRng, type DataSpec, type PixelDistribution } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { logisticMixture } from './logistic-mixture.ts';

const rng = createRng(5);

function mixtureOf(channels: number, levels: number, components: number): PixelDistribution {
  const spec: DataSpec = { shape: [2, 2, channels], domain: levels === 2 ? 'binary' : { levels } };
  return logisticMixture({ components }).distribution(spec);
}

/** All colours that a pixel may have. */
function allPixels({ channels, levels }: PixelDistribution): number[][] {
  return Array.from({ length: levels ** channels }, (_, i) =>
    Array.from({ length: channels }, (_, channel) => (Math.floor(i / levels ** channel) % levels) / (levels - 1)));
}

/** p of each of them. */
function masses(distribution: PixelDistribution, parameters: Float32Array): number[] {
  const pixels = allPixels(distribution);
  const logs = tf.tidy(() => {
    const x = tf.tensor4d(pixels.flat(), [pixels.length, 1, 1, distribution.channels]);
    const given = tf.tensor4d(parameters, [1, 1, 1, parameters.length]);
    return distribution.logProb(x, tf.tile(given, [pixels.length, 1, 1, 1])).dataSync();
  });
  return [...logs].map(Math.exp);
}

/** How often each of them is drawn. */
function counts(distribution: PixelDistribution, parameters: Float32Array, draws: number, temperature = 1): number[] {
  const uniforms = createRng(9).fillUniform(new Float32Array(draws * distribution.uniforms));
  const found = new Array<number>(distribution.levels ** distribution.channels).fill(0);
  const pixel = new Float32Array(distribution.channels);
  for (let i = 0; i < draws; i++) {
    const own = uniforms.subarray(i * distribution.uniforms, (i + 1) * distribution.uniforms);
    distribution.draw({ parameters, pixel: pixel.fill(0), turn: 0, uniforms: own, temperature });
    const place = pixel.reduceRight((sum, value) => sum * distribution.levels + Math.round(value * (distribution.levels - 1)), 0);
    found[place]! += 1;
  }
  return found;
}

const cases: [channels: number, levels: number, components: number][] = [[1, 2, 1], [1, 7, 3], [2, 4, 2], [3, 3, 4], [4, 2, 3]];

test.each(cases)('%i colours of %i levels, %i components: draws follow exactly the masses (chi-square)', (channels, levels, components) => {
  const distribution = mixtureOf(channels, levels, components);
  const parameters = rng.fork(`${channels}`).fillNormal(new Float32Array(distribution.parameters));
  const draws = 20_000;
  const found = counts(distribution, parameters, draws);
  const expected = masses(distribution, parameters).map((mass) => mass * draws);
  expect(Math.min(...expected)).toBeGreaterThan(1);
  const statistic = expected.reduce((sum, count, i) => sum + (found[i]! - count) ** 2 / count, 0);
  const freedom = expected.length - 1;
  expect(statistic).toBeLessThan(freedom + 3 * Math.sqrt(2 * freedom) + 4); // beyond about one in a thousand
});

test.each([
  ['a wide one', 0, 1], ['a narrow one', 0.3, -5], ['narrower than a level', -0.2, -12],
  ['beyond black', -3, -2], ['beyond white', 2.5, -3], ['nearly even', 0, 6], ['all white', 40, -7],
])('the masses of 0 to 255 sum to 1: %s', (_, mean, logScale) => {
  const distribution = mixtureOf(1, 256, 2);
  const parameters = Float32Array.of(0.5, -0.5, mean, mean + 0.1, logScale, logScale + 0.5);
  const sum = masses(distribution, parameters).reduce((a, b) => a + b);
  expect(Math.abs(sum - 1)).toBeLessThan(2e-5);
});

test('colours of a pixel: the masses of all of them sum to 1', () => {
  const distribution = mixtureOf(3, 4, 3);
  const parameters = rng.fork('sum').fillNormal(new Float32Array(distribution.parameters));
  expect(Math.abs(masses(distribution, parameters).reduce((a, b) => a + b) - 1)).toBeLessThan(2e-5);
});

test('temperature 0 draws the mean of the likeliest component, whatever the uniforms', () => {
  const distribution = mixtureOf(2, 5, 2);
  //                      logits  means            log scales  green on red
  const parameters = Float32Array.of(0, 2, 9, 0.5, 9, 0.01, 0, 0, 0, 0, 0, 50);
  const found = counts(distribution, parameters, 50, 0);
  expect(found[3 + 5 * 3]).toBe(50); // red 0.5 of [-1, 1] is level 3 of 4; green is 0.01 plus all of red
});

test('three parameters a component for one colour, ten for three; draws are levels', () => {
  expect(mixtureOf(1, 256, 10).parameters).toBe(30);
  expect(logisticMixture().distribution({ shape: [4, 4, 3], domain: { levels: 256 } }).parameters).toBe(100);
  expect(() => logisticMixture({ components: 0 })).toThrow('logisticMixture.components must be an integer of at least 1, got 0');
  expect(() => mixtureOf(1, 300, 1)).toThrow('needs images of 2 to 256 levels');
});

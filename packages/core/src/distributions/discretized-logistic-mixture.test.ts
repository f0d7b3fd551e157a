import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { registerGradients } from '../gradients/register.ts';
import { createRng } from '../rng.ts';
import {
  drawLogisticMixture,
  type LogisticMixture,
  logisticMixtureLogProb,
  logisticMixtureParameters,
} from './discretized-logistic-mixture.ts';

beforeAll(registerGradients);

/** Every value of a pixel, [levels^channels, channels] in [0, 1]. */
function everyPixel({ channels, levels }: LogisticMixture): number[][] {
  return Array.from({ length: levels ** channels }, (_, i) =>
    Array.from({ length: channels }, (_, channel) => (Math.floor(i / levels ** channel) % levels) / (levels - 1)),
  );
}

/** log p of every value of a pixel with these parameters. */
function logMasses(parameters: number[], mixture: LogisticMixture): number[] {
  const pixels = everyPixel(mixture);
  const rows = tf.tile(tf.tensor2d([parameters]), [pixels.length, 1]);
  return [...logisticMixtureLogProb(tf.tensor2d(pixels), rows, mixture).dataSync()];
}

function drawParameters(mixture: LogisticMixture, seed: number): number[] {
  return [...createRng(seed).fillNormal(new Float32Array(logisticMixtureParameters(mixture)))];
}

/** The definition, word by word, in float64 with plain differences of logistics. */
function definition(x: number[], parameters: number[], { channels, components, levels }: LogisticMixture): number {
  const sigmoid = (t: number): number => 1 / (1 + Math.exp(-t));
  const at = (block: number, component: number): number => parameters[block * components + component]!;
  const value = (channel: number): number => 2 * x[channel]! - 1;
  let [total, weights] = [0, 0];
  for (let k = 0; k < components; k++) {
    let mass = Math.exp(at(0, k));
    weights += mass;
    let pair = 1 + 2 * channels;
    for (let c = 0; c < channels; c++) {
      let mean = at(1 + c, k);
      for (let earlier = 0; earlier < c; earlier++) mean += Math.tanh(at(pair++, k)) * value(earlier);
      const scale = Math.exp(at(1 + channels + c, k));
      const above = x[c] === 1 ? 1 : sigmoid((value(c) + 1 / (levels - 1) - mean) / scale);
      const below = x[c] === 0 ? 0 : sigmoid((value(c) - 1 / (levels - 1) - mean) / scale);
      mass *= above - below;
    }
    total += mass;
  }
  return Math.log(total / weights);
}

test('ten parameters a component for three channels, three for one', () => {
  expect(logisticMixtureParameters({ channels: 3, components: 10 })).toBe(100);
  expect(logisticMixtureParameters({ channels: 1, components: 5 })).toBe(15);
  expect(logisticMixtureParameters({ channels: 4, components: 2 })).toBe(30);
});

test.each<LogisticMixture>([
  { channels: 1, components: 1, levels: 2 },
  { channels: 1, components: 3, levels: 256 },
  { channels: 2, components: 2, levels: 16 },
  { channels: 3, components: 2, levels: 5 },
  { channels: 4, components: 3, levels: 3 },
])('%j: the masses of all pixels are those of the definition and sum to 1', (mixture) => {
  const parameters = drawParameters(mixture, 1);
  const actual = logMasses(parameters, mixture);
  everyPixel(mixture).forEach((x, i) => expect(actual[i]).toBeCloseTo(definition(x, parameters, mixture), 3));
  expect(actual.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 4);
});

test.each([-30, -7, -3, 4])('log scales of %d: the 256 masses sum to 1', (logScale) => {
  const masses = logMasses([0, 0.3, -0.2, 0.9, logScale, logScale], { channels: 1, components: 2, levels: 256 });
  expect(masses.every(Number.isFinite)).toBe(true);
  expect(masses.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 4);
});

test('one value an image, the sum over its pixels', () => {
  const mixture = { channels: 3, components: 2, levels: 4 };
  const parameters = createRng(0).normal<tf.Rank.R4>([2, 2, 1, 20]);
  const x = tf.div(tf.round(tf.mul(createRng(1).uniform<tf.Rank.R4>([2, 2, 1, 3]), 3)), 3);
  const rows = parameters.arraySync().flat(2);
  const each = (x.arraySync() as number[][][][]).flat(2).map((pixel, i) => definition(pixel, rows[i]!, mixture));
  const actual = logisticMixtureLogProb(x, parameters, mixture).dataSync();
  expect(actual[0]).toBeCloseTo(each[0]! + each[1]!, 4);
  expect(actual[1]).toBeCloseTo(each[2]! + each[3]!, 4);
});

test('slopes and second slopes agree with differences of the definition', () => {
  const mixture = { channels: 3, components: 2, levels: 4 };
  const parameters = drawParameters(mixture, 5);
  const x = [1 / 3, 1, 0];
  const slope = tf.grad((p) => logisticMixtureLogProb(tf.tensor2d([x]), p, mixture));
  const weights = drawParameters(mixture, 6);
  const bend = tf.grad((p) => tf.sum(tf.mul(slope(p), [weights])));
  const [first, second] = [slope, bend].map((each) => each(tf.tensor2d([parameters])).dataSync());
  const h = 1e-4;
  const moved = (i: number, by: number, from = parameters): number[] => from.map((value, j) => (j === i ? value + by : value));
  const exact = (at: number[]): number => definition(x, at, mixture);
  const slopes = (at: number[]): number[] => at.map((_, i) => (exact(moved(i, h, at)) - exact(moved(i, -h, at))) / (2 * h));
  const weighted = (at: number[]): number => slopes(at).reduce((sum, value, i) => sum + value * weights[i]!, 0);
  slopes(parameters).forEach((value, i) => expect(first![i]).toBeCloseTo(value, 3));
  parameters.forEach((_, i) => {
    expect(second![i]).toBeCloseTo((weighted(moved(i, h)) - weighted(moved(i, -h))) / (2 * h), 3);
  });
});

test('a saturated pixel keeps a slope that leads back', () => {
  const mixture = { channels: 1, components: 1, levels: 256 };
  const far = tf.tensor2d([[0, 50, -7]]); // the mean lies 50 half-ranges, some 50,000 scales, above the value
  const slope = tf.grad((p) => logisticMixtureLogProb(tf.tensor2d([[0.5]]), p, mixture))(far).dataSync();
  expect([...slope].every(Number.isFinite)).toBe(true);
  expect(slope[1]! / -Math.exp(7)).toBeCloseTo(1, 3);
});

test('draws are levels and follow the masses, channels together', () => {
  const mixture = { channels: 2, components: 2, levels: 3 };
  const parameters = [0.3, -0.3, -0.5, 0.6, 0.2, -0.4, -1, -1.5, -0.5, -1, 2, -1.5];
  const count = 4000;
  const rows = tf.tile(tf.tensor2d([parameters]), [count, 1]);
  const draws = drawLogisticMixture(rows, mixture, createRng(0)).arraySync() as number[][];
  const tally = new Map<string, number>();
  for (const draw of draws) tally.set(draw.join(), (tally.get(draw.join()) ?? 0) + 1);
  const masses = logMasses(parameters, mixture).map(Math.exp);
  everyPixel(mixture).forEach((pixel, i) => {
    const share = (tally.get(pixel.join()) ?? 0) / count;
    expect(Math.abs(share - masses[i]!), pixel.join()).toBeLessThan(4 * Math.sqrt((masses[i]! * (1 - masses[i]!)) / count));
  });
});

test('draws have the shape of the parameters', () => {
  const parameters = createRng(0).normal<tf.Rank.R4>([2, 3, 4, 20]);
  expect(drawLogisticMixture(parameters, { channels: 3, components: 2, levels: 256 }, createRng(1)).shape).toEqual([2, 3, 4, 3]);
});

test('a low temperature draws the mean of the likeliest component', () => {
  const parameters = tf.tile(tf.tensor2d([[0, 0.5, -0.9, 0, 0, 0]]), [50, 1]);
  const draws = drawLogisticMixture(parameters, { channels: 1, components: 2, levels: 5 }, createRng(0), 1e-4);
  expect(new Set(draws.dataSync())).toEqual(new Set([0.5]));
});

test('both functions leave only their result', () => {
  const mixture = { channels: 3, components: 2, levels: 256 };
  const [x, parameters] = [tf.zeros([2, 5, 3]), tf.zeros([2, 5, 20])];
  const before = tf.memory().numTensors;
  tf.dispose([logisticMixtureLogProb(x, parameters, mixture), drawLogisticMixture(parameters, mixture, createRng(1))]);
  expect(tf.memory().numTensors).toBe(before);
});

import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Batch, BatchSource, Objective, ObjectiveLoss, Trainable } from '../model.ts';
import { createRng } from '../rng.ts';
import { adam } from './adam.ts';
import { fit } from './fit.ts';
import type { FitOptions } from './fit-options.ts';
import type { Optimizer } from './optimizer.ts';
import { sgd } from './sgd.ts';
import { withWeights } from './weights.ts';

function scalar(value: number): tf.Variable<tf.Rank.R0> {
  return tf.tidy(() => tf.variable(tf.scalar(value)));
}

/** y = slope x + offset, fitted to pairs [x, y]. */
class Line implements Trainable {
  readonly kind = 'line';
  readonly config = {};
  readonly slope = scalar(0);
  readonly offset = scalar(0);
  readonly unused = scalar(5);
  readonly steps: number[] = [];

  objectives(): Objective[] {
    const variables = [this.slope, this.offset, this.unused];
    return [{ name: 'error', variables, loss: (batch, _, { step, mode }) => this.#loss(batch, step, mode) }];
  }

  dispose(): void {
    tf.dispose([this.slope, this.offset, this.unused]);
  }

  #loss({ x }: Batch, step: number, mode: string): ObjectiveLoss {
    if (mode === 'train') this.steps.push(step);
    const [input, target] = tf.unstack(x, 1) as [tf.Tensor1D, tf.Tensor1D];
    const error = tf.sub(tf.add(tf.mul(input, this.slope), this.offset), target);
    return { loss: tf.mean<tf.Scalar>(tf.square(error)), metrics: { largest: tf.max<tf.Scalar>(tf.abs(error)) } };
  }
}

/** Points of y = 2x + 1, another draw at every step. */
const points: BatchSource = {
  spec: { shape: [2], domain: 'real' },
  stepsPerEpoch: 10,
  batch: (step) => {
    const inputs = createRng(9).fork(step).fillNormal(new Float32Array(8));
    return { x: tf.tensor2d(Array.from(inputs, (input) => [input, 2 * input + 1])) };
  },
};

function values(line: Line): number[] {
  return [line.slope, line.offset].map((variable) => variable.dataSync()[0]!);
}

/** Runs and disposes a line; gives what it learned. */
async function train(options: Partial<FitOptions> & Record<string, unknown>, source = points) {
  const line = new Line();
  try {
    const report = await fit(line, source, { steps: 200, seed: 0, optimizer: adam({ learningRate: 0.1 }), ...options });
    return { report, weights: values(line), seen: line.steps };
  } finally {
    line.dispose();
  }
}

test('fit finds the line', async () => {
  const { weights, report } = await train({});
  expect(weights).toEqual([expect.closeTo(2, 2), expect.closeTo(1, 2)]);
  expect(report).toMatchObject({ steps: 200, stopped: 'completed' });
  expect(report.history.at(-1)).toMatchObject({ step: 200, steps: 200, epoch: 20 });
  expect(Object.keys(report.history[0]!.values)).toEqual(['error', 'error/largest']);
});

test('the same seed gives the same history and weights', async () => {
  const [first, second] = [await train({}), await train({})];
  expect(second).toEqual(first);
});

test('epochs count passes over the source', async () => {
  const { report } = await train({ epochs: 3, steps: undefined as never });
  expect(report.steps).toBe(30);
});

test('history holds means since the last report, and does not depend on how often they are read', async () => {
  const single = await train({ steps: 6, reportEvery: 1 });
  const triple = await train({ steps: 6, reportEvery: 3 });
  const errors = single.report.history.map((entry) => entry.values['error']!);
  const mean = (part: number[]) => part.reduce((sum, error) => sum + error) / part.length;
  expect(triple.report.history.map((entry) => entry.values['error'])).toEqual([
    expect.closeTo(mean(errors.slice(0, 3)), 5),
    expect.closeTo(mean(errors.slice(3)), 5),
  ]);
  expect(triple.weights).toEqual(single.weights);
});

test('a sum of accumulated batches is the mean of their gradients', async () => {
  const halves: BatchSource = {
    ...points,
    batch: async (step) => {
      const whole = await points.batch(Math.floor(step / 2));
      const x = tf.slice(whole.x, [4 * (step % 2), 0], [4, 2]);
      whole.x.dispose();
      return { x };
    },
  };
  const optimizer = sgd({ learningRate: 0.1 });
  const { weights } = await train({ steps: 5, optimizer, accumulate: 2 }, halves);
  const whole = await train({ steps: 5, optimizer });
  weights.forEach((weight, i) => expect(weight).toBeCloseTo(whole.weights[i]!, 5));
});

test('frozen variables stay, and a path that is none is named', async () => {
  const { weights } = await train({ freeze: ['offset'] });
  expect(weights[1]).toBe(0);
  await expect(train({ freeze: ['ofset'] })).rejects.toThrow('freeze names "ofset", but the model has only slope, offset, unused');
});

test('the gradient norm is bounded', async () => {
  const { weights } = await train({ steps: 1, optimizer: sgd({ learningRate: 1 }), clipNorm: 0.01 });
  expect(Math.hypot(...weights)).toBeCloseTo(0.01, 6);
});

test('a loss that reaches no variable changes none, with bounded gradients too', async () => {
  const line = new Line();
  const loss = () => ({ loss: tf.scalar(1) });
  const model: Trainable = { kind: 'apart', config: {}, objectives: () => [{ name: 'apart', variables: [line.slope], loss }], dispose: () => {}, ...{ line } };
  await fit(model, points, { steps: 1, seed: 0, clipNorm: 1 });
  expect(values(line)).toEqual([0, 0]);
  line.dispose();
});

test('a rule may hand a slot back as it was', async () => {
  const before = tf.memory().numTensors;
  const still: Optimizer = {
    config: { kind: 'still', learningRate: 0.1 },
    slots: ['rest'],
    update: (variable, gradient, slots, { learningRate }) => {
      const change = tf.add(gradient, slots['rest']!); // zeros
      return { value: tf.sub(variable, tf.mul(change, learningRate)), slots };
    },
  };
  const { weights } = await train({ steps: 3, optimizer: still });
  expect(weights).toEqual((await train({ steps: 3, optimizer: sgd({ learningRate: 0.1 }) })).weights);
  expect(tf.memory().numTensors).toBe(before);
});

test('a schedule scales the learning rate', async () => {
  const optimizer = sgd({ learningRate: 0.1 });
  const half = await train({ steps: 1, optimizer, schedule: () => 0.5 });
  const whole = await train({ steps: 1, optimizer });
  half.weights.forEach((weight, i) => expect(weight).toBeCloseTo(whole.weights[i]! / 2, 6));
});

test('validation changes no weight and looks at the same noise each time', async () => {
  const seen: number[] = [];
  const callbacks = { onValidation: ({ step }: { step: number }) => void seen.push(step) };
  const validated = await train({ steps: 25, validation: { source: points, every: 10 }, callbacks });
  expect(seen).toEqual([10, 20, 25]);
  expect(validated.weights).toEqual((await train({ steps: 25 })).weights);
});

test('patience ends a run that no longer gets better', async () => {
  const validation = { source: points, every: 1, patience: 3 };
  const { report } = await train({ steps: 100, optimizer: sgd({ learningRate: 0 }), validation });
  expect(report).toMatchObject({ steps: 4, stopped: 'patience' });
});

test('patience is not at its end while later looks get better, whatever one of them was', async () => {
  const line = new Line();
  let look = 0;
  const losses = [5, Number.NaN, 4, 3, 2, 1];
  const loss: Objective['loss'] = (_, __, { mode }) => ({
    loss: mode === 'train' ? tf.square<tf.Scalar>(line.slope) : tf.scalar(losses[look++]!),
  });
  const model: Trainable = { kind: 'given', config: {}, objectives: () => [{ name: 'given', variables: [line.slope], loss }], dispose: () => {}, ...{ line } };
  const validation = { source: { ...points, stepsPerEpoch: 1 }, every: 1, patience: 2 };
  expect(await fit(model, points, { steps: 6, seed: 0, validation })).toMatchObject({ steps: 6, stopped: 'completed' });
  line.dispose();
});

test('in validation every example counts alike, in a smaller last batch too', async () => {
  const rows = [[0, 1], [0, 1], [0, 1], [0, 5]]; // slope and offset are 0: the squared errors are 1, 1, 1, 25
  const inPieces = (sizes: number[]): BatchSource => {
    const start = (i: number) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
    return { ...points, stepsPerEpoch: sizes.length, batch: (i) => ({ x: tf.tensor2d(rows.slice(start(i), start(i + 1))) }) };
  };
  for (const sizes of [[4], [3, 1]]) {
    const validation = { source: inPieces(sizes), every: 1 };
    const { report } = await train({ steps: 1, optimizer: sgd({ learningRate: 0 }), validation });
    expect(report.validation[0]!.values['error']).toBeCloseTo(7, 5);
  }
});

test.each([undefined, 0])('a validation source with %s batches is refused before training starts', async (stepsPerEpoch) => {
  const read: number[] = [];
  const counted: BatchSource = { ...points, batch: (step) => (read.push(step), points.batch(step)) };
  const validation = { source: { ...points, stepsPerEpoch } as BatchSource, every: 100 };
  await expect(train({ validation }, counted)).rejects.toThrow('fit.validation.source must say how many batches a pass has');
  expect(read).toEqual([]);
});

test('a run that ends between two reports reports its last steps too', async () => {
  const controller = new AbortController();
  const source: BatchSource = { ...points, batch: (step) => (step === 2 && controller.abort(), points.batch(step)) };
  const { report } = await train({ signal: controller.signal }, source);
  expect(report).toMatchObject({ steps: 3, stopped: 'aborted', history: [{ step: 3 }] });
});

test('an abort ends after the step at hand and keeps what was learned', async () => {
  const controller = new AbortController();
  const callbacks = { onReport: () => controller.abort() };
  const { report, weights } = await train({ reportEvery: 7, callbacks, signal: controller.signal });
  expect(report).toMatchObject({ steps: 7, stopped: 'aborted' });
  expect(weights[0]).not.toBe(0);
});

test('averaged weights come in the report and can be tried on', async () => {
  const line = new Line();
  const report = await fit(line, points, { steps: 50, seed: 0, ema: 0.9, optimizer: adam({ learningRate: 0.1 }) });
  const last = values(line);
  const averaged = await withWeights(line, report.ema!, () => values(line));
  expect(averaged[0]).toBe(report.ema!.get('slope')!.values[0]);
  expect(averaged).not.toEqual(last);
  expect(values(line)).toEqual(last);
  line.dispose();
});

test('two players have their own optimizers, repeats and fresh batches', async () => {
  const line = new Line();
  const read: number[] = [];
  const source: BatchSource = { ...points, batch: (step) => (read.push(step), points.batch(step)) };
  const [{ loss }] = line.objectives() as [Objective];
  const objectives = () => [
    { name: 'slope', variables: [line.slope], repeat: 2, loss },
    { name: 'offset', variables: [line.offset], loss },
  ];
  const model: Trainable = { kind: 'players', config: {}, objectives, dispose: () => {}, ...{ line } };
  const optimizer = { slope: sgd({ learningRate: 0.1 }), offset: sgd({ learningRate: 0 }) };
  await fit(model, source, { steps: 3, seed: 0, optimizer });
  expect(read).toEqual([0, 1, 2, 3, 4, 5]);
  expect(values(line)[0]).not.toBe(0);
  expect(values(line)[1]).toBe(0);
  await expect(fit(model, source, { steps: 1, seed: 0, optimizer: { slope: sgd() } })).rejects.toThrow('an entry for the objective "offset"');
  line.dispose();
});

test('NaN in the data is found in its batch', async () => {
  const poisoned: BatchSource = { ...points, batch: (step) => (step === 4 ? { x: tf.fill([8, 2], Number.NaN) } : points.batch(step)) };
  await expect(train({}, poisoned)).rejects.toThrow(/invalid-value.*batch 4 of the source/);
});

test('weights that only the last update broke are found too', async () => {
  await expect(train({ steps: 1, optimizer: sgd({ learningRate: 3e38 }) })).rejects.toThrow(/diverged.*the last update left slope/);
});

test('a run that diverges says which weight broke', async () => {
  await expect(train({ optimizer: sgd({ learningRate: 1e30 }) })).rejects.toThrow(/diverged.*not finite is slope/);
});

test.each([
  [{ steps: 5, epochs: 1 }, 'fit needs either steps or epochs'],
  [{ seed: -1 }, 'seed must be an integer'],
  [{ stesp: 5 }, 'fit has no option "stesp"'],
  [{ accumulate: 0 }, 'fit.accumulate must be an integer of at least 1, got 0'],
])('fit refuses %j', async (options, message) => {
  await expect(train(options)).rejects.toThrow(message);
});

test('nothing is left behind, on success, abort and error', async () => {
  const before = tf.memory().numTensors;
  const failing: BatchSource = { ...points, batch: (step) => (step === 3 ? Promise.reject(new Error('gone')) : points.batch(step)) };
  const wrong: BatchSource = { ...points, batch: () => ({ x: tf.zeros([3]) }) };
  await train({ ema: 0.9, validation: { source: points, every: 50 } });
  await train({ signal: AbortSignal.abort() });
  await expect(train({}, failing)).rejects.toThrow('gone');
  await expect(train({}, wrong)).rejects.toThrow();
  // The second of two accumulated batches fails: while the first is under way, and when the first has its gradients.
  const slow = async (step: number) => (await new Promise((resolve) => setTimeout(resolve, 5)), points.batch(step));
  const gone: BatchSource = { ...points, batch: (step) => (step === 1 ? Promise.reject(new Error('gone')) : slow(step)) };
  const second: BatchSource = { ...points, batch: (step) => (step === 1 ? { x: tf.zeros([3]) } : points.batch(step)) };
  await expect(train({ accumulate: 2 }, gone)).rejects.toThrow('gone');
  await expect(train({ accumulate: 2 }, second)).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(tf.memory().numTensors).toBe(before);
});

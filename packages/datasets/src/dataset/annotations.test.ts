import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { readBatch } from '../testing/read-batch.ts';
import { Dataset } from './dataset.ts';

/** Four points i = 0 to 3 with a class, a choice and a measure. */
function annotated(): Dataset {
  return Dataset.from({
    values: Float32Array.of(0, 1, 2, 3),
    shape: [1],
    domain: 'real',
    labels: [0, 1, 0, 1],
    classNames: ['even', 'odd'],
    attributes: { choice: Int32Array.of(3, 2, 1, 0), measure: [0.5, 1.5, 2.5, 3.5] },
    name: 'four',
  });
}

test('attributes come out as float32 columns, whatever went in', () => {
  const { choice, measure } = annotated().attributes!;
  expect(choice).toEqual(Float32Array.of(3, 2, 1, 0));
  expect(measure).toEqual(Float32Array.of(0.5, 1.5, 2.5, 3.5));
});

test('the arrays that went in may change afterwards', () => {
  const given = { labels: [0], classNames: ['a'], choice: Float32Array.of(7) };
  const { labels, classNames } = given;
  const data = Dataset.from({ values: new Float32Array(1), shape: [1], domain: 'real', labels, classNames, attributes: { choice: given.choice } });
  given.labels[0] = 9;
  given.classNames[0] = 'b';
  given.choice[0] = 9;
  expect([data.labels![0], data.classNames![0], data.attributes!['choice']![0]]).toEqual([0, 'a', 7]);
});

test('take, split and binarize keep what is known of each example', async () => {
  const first = annotated().take(2);
  expect(first.attributes).toEqual({ choice: Float32Array.of(3, 2), measure: Float32Array.of(0.5, 1.5) });
  expect(first.classNames).toEqual(['even', 'odd']);
  for (const part of annotated().split(0.5, { seed: 3 })) {
    const { x } = await readBatch({ x: part.examples([0, 1]) });
    expect(Array.from(part.attributes!['choice']!)).toEqual(x.map((i) => 3 - i));
    expect(Array.from(part.labels!)).toEqual(x.map((i) => i % 2));
    expect(part.classNames).toEqual(['even', 'odd']);
  }
  const known = { labels: [1], classNames: ['a', 'b'], attributes: { age: [4] } };
  const grey = Dataset.from({ values: Float32Array.of(0.5), shape: [1], domain: 'unit', ...known });
  for (const mode of ['static', 'dynamic'] as const) {
    const { labels, classNames, attributes } = grey.binarize(mode, { seed: 0 });
    expect({ labels, classNames, attributes }).toEqual({ labels: Int32Array.of(1), classNames: ['a', 'b'], attributes: { age: Float32Array.of(4) } });
  }
});

test('an attribute of whole numbers can take the place of the classes, whose names it does not have', async () => {
  const data = annotated().labelledBy('choice');
  expect(data.labels).toEqual(Int32Array.of(3, 2, 1, 0));
  expect(data.classNames).toBeUndefined();
  expect(data.attributes).toEqual(annotated().attributes);
  expect((await readBatch(data.batches({ size: 4, shuffle: false }).batch(0))).labels).toEqual([3, 2, 1, 0]);
  expect(annotated().labels).toEqual(Int32Array.of(0, 1, 0, 1));
});

test('labelledBy refuses measures, and names which attributes there are', () => {
  expect(() => annotated().labelledBy('measure')).toThrow('labels[0] must be an integer from 0, got 0.5');
  expect(() => annotated().labelledBy('age')).toThrow('attribute must be one of ["choice", "measure"], which "four" has, got "age"');
  expect(() => annotated().labelledBy('toString')).toThrow('attribute must be one of');
});

test.each([
  [{ attributes: { age: [1, 2] } }, '[genmodels/invalid-shape] attributes.age must hold one number for each of 1 examples, got 2'],
  [{ attributes: { age: [Number.NaN] } }, '[genmodels/invalid-value] attributes.age[0] must be a finite number, got NaN'],
  [{ attributes: { age: [1e39] } }, '[genmodels/invalid-value] attributes.age[0] must be a finite number, got 1e+39'],
  [{ classNames: ['a'] }, '[genmodels/invalid-argument] classNames name the classes of labels: pass labels too'],
  [{ labels: [2], classNames: ['a', 'b'] }, '[genmodels/invalid-argument] classNames must hold a name for each class from 0 to 2, got ["a", "b"]'],
  [{ labels: [2 ** 31] }, '[genmodels/invalid-value] labels[0] must be an integer from 0, got 2147483648'],
])('refuses %o', (annotations, message) => {
  const before = tf.memory().numTensors;
  expect(() => Dataset.from({ values: new Float32Array(1), shape: [1], domain: 'real', ...annotations })).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

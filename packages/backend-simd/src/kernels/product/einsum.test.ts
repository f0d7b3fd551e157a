import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { SimdBackend } from '../../backend.ts';
import { runOn } from '../../testing/compare.ts';
import { startSimd } from '../../testing/start.ts';

beforeAll(() => startSimd({ threads: 2 }));

const sizes: Readonly<Record<string, number>> = { a: 2, b: 3, c: 4, d: 5, e: 2 };

const operand = (letters: string, seed: number) => {
  const shape = [...letters].map((letter) => sizes[letter]!);
  return tf.tensor(Float32Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i * 12.9898 + seed)), shape);
};

const letters = (of: readonly string[]) => fc.shuffledSubarray([...of]).map((some) => some.slice(0, 4).join(''));
const equations = fc
  .array(letters(Object.keys(sizes)), { minLength: 1, maxLength: 2 })
  .chain((terms) => fc.record({ terms: fc.constant(terms), output: letters([...new Set(terms.join(''))]) }));

/** One product for each choice of an index a letter, added up where the output has it. */
function naive(terms: readonly string[], output: string, operands: readonly Float32Array[]): number[] {
  const all = [...new Set(terms.join(''))];
  const counts = all.map((letter) => sizes[letter]!);
  const place = (term: string, indices: readonly number[]) => [...term].reduce((at, letter) => at * sizes[letter]! + indices[all.indexOf(letter)]!, 0);
  const sums = new Array<number>([...output].reduce((size, letter) => size * sizes[letter]!, 1)).fill(0);
  for (let i = 0; i < tf.util.sizeFromShape(counts); i++) {
    const indices = tf.util.indexToLoc(i, counts.length, tf.util.computeStrides(counts));
    sums[place(output, indices)]! += terms.reduce((product, term, j) => product * operands[j]![place(term, indices)]!, 1);
  }
  return sums;
}

test('sums of products, whatever letter stands where', async () => {
  await fc.assert(
    fc.asyncProperty(equations, async ({ terms, output }) => {
      const { values, shapes } = await runOn('simd', () => [tf.einsum(`${terms}->${output}`, ...terms.map(operand)), ...terms.map(operand)]);
      const [actual, ...operands] = values.map((each) => Float32Array.from(each)) as [Float32Array, ...Float32Array[]];
      expect(shapes[0]).toEqual([...output].map((letter) => sizes[letter]));
      expect(Math.max(...naive(terms, output, operands).map((value, i) => Math.abs(value - actual[i]!)))).toBeLessThan(1e-4);
    }),
    { numRuns: 200 },
  );
});

test('what equals its input outlives it', async () => {
  const outlives = async (backend: string) => {
    await tf.setBackend(backend);
    const x = tf.tensor2d([[1, 2], [3, 4]]);
    const y = tf.einsum('ij->ij', x);
    x.dispose();
    return y.data().then(() => true, () => false);
  };
  expect(await outlives('cpu')).toBe(false);
  expect(await outlives('simd')).toBe(true);
});

test('an output has each letter once', async () => {
  await expect(runOn('simd', () => tf.einsum('a->aa', operand('a', 1)))).rejects.toThrow('each letter once, got a->aa');
});

test('no memory is left', () => {
  const { heap } = (tf.backend() as unknown as SimdBackend).machine;
  const before = heap.bytesInUse;
  tf.dispose(tf.tidy(() => ['ab->ba', 'ab->', 'abc,adc->abd', 'bac,dac->dba', 'ab,cd->ad', 'abc,ac->ca'].map((equation) =>
    tf.einsum(equation, ...equation.split('->')[0]!.split(',').map(operand)))));
  expect(heap.bytesInUse).toBe(before);
});

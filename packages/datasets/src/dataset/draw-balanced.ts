import { drawPermutation, type Rng } from '@genmodels/core';

/**
 * The numbers of `count` examples, drawn at random, but so that classes take turns: as many of each, as far as there are, and so it is of
 * the first of them, however few one takes. `labels` are classes from 0.
 */
export function drawBalanced(labels: Int32Array, count: number, rng: Rng): Uint32Array {
  const order = drawPermutation(labels.length, rng);
  const classes = labels.reduce((most, label) => Math.max(most, label + 1), 0);
  const queues = Array.from({ length: classes }, (_, label) => order.filter((index) => labels[index] === label));
  const turns = Math.max(...queues.map((queue) => queue.length));
  const inTurn = Array.from({ length: turns }, (_, turn) =>
    queues.flatMap((queue) => Array.from(queue.subarray(turn, turn + 1))),
  );
  return Uint32Array.from(inTurn.flat().slice(0, count));
}

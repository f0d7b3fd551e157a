import type * as tf from '@tensorflow/tfjs-core';
import { checkCount } from '../check-count.ts';
import { check, show } from '../errors.ts';
import { pauser } from '../pause.ts';
import { describeTensor } from '../shape.ts';
import { type CodeDistance, codeDistances, type DistanceName } from './code-distances.ts';
import { NearestList } from './nearest-list.ts';

export interface LatentNeighborsOptions {
  /** How many of each query. @default 1 */
  readonly count?: number;
  /** 'cosine' is 1 less the cosine of the angle, from 0 to 2: for codes whose lengths say nothing. @default 'euclidean' */
  readonly distance?: 'euclidean' | 'cosine';
  readonly signal?: AbortSignal;
}

/** The codes nearest to each query, nearest first: those of query i stand from place i * count on. */
export interface LatentNeighbors {
  /** Which codes they are: [queries * count]. `tf.gather(images, indices)` are their images. */
  readonly indices: Int32Array;
  /** How far they are from their query: [queries * count]. */
  readonly distances: Float64Array;
}

/**
 * Which codes [n, dimensions] lie nearest to each of the queries [queries, dimensions], found by comparing all with all on the host, in
 * float64: the same on every backend, and of equally near ones the first. A query that is among the codes finds itself, at distance 0.
 * Beside copies of both, memory grows with the answer alone, and other work of the host goes on. Where sets are so large that this takes
 * too long, `nearestNeighbors` of @genmodels/metrics lets the backend sieve.
 *
 * Rejects with 'invalid-shape' where the two do not fit each other, with 'invalid-value' where a number is not finite or, for angles, a
 * code is all zeros, and with the signal's reason when aborted.
 */
export async function latentNeighbors(
  codes: tf.Tensor2D,
  queries: tf.Tensor2D,
  { count = 1, distance = 'euclidean', signal }: LatentNeighborsOptions = {},
): Promise<LatentNeighbors> {
  checkFit(codes, queries, count);
  const measure = measureOf(distance);
  const [among, asked] = [await read(codes, 'codes', distance), await read(queries, 'queries', distance)];
  const rest = pauser();
  const lists: NearestList[] = [];
  for (let from = 0; from < asked.length; from += queries.shape[1]) {
    signal?.throwIfAborted();
    lists.push(nearestTo(asked.subarray(from, from + queries.shape[1]), among, measure, count));
    await rest();
  }
  return {
    indices: Int32Array.from(lists.flatMap(({ indices }) => indices)),
    distances: Float64Array.from(
      lists.flatMap(({ keys }) => keys),
      measure.fromKey,
    ),
  };
}

function nearestTo(query: Float32Array, among: Float32Array, { key }: CodeDistance, count: number): NearestList {
  const list = new NearestList(count);
  const width = query.length;
  for (let i = 0; i * width < among.length; i++) list.offer(i, key(query, 0, among, i * width, width));
  return list;
}

function checkFit(codes: tf.Tensor2D, queries: tf.Tensor2D, count: number): void {
  check(
    codes?.rank === 2 && queries?.rank === 2 && codes.shape[1] === queries.shape[1] && codes.shape[1] > 0,
    'invalid-shape',
    () => `codes and queries must be [n, dimensions] of one size, got ${describeTensor(codes)} and ${describeTensor(queries)}`,
  );
  checkCount('count', count);
  check(count <= codes.shape[0], 'invalid-argument', () => `count must be at most the ${codes.shape[0]} codes, got ${count}`);
}

function measureOf(name: DistanceName): CodeDistance {
  const names = Object.keys(codeDistances);
  check(names.includes(name), 'invalid-argument', () => `distance must be one of ${names.join(', ')}, got ${show(name)}`);
  return codeDistances[name];
}

/** A row after another. */
async function read(codes: tf.Tensor2D, name: string, distance: DistanceName): Promise<Float32Array> {
  const values = Float32Array.from(await codes.data());
  const width = codes.shape[1];
  const bad = values.findIndex((value) => !Number.isFinite(value));
  check(bad < 0, 'invalid-value', () => `${name} must be finite, got ${values[bad]} in row ${Math.floor(bad / width)}`);
  if (distance === 'cosine') checkLengths(values, width, name);
  return values;
}

function checkLengths(values: Float32Array, width: number, name: string): void {
  for (let from = 0; from < values.length; from += width) {
    const some = values.subarray(from, from + width).some((value) => value !== 0);
    check(some, 'invalid-value', () => `${name} must not be all zeros, which have no angle, but row ${from / width} is`);
  }
}

import { expect, test } from 'vitest';
import type { Peer } from '../peers/peer.ts';
import { emptyResults, fastest, Measurements, median, record } from './results.ts';

const peer: Peer = { kind: 'simd', threads: 2 };

test('the runs of all rounds count as one', () => {
  const results = emptyResults(peer);
  record(results, { about: 'Node' });
  record(results, { work: 'tanh', times: [3, 9, 4] });
  record(results, { work: 'tanh', times: [5, 1] });
  record(results, { work: 'exp', note: 'no such kernel' });
  expect(new Measurements([results], median).time('tanh', peer)).toBe(4);
  expect(new Measurements([results], fastest).time('tanh', peer)).toBe(1);
  expect(new Measurements([results], median).time('exp', peer)).toBeUndefined();
});

test('a peer is another one with other threads', () => {
  const results = emptyResults(peer);
  record(results, { work: 'tanh', times: [3] });
  expect(new Measurements([results], median).time('tanh', { kind: 'simd', threads: 1 })).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Node, Peer } from '../peers/peer.ts';
import { goalTable } from './goals.ts';
import { emptyResults, Measurements, median, type PeerResults } from './results.ts';

const node20: Node = { version: '20.20.2', path: 'node' };
const node24: Node = { version: '24.21.0', path: 'node' };

function took(peer: Peer, times: Record<string, number>): PeerResults {
  return { ...emptyResults(peer), times: Object.fromEntries(Object.entries(times).map(([work, time]) => [work, [time]])) };
}

function goalsOn(node: Node, peers: readonly PeerResults[], startUps: Record<string, number> = {}) {
  const measurements = new Measurements(peers, median);
  return goalTable(measurements, { node, ceiling: 1.6, ceilingOf: { kind: 'wasm', node }, startUps }).rows;
}

test('a goal is a ratio of speeds: half the time is 2 x', () => {
  const peers = [took({ kind: 'wasm', node: node20 }, { tanh: 30 }), took({ kind: 'simd', threads: 1, node: node20 }, { tanh: 1.5 })];
  expect(goalsOn(node20, peers)).toEqual([['tanh / stock wasm', '20.0 x', '15 x', 'met']]);
});

test('training meets PyTorch at its best, and relaxed SIMD must do better than baseline SIMD', () => {
  const pytorch = [took({ kind: 'pytorch', threads: 1 }, { dcgan: 90 }), took({ kind: 'pytorch', threads: 2 }, { dcgan: 80 })];
  const on = (node: Node) => goalsOn(node, [...pytorch, took({ kind: 'simd', threads: 2, node }, { dcgan: 100 })]);
  expect(on(node20)).toEqual([['dcgan: two threads / PyTorch at its best', '0.800 x', '0.6 x', 'met']]);
  expect(on(node24)).toEqual([['dcgan: two threads / PyTorch at its best', '0.800 x', '0.9 x', 'MISSED']]);
});

test('two threads are held against what two processes reach', () => {
  const peers = [1, 2].map((threads) => took({ kind: 'simd', threads, node: node20 }, { 'product-512': threads === 1 ? 15 : 10 }));
  expect(goalsOn(node20, peers)).toEqual([['product-512: two threads / the ceiling', '0.938 x', '0.9 x', 'met']]);
});

test('times are goals too, at most', () => {
  expect(goalsOn(node20, [], { simd: 101 })).toEqual([['start-up', '101 ms', '100 ms', 'MISSED']]);
});

import type { Node, Peer } from './peer.ts';

/** Everybody, in the order of the columns. What runs in Node does so once in each of these Nodes, stock cpu only in the first. */
export function allPeers(nodes: readonly Node[]): Peer[] {
  return [
    { kind: 'cpu', node: nodes[0]! },
    ...nodes.flatMap(peersIn),
    { kind: 'pytorch', threads: 1 },
    { kind: 'pytorch', threads: 2 },
  ];
}

function peersIn(node: Node): Peer[] {
  return [
    { kind: 'wasm', node },
    { kind: 'simd', build: 'baseline', threads: 1, node },
    { kind: 'simd', threads: 1, node },
    { kind: 'simd', threads: 2, node },
  ];
}

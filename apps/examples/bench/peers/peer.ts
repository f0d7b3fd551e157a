import type { Work } from '../works/work.ts';

/** One way to do the work: a library, its build, its threads, and the Node that it runs in. */
export interface Peer {
  readonly kind: 'cpu' | 'wasm' | 'simd' | 'pytorch';
  /** Of simd. @default the fastest that the Node can run */
  readonly build?: 'relaxed' | 'baseline' | 'scalar';
  /** Of simd and PyTorch. @default 1 */
  readonly threads?: number;
  /** Of all but PyTorch. */
  readonly node?: Node;
}

export interface Node {
  /** '24.21.0' */
  readonly version: string;
  /** The program. */
  readonly path: string;
}

/** What a process of a peer is asked to do, as JSON on its command line. */
export interface PeerTask {
  readonly peer: Peer;
  readonly works: readonly Work[];
  /** Time for each piece of work. */
  readonly milliseconds: number;
}

/** PyTorch has a profiler of its own, whose table it prints. */
export interface ProfileTask {
  readonly peer: Peer;
  readonly profile: Work;
}

/** A line of JSON that such a process prints. */
export type Finding =
  | { readonly missing: string }
  | { readonly about: string }
  | { readonly work: string; readonly times: readonly number[] }
  | { readonly work: string; readonly note: string };

/** One word a line, so that it can stand above a column: 'simd\nbaseline\n1 thread\nNode 20'. */
export function headingOf({ kind, build, threads, node }: Peer): string[] {
  const name = kind === 'pytorch' ? 'PyTorch' : kind;
  const count = threads === undefined ? '' : threads === 1 ? '1 thread' : `${threads} threads`;
  return [
    name,
    kind === 'simd' ? (build ?? 'default') : '',
    count,
    node === undefined ? '' : `Node ${node.version.split('.')[0]}`,
  ];
}

/** 'simd, baseline, 1 thread, Node 20' */
export function nameOf(peer: Peer): string {
  return headingOf(peer)
    .filter((word) => word !== '')
    .join(', ');
}

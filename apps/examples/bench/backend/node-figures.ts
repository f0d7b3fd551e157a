import { type Node, nameOf, type Peer } from '../peers/peer.ts';
import { startUpTime } from '../peers/start-up-time.ts';
import { catalogue } from '../works/catalogue.ts';
import type { ProductWork } from '../works/work.ts';
import { twoThreadCeiling } from './ceiling.ts';
import { median, type PeerResults } from './results.ts';
import { threeDigits } from './tables.ts';
import type { TextTable } from './text-table.ts';

/** What is measured on a Node apart from the works. */
export interface NodeFigures {
  readonly node: Node;
  /** Two independent processes at once, as a multiple of one alone. */
  readonly ceiling: number;
  /** Whose product it was measured with. */
  readonly ceilingOf: Peer;
  /** Milliseconds by what starts. */
  readonly startUps: Readonly<Record<string, number>>;
}

/** Undefined where neither simd nor stock wasm runs on this Node. */
export async function measureNode(node: Node, all: readonly PeerResults[]): Promise<NodeFigures | undefined> {
  const ran = all.filter(({ missing }) => missing === undefined).map(({ peer }) => nameOf(peer));
  const peers: Peer[] = [
    { kind: 'simd', threads: 1, node },
    { kind: 'wasm', node },
  ];
  const ceilingOf = peers.find((peer) => ran.includes(nameOf(peer)));
  if (ceilingOf === undefined) return undefined;
  process.stderr.write(`measuring ceiling and start-up, Node ${node.version} ...\n`);
  const work = catalogue().find(({ id }) => id === 'product-512') as ProductWork;
  const ceiling = await twoThreadCeiling(ceilingOf, work, 1500);
  return { node, ceiling, ceilingOf, startUps: await startUps(node) };
}

/** Medians of five fresh processes. What is not built has no entry. */
async function startUps(node: Node): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const kind of ['cpu', 'wasm', 'simd'] as const) {
    const times = await repeat(5, () => startUpTime(kind, node));
    if (times.length === 0) continue;
    found['tfjs-core'] ??= median(times.map(({ core }) => core));
    found[kind] = median(times.map(({ backend }) => backend));
  }
  return found;
}

/** Until one is missing. */
async function repeat<T>(count: number, run: () => Promise<T | undefined>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i++) {
    const result = await run();
    if (result === undefined) break;
    results.push(result);
  }
  return results;
}

export function nodeTable(figures: readonly NodeFigures[]): TextTable {
  const row = (name: string, cell: (figures: NodeFigures) => string) => [name, ...figures.map(cell)];
  const startUp = (kind: string) => (of: NodeFigures) =>
    of.startUps[kind] === undefined ? 'not built' : threeDigits(of.startUps[kind]);
  return {
    title: 'This machine and start-up',
    headings: [[''], ...figures.map(({ node }) => [`Node ${node.version}`])],
    rows: [
      row('two processes at once, times one alone (512x512x512)', ({ ceiling }) => threeDigits(ceiling)),
      row('measured with', ({ ceilingOf }) => ceilingOf.kind),
      row('import of tfjs-core, ms', startUp('tfjs-core')),
      row('on top of it cpu until its first op, ms', startUp('cpu')),
      row('on top of it wasm until its first op, ms', startUp('wasm')),
      row('on top of it simd with two threads until its first op, ms', startUp('simd')),
    ],
  };
}

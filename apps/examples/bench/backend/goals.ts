import type { Node, Peer } from '../peers/peer.ts';
import type { NodeFigures } from './node-figures.ts';
import type { Measurements } from './results.ts';
import { threeDigits } from './tables.ts';
import type { TextTable } from './text-table.ts';

/** What simd shall reach on one Node: at least so many times what it is compared with, or at most so many milliseconds. */
interface Goal {
  readonly what: string;
  /** Absent where it was not measured. */
  readonly reached: number | undefined;
  readonly unit: 'x' | 'ms';
  readonly goal: number;
}

export function goalTable(measurements: Measurements, figures: NodeFigures): TextTable {
  const goals = goalsOf(contestOn(figures.node, measurements), figures).filter(({ reached }) => reached !== undefined);
  return {
    title: `Goals of simd on Node ${figures.node.version}, all from this run`,
    headings: [['goal'], ['reached'], ['wanted'], ['']],
    rows: goals.map(({ what, reached, unit, goal }) => {
      const met = unit === 'x' ? reached! >= goal : reached! <= goal;
      return [what, `${threeDigits(reached!)} ${unit}`, `${goal} ${unit}`, met ? 'met' : 'MISSED'];
    }),
  };
}

/** Who meets whom. */
interface Contest {
  /** Whether this Node runs relaxed SIMD without a flag. */
  readonly relaxed: boolean;
  readonly wasm: Peer;
  readonly baseline: Peer;
  readonly oneThread: Peer;
  readonly twoThreads: Peer;
  time(work: string, peer: Peer): number | undefined;
  /** PyTorch with one thread or with two, whichever is faster. */
  bestOfPyTorch(work: string): number | undefined;
}

function contestOn(node: Node, measurements: Measurements): Contest {
  const time = (work: string, peer: Peer) => measurements.time(work, peer);
  return {
    relaxed: Number.parseInt(node.version, 10) >= 22,
    wasm: { kind: 'wasm', node },
    baseline: { kind: 'simd', build: 'baseline', threads: 1, node },
    oneThread: { kind: 'simd', threads: 1, node },
    twoThreads: { kind: 'simd', threads: 2, node },
    time,
    bestOfPyTorch(work) {
      const times = [1, 2].map((threads) => time(work, { kind: 'pytorch', threads }) ?? Infinity);
      return Number.isFinite(Math.min(...times)) ? Math.min(...times) : undefined;
    },
  };
}

function goalsOf(contest: Contest, { ceiling, startUps }: NodeFigures): Goal[] {
  const { time, oneThread, twoThreads } = contest;
  const atOnce = ratio(time('product-512', oneThread), time('product-512', twoThreads));
  return [
    ...productGoals(contest, 'product-512'),
    ...productGoals(contest, 'product-mlp'),
    { what: 'product-512: two threads / the ceiling', reached: ratio(atOnce, ceiling), unit: 'x', goal: 0.9 },
    ...convolutionGoals(contest),
    ...elementwiseGoals(contest),
    { what: 'normals', reached: time('normals', oneThread), unit: 'ms', goal: 25 },
    ...trainingGoals(contest),
    { what: 'start-up', reached: startUps['simd'], unit: 'ms', goal: 100 },
  ];
}

function productGoals({ time, relaxed, wasm, baseline, oneThread }: Contest, id: string): Goal[] {
  const stock = time(id, wasm);
  const own = time(id, oneThread);
  return [
    { what: `${id}: baseline / stock wasm`, reached: ratio(stock, time(id, baseline)), unit: 'x', goal: 1.2 },
    ...(relaxed ? [{ what: `${id}: relaxed / stock wasm`, reached: ratio(stock, own), unit: 'x', goal: 1.9 } as const] : []),
    { what: `${id}: A transposed / neither`, reached: ratio(own, time(`${id}-a`, oneThread)), unit: 'x', goal: 0.9 },
    { what: `${id}: B transposed / neither`, reached: ratio(own, time(`${id}-b`, oneThread)), unit: 'x', goal: 0.9 },
  ];
}

function convolutionGoals({ time, wasm, oneThread }: Contest): Goal[] {
  const forward = time('conv-forward', oneThread);
  const against = (id: string) => ratio(forward, time(id, oneThread));
  return [
    { what: 'conv-forward / stock wasm', reached: ratio(time('conv-forward', wasm), forward), unit: 'x', goal: 1.5 },
    { what: 'conv-input-gradient / conv-forward', reached: against('conv-input-gradient'), unit: 'x', goal: 0.8 },
    { what: 'conv-filter-gradient / conv-forward', reached: against('conv-filter-gradient'), unit: 'x', goal: 0.8 },
  ];
}

function elementwiseGoals({ time, wasm, oneThread }: Contest): Goal[] {
  const goals = { tanh: 15, exp: 12, sigmoid: 3 };
  return Object.entries(goals).map(([id, goal]) => {
    return { what: `${id} / stock wasm`, reached: ratio(time(id, wasm), time(id, oneThread)), unit: 'x', goal };
  });
}

function trainingGoals({ time, relaxed, twoThreads, bestOfPyTorch }: Contest): Goal[] {
  const goals = relaxed
    ? { 'mlp-vae': 1, 'conv-vae': 1, pixelcnn: 0.65, dcgan: 0.9 }
    : { 'mlp-vae': 0.7, 'conv-vae': 0.7, pixelcnn: 0.45, dcgan: 0.6 };
  return Object.entries(goals).map(([id, goal]) => {
    const reached = ratio(bestOfPyTorch(id), time(id, twoThreads));
    return { what: `${id}: two threads / PyTorch at its best`, reached, unit: 'x', goal };
  });
}

function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a / b;
}

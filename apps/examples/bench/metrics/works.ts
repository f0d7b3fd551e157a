import {
  type BareFeatures,
  densityCoverage,
  frechetDistance,
  kernelDistance,
  linearProbe,
  nearestNeighbors,
  precisionRecall,
} from '@genmodels/metrics';
import { clusters, normals, pictures } from './sets.ts';

/** Something that a metric does, and the seconds within which it shall be done on two cores. */
export interface MetricWork {
  readonly name: string;
  readonly goal?: number;
  /** Runs that are measured, after one that is not. */
  readonly runs: number;
  /** True where the backend does most of it, so that stock wasm is a peer. */
  readonly onBackend: boolean;
  /** Makes what the work needs, and gives the work. */
  prepare(): Promise<() => Promise<unknown>>;
}

export function metricWorks(): MetricWork[] {
  return [
    {
      name: 'Fréchet distance, 2 x 10,000 examples of 2,048 features',
      goal: 60,
      runs: 1,
      onBackend: false,
      prepare: async () => onPair(normals(10_000, 2048), (sets) => frechetDistance(sets)),
    },
    {
      name: 'precision and recall, 2 x 10,000 of 64',
      goal: 20,
      runs: 3,
      onBackend: true,
      prepare: async () => onPair(normals(10_000, 64), (sets) => precisionRecall(sets)),
    },
    {
      name: 'density and coverage, 2 x 10,000 of 64',
      goal: 20,
      runs: 3,
      onBackend: true,
      prepare: async () => onPair(normals(10_000, 64), (sets) => densityCoverage(sets)),
    },
    {
      name: 'kernel distance, 2 x 10,000 of 64',
      runs: 3,
      onBackend: true,
      prepare: async () => onPair(normals(10_000, 64), (sets) => kernelDistance(sets)),
    },
    {
      name: 'nearest 8 of 100 among 60,000 MNIST pictures, by pixels',
      goal: 2,
      runs: 5,
      onBackend: true,
      async prepare() {
        const { of, among } = await pictures(100);
        return () => nearestNeighbors({ of, among, k: 8 });
      },
    },
    {
      name: 'linear probe, 60,000 of 128, 10 classes',
      goal: 60,
      runs: 1,
      onBackend: false,
      async prepare() {
        const [train, test] = [clusters(60_000, 128, 0), clusters(10_000, 128, 1)];
        return () => linearProbe({ train, test });
      },
    },
  ];
}

type Pair = { readonly reference: BareFeatures; readonly generated: BareFeatures };

async function onPair([reference, generated]: readonly [BareFeatures, BareFeatures], work: (sets: Pair) => Promise<unknown>) {
  return () => work({ reference, generated });
}

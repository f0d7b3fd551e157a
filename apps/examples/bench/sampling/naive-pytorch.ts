import { median } from '../backend/results.ts';
import type { Finding, PeerTask } from '../peers/peer.ts';
import { runPeer } from '../peers/run-peer.ts';

/** Work that PyTorch alone is asked for: pixels of the reference PixelCNN, the whole network for each. */
interface SamplingTask extends PeerTask {
  readonly samplings: readonly {
    readonly id: string;
    readonly kind: 'sampling';
    readonly images: number;
    readonly side: number;
  }[];
}

/** Seconds that a naive sampler in PyTorch takes, by the side of the images, or why there are none. */
type NaivePyTorch = ReadonlyMap<number, number> | { readonly missing: string };

/** A process with two threads draws pixels for some seconds; that is scaled to all, since every pixel costs it the same. */
export async function naivePyTorch(images: number, sides: readonly number[]): Promise<NaivePyTorch> {
  const samplings = sides.map((side) => ({ id: `${side}`, kind: 'sampling' as const, images, side }));
  const task: SamplingTask = { peer: { kind: 'pytorch', threads: 2 }, works: [], milliseconds: 4000, samplings };
  const seconds = new Map<number, number>();
  let missing: string | undefined;
  const onFinding = (finding: Finding) => {
    if ('missing' in finding) missing = finding.missing;
    if ('times' in finding) seconds.set(Number(finding.work), (median(finding.times) / 1000) * Number(finding.work) ** 2);
  };
  try {
    if ((await runPeer(task, onFinding, 30_000)) === 'late') missing = 'PyTorch has not answered within 30 s';
  } catch (error) {
    missing = `PyTorch failed: ${(error as Error).message}`;
  }
  return missing === undefined ? seconds : { missing };
}

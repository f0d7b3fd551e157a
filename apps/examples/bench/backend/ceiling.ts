import type { Finding, Peer } from '../peers/peer.ts';
import { runPeer } from '../peers/run-peer.ts';
import type { ProductWork } from '../works/work.ts';
import { median } from './results.ts';

/**
 * How much faster two threads can be here than one: two independent processes of one thread at the same time against one alone,
 * on the same product. Two processors that share a core come to less than 2.
 */
export async function twoThreadCeiling(peer: Peer, work: ProductWork, milliseconds: number): Promise<number> {
  const time = () => medianTime(peer, work, milliseconds);
  const before = await time();
  const together = await Promise.all([time(), time()]);
  const after = await time();
  const alone = (before + after) / 2;
  return alone / together[0] + alone / together[1];
}

async function medianTime(peer: Peer, work: ProductWork, milliseconds: number): Promise<number> {
  const times: number[] = [];
  const onFinding = (finding: Finding) => {
    if ('times' in finding) times.push(...finding.times);
  };
  await runPeer({ peer, works: [work], milliseconds }, onFinding, 60_000);
  return median(times);
}

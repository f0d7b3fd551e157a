import { nameOf, type Peer } from '../peers/peer.ts';
import { runPeer } from '../peers/run-peer.ts';
import { catalogue } from '../works/catalogue.ts';
import type { Work } from '../works/work.ts';
import type { BackendOptions } from './options.ts';
import { emptyResults, type PeerResults, record } from './results.ts';

/** Seconds that a peer may take for one piece of work, warm-up and all. */
const patience = 20;

/**
 * Every peer does every work, in a process of its own, one at a time. In rounds, so that a machine that slows down does so for all
 * of them; stock cpu, which nobody means to beat by a little, only in the first.
 */
export async function compare(peers: readonly Peer[], options: BackendOptions): Promise<PeerResults[]> {
  const works = catalogue().filter(({ id, title }) => options.work.test(id) || options.work.test(title));
  const all = peers.filter((peer) => options.peer.test(nameOf(peer))).map(emptyResults);
  for (let round = 1; round <= options.rounds; round++) {
    const present = all.filter(({ peer, missing }) => missing === undefined && (round === 1 || peer.kind !== 'cpu'));
    for (const results of present) {
      process.stderr.write(`round ${round} of ${options.rounds}: ${nameOf(results.peer)} ...\n`);
      await measure(results, works, options.milliseconds);
    }
  }
  return all;
}

/** Where a work takes too long, the next ones go on in a new process. */
async function measure(results: PeerResults, works: readonly Work[], milliseconds: number): Promise<void> {
  const { peer, notes } = results;
  for (const { id, slowOnCpu } of works) if (slowOnCpu && peer.kind === 'cpu') notes[id] = '> 5 s';
  let waiting = works.filter(({ id }) => notes[id] === undefined);
  const onFinding = (finding: Parameters<typeof record>[1]) => {
    if ('work' in finding) waiting = waiting.filter(({ id }) => id !== finding.work);
    record(results, finding);
  };
  while (waiting.length > 0 && results.missing === undefined) {
    try {
      const end = await runPeer({ peer, works: waiting, milliseconds }, onFinding, patience * 1000);
      const given = waiting.shift(); // a process that ends in time has left nothing
      if (given !== undefined) notes[given.id] = end === 'late' ? `> ${patience} s` : 'no answer';
    } catch (error) {
      results.missing = `failed: ${(error as Error).message}`;
    }
  }
}

import { nameOf } from '../peers/peer.ts';
import { fastest, median, type PeerResults } from './results.ts';
import { shortNote } from './tables.ts';

/** What the reader of the tables must know besides: versions, who is missing, what failed, how steady the machine was. */
export function notes(peers: readonly PeerResults[]): string[] {
  const versions = new Set(peers.map(({ about }) => about).filter((about) => about !== ''));
  return [...versions, ...peers.flatMap(failuresOf), ...steadiness(peers)];
}

function failuresOf({ peer, missing, notes }: PeerResults): string[] {
  if (missing !== undefined) return [`${nameOf(peer)}: ${missing}`];
  const failures = Object.entries(notes).filter(([, note]) => shortNote(note) !== note);
  return failures.map(([work, note]) => `${nameOf(peer)}, ${work}: ${note}`);
}

/** On a machine that does nothing else the median run takes a few percent longer than the fastest. */
function steadiness(peers: readonly PeerResults[]): string[] {
  const spreads = peers.flatMap(({ times }) => Object.values(times).map((runs) => median(runs) / fastest(runs) - 1));
  if (spreads.length === 0) return [];
  const typical = median(spreads);
  const steady = `The median run of a work took typically ${Math.round(100 * typical)} % longer than the fastest one.`;
  const advice = 'Other programs were running: measure again when the machine is quiet, or look at the fastest runs (--fastest).';
  return typical < 0.15 ? [steady] : [steady, advice];
}

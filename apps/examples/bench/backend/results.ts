import { type Finding, nameOf, type Peer } from '../peers/peer.ts';

/** What is known of one peer. */
export interface PeerResults {
  readonly peer: Peer;
  about: string;
  /** Why it did not run. */
  missing?: string;
  /** Milliseconds of every run, by work. */
  readonly times: Record<string, number[]>;
  /** Why there are none. */
  readonly notes: Record<string, string>;
}

export function emptyResults(peer: Peer): PeerResults {
  return { peer, about: '', times: {}, notes: {} };
}

export function record(results: PeerResults, finding: Finding): void {
  if ('missing' in finding) results.missing = finding.missing;
  else if ('about' in finding) results.about = finding.about;
  else if ('note' in finding) results.notes[finding.work] = finding.note;
  else results.times[finding.work] = [...(results.times[finding.work] ?? []), ...finding.times];
}

/** One number of many runs. */
export type Summary = (times: readonly number[]) => number;

export function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

export function fastest(times: readonly number[]): number {
  return Math.min(...times);
}

/** All peers, as tables and goals look at them. */
export class Measurements {
  readonly peers: readonly PeerResults[];
  readonly #summary: Summary;

  constructor(peers: readonly PeerResults[], summary: Summary) {
    this.peers = peers;
    this.#summary = summary;
  }

  /** Milliseconds of one run, where the peer did the work. */
  time(work: string, peer: Peer): number | undefined {
    const name = nameOf(peer);
    const times = this.peers.find((results) => nameOf(results.peer) === name)?.times[work];
    return times === undefined ? undefined : this.#summary(times);
  }
}

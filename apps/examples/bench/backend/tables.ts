import { headingOf } from '../peers/peer.ts';
import { catalogue } from '../works/catalogue.ts';
import { operationsOf, type Work } from '../works/work.ts';
import type { Measurements, PeerResults } from './results.ts';
import type { TextTable } from './text-table.ts';

/** A table for each kind of work that somebody did, with a column for each peer that ran. */
export function measuredTables(measurements: Measurements): TextTable[] {
  const peers = measurements.peers.filter(({ missing }) => missing === undefined);
  const works = catalogue().filter(({ id }) => peers.some(({ times }) => times[id] !== undefined));
  const table = (title: string, kinds: readonly Work['kind'][]): TextTable => ({
    title,
    headings: [['', '', '', ''], ...peers.map(({ peer }) => headingOf(peer))],
    rows: works.filter(({ kind }) => kinds.includes(kind)).map((work) => rowOf(work, peers, measurements)),
  });
  const tables = [
    table('Products, GFLOP/s (more is better)', ['product']),
    table('Convolutions, GFLOP/s (more is better)', ['convolution']),
    table('Elementwise, milliseconds', ['elementwise', 'normals']),
    table('One training step with Adam, milliseconds', ['training']),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

function rowOf(work: Work, peers: readonly PeerResults[], measurements: Measurements): string[] {
  return [work.title, ...peers.map(({ peer, notes }) => cellOf(work, measurements.time(work.id, peer), notes[work.id]))];
}

function cellOf(work: Work, milliseconds: number | undefined, note = ''): string {
  if (milliseconds === undefined) return note === '' ? '' : shortNote(note);
  const operations = operationsOf(work);
  return threeDigits(operations === undefined ? milliseconds : operations / milliseconds / 1e6);
}

/** A note that would spoil the table is printed below it. */
export function shortNote(note: string): string {
  return note.length <= 14 ? note : 'failed';
}

/** 0.123, 1.23, 12.3, 123, 1234 */
export function threeDigits(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

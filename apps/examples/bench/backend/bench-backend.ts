import { loadavg } from 'node:os';
import { allPeers } from '../peers/all-peers.ts';
import { findNodes } from '../peers/find-nodes.ts';
import { printProfile } from '../profile/print-profile.ts';
import { compare } from './compare.ts';
import { goalTable } from './goals.ts';
import { measureNode, nodeTable } from './node-figures.ts';
import { notes } from './notes.ts';
import { readBackendOptions, usage } from './options.ts';
import { fastest, Measurements, median } from './results.ts';
import { measuredTables } from './tables.ts';
import { toText } from './text-table.ts';
import { writeRun } from './write-run.ts';

/** `pnpm bench backend`: @genmodels/backend-simd beside stock backends and PyTorch, or the profile of one network. */
export async function benchBackend(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(usage);
  const options = readBackendOptions(args);
  if (options.profile !== undefined) return printProfile(options.profile);

  const nodes = findNodes(options.nodes);
  const peers = await compare(allPeers(nodes), options);
  const figures = [];
  for (const node of nodes) figures.push(await measureNode(node, peers));
  const known = figures.filter((found) => found !== undefined);
  const measurements = new Measurements(peers, options.fastest ? fastest : median);

  const ofNodes = known.length === 0 ? [] : [nodeTable(known), ...known.map((found) => goalTable(measurements, found))];
  const tables = [...measuredTables(measurements), ...ofNodes].filter(({ rows }) => rows.length > 0);
  for (const table of tables) console.log(toText(table));
  console.log(['', ...notes(peers)].join('\n'));
  console.log(`\n${await writeRun({ peers, figures: known, tables, load: loadavg() })}`);
}

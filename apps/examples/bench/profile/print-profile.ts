import { spawnSync } from 'node:child_process';
import type { ProfileOptions } from '../backend/options.ts';
import { toText } from '../backend/text-table.ts';
import { commandOf } from '../peers/command.ts';
import { nameOf } from '../peers/peer.ts';
import { startBackend } from '../peers/start-backend.ts';
import { catalogue } from '../works/catalogue.ts';
import { profileNetwork } from './profile-network.ts';
import { profileTable } from './profile-table.ts';

/** `pnpm bench backend --profile pixelcnn`: where a step's time goes. */
export async function printProfile(options: ProfileOptions): Promise<void> {
  const { network, peer, shapes } = options;
  if (peer.kind === 'pytorch') return printPyTorchProfile(options);
  const missing = await startBackend(peer);
  if (missing !== undefined) return console.log(missing);
  const profile = await profileNetwork(network);
  console.log(`${nameOf(peer)}, Node ${process.versions.node}`);
  console.log(toText(profileTable(profile, { shapes })));
}

function printPyTorchProfile({ network, peer }: ProfileOptions): void {
  const work = catalogue().find(({ id }) => id === network)!;
  const [program, ...args] = commandOf({ peer, profile: work });
  spawnSync(program, args, { stdio: 'inherit' });
}

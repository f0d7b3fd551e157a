import { parseArgs } from 'node:util';
import { type NetworkId, networkIds } from '../networks/network.ts';
import type { Peer } from '../peers/peer.ts';

/** What `pnpm bench backend` shall do. */
export interface BackendOptions {
  /** How often each peer starts anew. */
  readonly rounds: number;
  /** Time for a piece of work in a round. */
  readonly milliseconds: number;
  /** Versions of Node beside this one. */
  readonly nodes: readonly string[];
  /** Only peers and works whose names match. */
  readonly peer: RegExp;
  readonly work: RegExp;
  /** Shows the fastest run of each, not the median: for a machine that is busy with other things. */
  readonly fastest: boolean;
  /** Instead of all that: where the time of one network goes. */
  readonly profile?: ProfileOptions;
}

export interface ProfileOptions {
  readonly network: NetworkId;
  readonly peer: Peer;
  readonly shapes: boolean;
}

export const usage = `pnpm bench backend [options]
  --rounds 3             how often each peer starts anew
  --milliseconds 400     for each piece of work in a round
  --node 24.21.0         this Node too (Linux on x64; from npm); may be repeated
  --peer PATTERN         only peers whose name matches: 'simd', 'wasm|PyTorch'
  --work PATTERN         only works whose name matches: 'product', 'pixelcnn'
  --fastest              the fastest run of each instead of the median

pnpm bench backend --profile pixelcnn [options]
  --peer simd            cpu, wasm, simd or pytorch
  --build baseline       of simd: relaxed, baseline or scalar; else the fastest that runs
  --threads 1            of simd and pytorch
  --shapes               a row for each shape`;

export function readBackendOptions(args: readonly string[]): BackendOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      milliseconds: { type: 'string', default: '400' },
      node: { type: 'string', multiple: true, default: [] },
      peer: { type: 'string' },
      work: { type: 'string', default: '' },
      fastest: { type: 'boolean', default: false },
      profile: { type: 'string' },
      build: { type: 'string' },
      threads: { type: 'string' },
      shapes: { type: 'boolean', default: false },
    },
  });
  const { profile, shapes } = values;
  return {
    rounds: Number(values.rounds),
    milliseconds: Number(values.milliseconds),
    nodes: values.node,
    peer: new RegExp(values.peer ?? '', 'i'),
    work: new RegExp(values.work, 'i'),
    fastest: values.fastest,
    ...(profile !== undefined && {
      profile: { network: oneOf(networkIds, profile, '--profile'), peer: readPeer(values), shapes },
    }),
  };
}

interface PeerWords {
  readonly peer?: string | undefined;
  readonly build?: string | undefined;
  readonly threads?: string | undefined;
}

function readPeer({ peer = 'simd', build, threads = '1' }: PeerWords): Peer {
  const kind = oneOf(['cpu', 'wasm', 'simd', 'pytorch'] as const, peer, '--peer');
  if (kind === 'cpu' || kind === 'wasm') return { kind }; // one thread and one build, whatever is asked for
  const builds = ['relaxed', 'baseline', 'scalar'] as const;
  return { kind, threads: Number(threads), ...(build !== undefined && { build: oneOf(builds, build, '--build') }) };
}

function oneOf<T extends string>(known: readonly T[], word: string, option: string): T {
  if (!(known as readonly string[]).includes(word))
    throw new Error(`${option} must be ${known.join(', ')}, got ${word}\n\n${usage}`);
  return word as T;
}

import { parseArgs } from 'node:util';

/** The backends that the tests can run on: the files of backends/. */
const backendNames = ['cpu', 'wasm', 'simd'] as const;

export type BackendName = (typeof backendNames)[number];

/** What `registerSimdBackend` gets, as it was typed; it checks that itself. */
export interface SimdChoice {
  readonly threads?: number;
  readonly build?: string;
}

export interface Options {
  readonly backend: BackendName;
  /** Run only the tests whose full name contains this text. */
  readonly filter: string;
  readonly simd: SimdChoice;
}

/** Reads `--backend simd --filter avgPool --threads 2 --build baseline`. Throws one sentence that names the word that is wrong. */
export function parseOptions(words: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { backend: text, filter: text, threads: text, build: text } });
  const { backend = 'simd', filter = '', threads, build } = values;
  if (!isBackendName(backend)) throw new Error(`--backend must be one of ${backendNames.join(', ')}, got ${backend}`);
  const simd = { ...(threads !== undefined && { threads: Number(threads) }), ...(build !== undefined && { build }) };
  if (backend !== 'simd' && Object.keys(simd).length > 0)
    throw new Error(`--threads and --build are for simd, not for ${backend}`);
  return { backend, filter, simd };
}

function isBackendName(name: string): name is BackendName {
  return backendNames.some((known) => known === name);
}

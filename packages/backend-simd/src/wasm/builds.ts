import { GenmodelsError } from '../errors.ts';

/**
 * `relaxed` uses fused multiply-add (Node 22, Chrome 114, Firefox 120 and later), `baseline` needs only WebAssembly SIMD, and `scalar` is tfjs's own
 * cpu backend, for where there is no SIMD at all. Results differ between builds in the last bits, never within one.
 */
export type Build = 'relaxed' | 'baseline' | 'scalar';

// The smallest modules that hold one instruction of the kind: (func (result v128) ...) with i8x16.popcnt, and with f32x4.relaxed_madd.
const header = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10];
const splat = [65, 0, 253, 15];
const probes = {
  baseline: [...header, 10, 1, 8, 0, ...splat, 253, 98, 11],
  relaxed: [...header, 19, 1, 17, 0, ...splat, ...splat, ...splat, 253, 133, 2, 11],
};

/** The best build that this machine runs. */
export function bestBuild(): Build {
  if (runs('relaxed')) return 'relaxed';
  return runs('baseline') ? 'baseline' : 'scalar';
}

/** Throws 'missing-backend' where this machine cannot run the build, or this page may not. */
export function checkBuild(build: Build): void {
  if (build === 'scalar') return;
  const missing = build === 'relaxed' ? 'relaxed SIMD (Node 22, Chrome 114, Firefox 120)' : 'SIMD';
  if (!runs(build)) throw impossible(`the build '${build}' needs WebAssembly with ${missing}; use '${bestBuild()}'`);
  checkPolicy(build);
}

/** A Content Security Policy lets a page validate modules, but not compile them. To go on with the slow build would hide the mistake. */
function checkPolicy(build: 'relaxed' | 'baseline'): void {
  try {
    new WebAssembly.Module(Uint8Array.from(probes[build]));
  } catch (cause) {
    const advice = "add 'wasm-unsafe-eval' to its script-src, or use the build 'scalar'";
    throw impossible(`the Content Security Policy of this page forbids WebAssembly; ${advice}`, { cause });
  }
}

function impossible(message: string, options?: ErrorOptions): GenmodelsError {
  return new GenmodelsError('missing-backend', message, options);
}

export async function loadBuild(build: 'relaxed' | 'baseline'): Promise<Uint8Array<ArrayBuffer>> {
  const { wasm } = await (build === 'relaxed' ? import('./generated/relaxed.ts') : import('./generated/baseline.ts'));
  return Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
}

function runs(build: 'relaxed' | 'baseline'): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(probes[build]));
}

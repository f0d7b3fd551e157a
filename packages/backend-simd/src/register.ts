import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  findBackendFactory,
  getKernel,
  getKernelsForBackend,
  type KernelBackend,
  type KernelConfig,
  registerBackend,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { SimdBackend } from './backend.ts';
import { GenmodelsError } from './errors.ts';
import { simdKernels } from './kernels/index.ts';
import { completeOptions, type SimdConfig, type SimdOptions } from './options.ts';
import { startCrew } from './threads/crew.ts';
import { loadBuild } from './wasm/builds.ts';
import { Machine } from './wasm/machine.ts';
import { createMemory } from './wasm/memory.ts';
import { compileProgram } from './wasm/module.ts';

const NAME = 'simd';

/** Before tfjs's own cpu backend (1), as good as wasm and webgl (2), behind webgpu (3): what `tf.ready()` picks where nobody chooses. */
const PRIORITY = 2;

type Factory = { (): Promise<KernelBackend>; config?: SimdConfig };

/**
 * Makes the backend known to TensorFlow.js under the name `simd`; `await tf.setBackend('simd')` then starts it. Once is enough: a second call
 * with the same options does nothing.
 *
 * Throws 'invalid-argument' for options that are none, or that differ from those of an earlier call, and 'missing-backend' for a build that this
 * platform cannot run, or that the page's Content Security Policy forbids.
 */
export function registerSimdBackend(options: SimdOptions = {}): void {
  const config = completeOptions(options);
  const earlier = (findBackendFactory(NAME) as Factory | null)?.config;
  if (earlier) checkSame(earlier, config);
  else register(config);
}

function register(config: SimdConfig): void {
  const factory: Factory = () => createBackend(config);
  factory.config = config;
  registerKernels(config.build === 'scalar' ? [] : simdKernels());
  registerBackend(NAME, factory, PRIORITY);
}

async function createBackend({ build, threads }: SimdConfig): Promise<KernelBackend> {
  if (build === 'scalar') return new MathBackendCPU();
  const memory = createMemory(threads > 1);
  const program = await compileProgram(await loadBuild(build), memory);
  return new SimdBackend(new Machine(program, threads), await startCrew(threads - 1, program));
}

/** Ours where there is one, that of the cpu backend for everything else. */
function registerKernels(ours: readonly KernelConfig[]): void {
  const names = new Set(ours.map(({ kernelName }) => kernelName));
  const others = getKernelsForBackend('cpu').filter(({ kernelName }) => !names.has(kernelName));
  for (const kernel of [...ours, ...others]) {
    if (getKernel(kernel.kernelName, NAME)) unregisterKernel(kernel.kernelName, NAME);
    registerKernel({ ...kernel, backendName: NAME });
  }
}

function checkSame(earlier: SimdConfig, config: SimdConfig): void {
  if (earlier.build === config.build && earlier.threads === config.threads) return;
  throw new GenmodelsError(
    'invalid-argument',
    `simd is registered with ${words(earlier)}, got ${words(config)}; call tf.removeBackend('simd') first`,
  );
}

function words({ build, threads }: SimdConfig): string {
  return `the build '${build}' and ${threads} thread${threads === 1 ? '' : 's'}`;
}

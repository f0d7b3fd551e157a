import { GenmodelsError } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

export type BackendName = 'simd' | 'wasm' | 'cpu';

/** Loads a TensorFlow.js backend and makes it the current one; the others are never loaded. */
export async function startBackend(name: BackendName): Promise<void> {
  tf.enableProdMode(); // otherwise the cpu backend prints an advice to take another
  await load(name);
  if (!(await tf.setBackend(name))) {
    throw new GenmodelsError(
      'missing-backend',
      `the ${name} backend did not start; try --backend ${name === 'cpu' ? 'simd' : 'cpu'}`,
    );
  }
}

async function load(name: BackendName): Promise<void> {
  if (name === 'wasm') await import('@tensorflow/tfjs-backend-wasm');
  else if (name === 'cpu') await import('@tensorflow/tfjs-backend-cpu');
  else (await import('@genmodels/backend-simd')).registerSimdBackend();
}

/** The lines with which a program starts a backend, to be copied. */
export function startingLines(name: BackendName): { imports: string; start: string } {
  const start = `await tf.setBackend('${name}');`;
  if (name !== 'simd') return { imports: `import '@tensorflow/tfjs-backend-${name}';`, start };
  return { imports: `import { registerSimdBackend } from '@genmodels/backend-simd';`, start: `registerSimdBackend();\n${start}` };
}

import { GenmodelsError } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';

/** Loads a TensorFlow.js backend and makes it the current one; the other is never loaded. */
export async function startBackend(name: 'wasm' | 'cpu'): Promise<void> {
  tf.enableProdMode(); // otherwise the cpu backend prints an advice to take another
  await (name === 'wasm' ? import('@tensorflow/tfjs-backend-wasm') : import('@tensorflow/tfjs-backend-cpu'));
  if (!(await tf.setBackend(name))) {
    throw new GenmodelsError(
      'missing-backend',
      `the ${name} backend did not start; try --backend ${name === 'wasm' ? 'cpu' : 'wasm'}`,
    );
  }
}

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import type { SimdOptions } from '../options.ts';
import { registerSimdBackend } from '../register.ts';

/** Starts the backend anew with these options and makes it the current one. What an earlier one held is lost. */
export async function startSimd(options: SimdOptions = {}): Promise<void> {
  tf.enableProdMode(); // the cpu backend would print an advice
  if (tf.findBackendFactory('simd')) tf.removeBackend('simd');
  registerSimdBackend(options);
  await tf.setBackend('simd');
}

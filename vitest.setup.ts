import { registerSimdBackend } from '@genmodels/backend-simd';
import * as tf from '@tensorflow/tfjs-core';

// Tests run on our own backend; one that is about another asks for that. One thread: they are small, and vitest uses every processor already.
tf.enableProdMode();
registerSimdBackend({ threads: 1 });
await tf.setBackend('simd');

import { registerSimdBackend } from '@genmodels/backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import { load } from '../../src/io/load.ts';
import { toBytes } from '../../src/io/save.ts';
import { ToyDecoder, ToyModel } from '../../src/io/toy-model.ts';
import type { FuzzFormat } from '../fuzz/format.ts';
import { cutSafetensors, joinSafetensors, safetensorsWords } from './parts/safetensors.ts';

/** Files of models, which become models again. */
export const format: FuzzFormat = {
  words: safetensorsWords,
  noticesDamage: true,
  cut: cutSafetensors,
  join: joinSafetensors,
  async samples() {
    registerSimdBackend({ threads: 1 });
    await tf.setBackend('simd');
    const models = [new ToyModel({ width: 2 }), new ToyModel({ width: 16 }), new ToyDecoder({ width: 1 })];
    const files = await Promise.all(models.flatMap((model) => [toBytes(model), toBytes(model, { float16: true })]));
    for (const model of models) model.dispose();
    return files;
  },
  async read(file) {
    const model = await load(file, [ToyModel, ToyDecoder]);
    model.dispose();
  },
};

import { registerSimdBackend } from '@genmodels/backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import { memoryFolder } from '../../src/io/places/memory-folder.ts';
import { decodeCheckpoint } from '../../src/train/checkpoint/checkpoint-file.ts';
import { fit } from '../../src/train/fit.ts';
import { circle, NoisyCopy } from '../../src/train/toy-trainables.ts';
import type { FuzzFormat } from '../fuzz/format.ts';
import { toWords } from '../fuzz/to-words.ts';
import { cutSafetensors, joinSafetensors, safetensorsWords } from './parts/safetensors.ts';

/** Checkpoints of a run. */
export const format: FuzzFormat = {
  words: [...safetensorsWords, ...toWords('training/', '"training/reports"', '\\"pending\\"', '\\"updates\\":[1e9]')],
  noticesDamage: true,
  cut: cutSafetensors,
  join: joinSafetensors,
  async samples() {
    registerSimdBackend({ threads: 1 });
    await tf.setBackend('simd');
    const [model, to] = [new NoisyCopy(), memoryFolder()];
    const validation = { source: { ...circle, stepsPerEpoch: 1 }, every: 2 };
    const checkpoint = { to, every: 2, keep: 9 };
    await fit(model, circle, { steps: 4, seed: 0, ema: 0.9, reportEvery: 3, validation, checkpoint });
    model.dispose();
    return Promise.all((await to.list()).map((name) => to.file(name).read()));
  },
  async read(file) {
    await decodeCheckpoint(file);
  },
};

import { registerSimdBackend } from '@genmodels/backend-simd';
import * as tf from '@tensorflow/tfjs-core';
import type { ByteFolder } from '../src/io/places/storage.ts';
import type { BatchSource, Objective, Trainable } from '../src/model.ts';
import { BatchNorm } from '../src/nn/batch-norm.ts';
import { Dense } from '../src/nn/dense.ts';
import { disposeModule, trainableVariables } from '../src/nn/module.ts';
import { createRng } from '../src/rng.ts';
import { fit } from '../src/train/fit.ts';
import type { FitCallbacks, FitReport } from '../src/train/history.ts';

/** A checkpoint at every step, so that most kills fall into a write. */
export const steps = 60;

/** A network of 80,000 weights with running averages and noise: with slots and averages 1.3 MB a checkpoint. */
class Network implements Trainable {
  readonly kind = 'soak';
  readonly config = {};
  readonly encoder = new Dense({ inputs: 200, units: 200 }, createRng(0).fork('encoder'));
  readonly norm = new BatchNorm({ channels: 200 });
  readonly decoder = new Dense({ inputs: 200, units: 200 }, createRng(0).fork('decoder'));

  objectives(): Objective[] {
    const loss: Objective['loss'] = ({ x }, rng, { mode }) => {
      const code = this.norm.apply(this.encoder.apply(x as tf.Tensor2D), mode);
      const noisy: tf.Tensor2D = tf.add(code, rng.normal<tf.Rank.R2>([x.shape[0]!, 200]));
      return { loss: tf.mean(tf.square(tf.sub(this.decoder.apply(noisy), x))) };
    };
    return [{ name: 'error', variables: trainableVariables(this), loss }];
  }

  dispose(): void {
    disposeModule(this);
  }
}

const source: BatchSource = {
  spec: { shape: [200], domain: 'real' },
  batch: (step) => ({ x: createRng(1).fork(step).normal([16, 200]) }),
};

/** Goes on with the run in a folder, to its end. */
export async function trainNetwork(to: string | ByteFolder, callbacks: FitCallbacks): Promise<FitReport> {
  tf.enableProdMode();
  registerSimdBackend({ threads: 1 });
  await tf.setBackend('simd');
  const model = new Network();
  const checkpoint = { to, every: 1, keep: 2, resume: true };
  const report = await fit(model, source, { steps, seed: 0, ema: 0.99, reportEvery: 7, checkpoint, callbacks });
  model.dispose();
  return report;
}

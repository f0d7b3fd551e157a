import { type Mode, nonSaturating, type ObjectiveLoss, type Rng } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import { addNoise } from './add-noise.ts';
import type { CodeDiscriminator } from './code-discriminator.ts';
import { share } from './share.ts';

/** A code of the batch's examples, [batch, size], the prior that it shall be distributed by, and who tells the two apart. */
export interface Match {
  /** As the paper calls the code. */
  readonly name: 'z' | 'y';
  readonly code: tf.Tensor2D;
  readonly discriminator: CodeDiscriminator;
  /** So many rows from the prior. */
  draw(count: number, rng: Rng): tf.Tensor2D;
}

/** What both sides are told. */
export interface Round {
  /** Standard deviation of the noise on what the discriminators see in training. */
  readonly noise: number;
  readonly mode: Mode;
  readonly rng: Rng;
}

/** What the discriminators minimise in all matches, in nats an example, with the shares that each tells right. */
export function tellApart(matches: readonly Match[], round: Round): ObjectiveLoss {
  const parts = matches.map((match) => {
    const rng = round.rng.fork(match.name);
    const real = look(match, match.draw(match.code.shape[0], rng.fork('prior')), { ...round, rng: rng.fork('real') });
    const fake = look(match, match.code, { ...round, rng: rng.fork('fake') });
    const metrics = {
      [`${match.name}RealAccuracy`]: share(tf.greater(real, 0)),
      [`${match.name}FakeAccuracy`]: share(tf.lessEqual(fake, 0)),
    };
    return { loss: tf.mean<tf.Scalar>(nonSaturating.discriminator(real, fake)), metrics };
  });
  return { loss: tf.addN(parts.map(({ loss }) => loss)), metrics: Object.assign({}, ...parts.map(({ metrics }) => metrics)) };
}

/** What the encoder minimises as the generator of all codes, in nats an example. */
export function deceive(matches: readonly Match[], round: Round): tf.Scalar {
  const losses = matches.map((match) => {
    const fake = look(match, match.code, { ...round, rng: round.rng.fork(match.name) });
    return tf.mean<tf.Scalar>(nonSaturating.generator(fake));
  });
  return tf.addN(losses);
}

/** The logits of what a discriminator sees through the noise. */
function look({ discriminator }: Match, codes: tf.Tensor2D, { noise, mode, rng }: Round): tf.Tensor1D {
  return discriminator.apply(addNoise(codes, noise, rng, mode));
}

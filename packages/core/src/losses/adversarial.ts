import * as tf from '@tensorflow/tfjs-core';

/**
 * What the two players minimise, one value an example, from the discriminator's logits (a critic's scores). Where D(x) is a
 * probability it is sigmoid(logit), and its logarithms are softpluses: log D = -softplus(-logit), log(1 - D) = -softplus(logit).
 */
export interface AdversarialLoss {
  discriminator<T extends tf.Tensor>(real: T, fake: T): T;
  generator<T extends tf.Tensor>(fake: T): T;
}

/** -log D(real) - log(1 - D(fake)) against -log D(fake), in nats. Goodfellow et al. 2014 (1406.2661), section 3. */
export const nonSaturating: AdversarialLoss = {
  discriminator: logisticLoss,
  generator: (fake) => tf.tidy(() => tf.softplus(tf.neg(fake))),
};

/** The zero-sum game itself: the generator minimises log(1 - D(fake)), which is flat where D is sure. 1406.2661, eq. 1. */
export const minimax: AdversarialLoss = {
  discriminator: logisticLoss,
  generator: (fake) => tf.tidy(() => tf.neg(tf.softplus(fake))),
};

/** 1/2 (real - 1)^2 + 1/2 fake^2 against 1/2 (fake - 1)^2. Mao et al. 2017 (1611.04076), eq. 9. */
export const leastSquares: AdversarialLoss = {
  discriminator: (real, fake) => tf.tidy(() => tf.mul(tf.add(tf.square(tf.sub(real, 1)), tf.square(fake)), 0.5)),
  generator: (fake) => tf.tidy(() => tf.mul(tf.square(tf.sub(fake, 1)), 0.5)),
};

/** max(0, 1 - real) + max(0, 1 + fake) against -fake. Lim and Ye 2017 (1705.02894). */
export const hinge: AdversarialLoss = {
  discriminator: (real, fake) => tf.tidy(() => tf.add(tf.relu(tf.sub(1, real)), tf.relu(tf.add(1, fake)))),
  generator: (fake) => tf.neg(fake),
};

/** fake - real against -fake, for a critic that clipping or a penalty keeps Lipschitz. Arjovsky et al. 2017 (1701.07875). */
export const wasserstein: AdversarialLoss = {
  discriminator: (real, fake) => tf.sub(fake, real),
  generator: (fake) => tf.neg(fake),
};

function logisticLoss<T extends tf.Tensor>(real: T, fake: T): T {
  return tf.tidy(() => tf.add(tf.softplus(tf.neg(real)), tf.softplus(fake)));
}

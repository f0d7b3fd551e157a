import { type Initializer, normal } from '@genmodels/core';

/**
 * N(0, 6 / fanIn), for layers before a gate: tanh(f) sigmoid(g) of normal f and g has a sixth of their variance where that is 0.36, and
 * layer after layer it comes back to that. Under Glorot's weights, each gated layer that has no short-cut leaves two fifths of a signal
 * or less: after seven there is nothing to learn from in the rows that only the deepest sees.
 */
export const gatedNormal: Initializer = (shape, fans, rng) => normal(Math.sqrt(6 / fans.fanIn))(shape, fans, rng);

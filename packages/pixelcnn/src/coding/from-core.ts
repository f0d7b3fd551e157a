// These names belong into the index of core; then every import of this file becomes one of '@genmodels/core', and this file goes.
export { exp as fixedExp, sigmoid as fixedSigmoid, tanh as fixedTanh } from '../../../core/src/autoregressive/functions.ts';
export { addTap } from '../../../core/src/autoregressive/steps/add-tap.ts';
export { frequencyTotal } from '../../../core/src/coding/frequencies.ts';
export { RangeDecoder } from '../../../core/src/coding/range-decoder.ts';
export { RangeEncoder } from '../../../core/src/coding/range-encoder.ts';
export { canonicalJson } from '../../../core/src/json.ts';

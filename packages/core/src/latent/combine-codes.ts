import * as tf from '@tensorflow/tfjs-core';
import { check } from '../errors.ts';
import { describeTensor } from '../shape.ts';

/** What is added and what is taken away: for each term the codes [examples, dimensions] of which it is the mean. */
export interface CodeTerms {
  readonly plus: readonly tf.Tensor2D[];
  readonly minus?: readonly tf.Tensor2D[];
}

/**
 * Arithmetic with codes: `{ plus: [smilingWomen, neutralMen], minus: [neutralWomen] }` is the code of a smiling man, [1, dimensions].
 * A term is the mean of some examples, because what one of them has besides would come along: Radford et al. 2016 (1511.06434),
 * section 6.3.2, take three. The caller disposes it.
 */
export function combineCodes({ plus, minus = [] }: CodeTerms): tf.Tensor2D {
  check(plus.length > 0, 'invalid-argument', () => 'plus must have at least one term, got none');
  for (const term of [...plus, ...minus]) checkTerm(term, plus[0]!);
  return tf.tidy(() => {
    const sum = plus.map(meanOf).reduce((total, term) => tf.add<tf.Tensor2D>(total, term));
    return minus.map(meanOf).reduce((rest, term) => tf.sub<tf.Tensor2D>(rest, term), sum);
  });
}

/** [examples, dimensions] -> [1, dimensions] */
function meanOf(codes: tf.Tensor2D): tf.Tensor2D {
  return tf.mean(codes, 0, true);
}

/** Its codes must have the size of those of `first`. */
function checkTerm(term: tf.Tensor2D, first: tf.Tensor2D): void {
  check(
    term?.rank === 2 && term.shape[0] > 0 && term.shape[1] === first?.shape[1],
    'invalid-shape',
    () => `a term must be codes [examples, ${first?.shape[1] ?? 'dimensions'}], got ${describeTensor(term)}`,
  );
}

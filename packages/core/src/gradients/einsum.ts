import * as tf from '@tensorflow/tfjs-core';
import { broadcast } from './broadcast.ts';
import { type GradientTable, listGradient } from './gradient-table.ts';

/** A sum of products by its equation: each gradient is such a sum again, with dy in the place of the operand. */
export function einsumGradients(): GradientTable {
  return {
    Einsum: listGradient((dy, inputs, { equation }: tf.EinsumAttrs) => {
      const [left, output] = equation.replace(/\s/g, '').split('->') as [string, string];
      const terms = left.split(',');
      return inputs.map((input, i) => () => {
        const others = terms.filter((_, j) => j !== i);
        const operands = inputs.filter((_, j) => j !== i);
        const known = [...terms[i]!].map((letter) => (output + others.join()).includes(letter));
        const target = [...terms[i]!].filter((_, axis) => known[axis]).join('');
        const product =
          output === '' && others.length > 0
            ? tf.mul(dy, sumOfProducts(others, target, operands)) // tfjs's kernels take no operand without axes
            : sumOfProducts([output, ...others], target, [dy, ...operands]);
        const shape = input.shape.map((size, axis) => (known[axis] ? size : 1)); // what only this operand has was summed over
        return broadcast(tf.reshape(product, shape), input.shape);
      });
    }),
  };
}

/** `tf.einsum`, but nothing for 'ij->ij', where tfjs's cpu kernel returns its input uncounted. */
function sumOfProducts(terms: readonly string[], target: string, operands: readonly tf.Tensor[]): tf.Tensor {
  return terms.join() === target ? operands[0]! : tf.einsum(`${terms}->${target}`, ...operands);
}

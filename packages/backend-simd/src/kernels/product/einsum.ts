import { backend_util, type EinsumAttrs, type KernelConfig, type TensorInfo, util } from '@tensorflow/tfjs-core';
import { call } from '../call.ts';
import { define } from '../kernel.ts';
import { multiplyElements, multiplyMatrices, ordered, type Run, type Term } from './terms.ts';

/**
 * tf.einsum. Stock cpu multiplies operands that it repeats along all axes, then sums, and for 'ij->ij' hands out its input,
 * which goes when the output does.
 */
export function einsumKernel(): KernelConfig {
  return define<readonly TensorInfo[], EinsumAttrs>('Einsum', {
    fits: ({ inputs }) => Object.values(inputs).every(({ dtype, shape }) => dtype === 'float32' && !shape.includes(0)),
    run({ inputs, attrs: { equation }, backend }) {
      const { terms, output } = parse(equation, Object.values(inputs));
      const made: TensorInfo[] = [];
      const run: Run = (kernel, operands, attrs) => {
        made.push(call(backend, kernel, operands, attrs));
        return made.at(-1)!;
      };
      const result = einsum(run, terms, output);
      const out = backend.reshaped(result, result.shape);
      for (const each of made) backend.disposeIntermediateTensorInfo(each);
      return out;
    },
  });
}

/** 'ij,jk->ik' and its operands. Throws, in the words of tfjs, what is wrong. */
function parse(equation: string, operands: TensorInfo[]): { terms: Term[]; output: string } {
  const { allDims, idDims } = backend_util.decodeEinsumEquation(equation, operands.length);
  backend_util.checkEinsumDimSizes(allDims.length, idDims, operands as never);
  const [left, output] = equation.replace(/\s/g, '').split('->') as [string, string];
  util.assert(new Set(output).size === output.length, () => `einsum: an output has each letter once, got ${equation}`);
  return { terms: left.split(',').map((letters, i) => ({ tensor: operands[i]!, letters })), output };
}

function einsum(run: Run, terms: Term[], output: string): TensorInfo {
  const [a, b] = terms.map((term, i) => summed(run, term, output + (terms[1 - i]?.letters ?? ''))) as [Term, Term?];
  if (b === undefined) return ordered(run, a, output);
  const pair = { a, b, output };
  const contracts = [...a.letters].some((letter) => b.letters.includes(letter) && !output.includes(letter));
  const isMatrix = [...output].some((letter) => a.letters.includes(letter) !== b.letters.includes(letter));
  return contracts && isMatrix ? multiplyMatrices(run, pair) : multiplyElements(run, pair);
}

/** The sum over all axes whose letters nobody else knows. */
function summed(run: Run, { tensor, letters }: Term, known: string): Term {
  const axis = [...letters].flatMap((letter, i) => (known.includes(letter) ? [] : [i]));
  if (axis.length === 0) return { tensor, letters };
  const kept = [...letters].filter((letter) => known.includes(letter)).join('');
  return { tensor: run('Sum', { x: tensor }, { axis, keepDims: false }), letters: kept };
}

import type { TensorInfo } from '@tensorflow/tfjs-core';

/** A tensor whose axes have letters. */
export interface Term {
  readonly tensor: TensorInfo;
  readonly letters: string;
}

/** Two tensors to multiply, with a sum over all letters that the output lacks. */
export interface Pair {
  readonly a: Term;
  readonly b: Term;
  readonly output: string;
}

/** Runs a kernel; who hands it out disposes its output. */
export type Run = (kernel: string, inputs: Record<string, TensorInfo>, attrs?: object) => TensorInfo;

/** The tensor with its axes in that order. */
export function ordered(run: Run, { tensor, letters }: Term, order: string): TensorInfo {
  return letters === order
    ? tensor
    : run('Transpose', { x: tensor }, { perm: [...order].map((letter) => letters.indexOf(letter)) });
}

/** Element by element, where no letter that is summed over leaves a matrix. */
export function multiplyElements(run: Run, { a, b, output }: Pair): TensorInfo {
  const inner = select(a.letters, (letter) => !output.includes(letter));
  const [left, right] = [a, b].map((term) => aligned(run, term, output + inner)) as [TensorInfo, TensorInfo];
  const product = run('Multiply', { a: left, b: right });
  const axis = [...inner].map((_, i) => output.length + i);
  return inner === '' ? product : run('Sum', { x: product }, { axis, keepDims: false });
}

/** With an axis for each letter, of size 1 for those that the tensor lacks. */
function aligned(run: Run, term: Term, letters: string): TensorInfo {
  const own = select(letters, (letter) => term.letters.includes(letter));
  return { ...ordered(run, term, own), shape: [...letters].map((letter) => sizeOf(term, letter)) };
}

/** As [batch, rows, inner] x [batch, inner, columns]. An operand that lies transposed is multiplied as it lies. */
export function multiplyMatrices(run: Run, { a, b, output }: Pair): TensorInfo {
  const batch = select(output, (letter) => a.letters.includes(letter) && b.letters.includes(letter));
  const inner = select(a.letters, (letter) => !output.includes(letter));
  const rows = select(a.letters, (letter) => !b.letters.includes(letter));
  const columns = select(b.letters, (letter) => !a.letters.includes(letter));
  const transposeA = a.letters === batch + inner + rows;
  const transposeB = b.letters === batch + columns + inner;
  const left = matrices(run, a, batch, transposeA ? [inner, rows] : [rows, inner]);
  const right = matrices(run, b, batch, transposeB ? [columns, inner] : [inner, columns]);
  const product = run('BatchMatMul', { a: left, b: right }, { transposeA, transposeB });
  const shape = [...(batch + rows + columns)].map((letter) => sizeOf(a.letters.includes(letter) ? a : b, letter));
  return ordered(run, { tensor: { ...product, shape }, letters: batch + rows + columns }, output);
}

function matrices(run: Run, term: Term, batch: string, [first, second]: [string, string]): TensorInfo {
  const shape = [batch, first, second].map((letters) => [...letters].reduce((size, letter) => size * sizeOf(term, letter), 1));
  return { ...ordered(run, term, batch + first + second), shape };
}

/** 1 where the term lacks the letter. */
function sizeOf({ tensor, letters }: Term, letter: string): number {
  return tensor.shape[letters.indexOf(letter)] ?? 1;
}

function select(letters: string, wanted: (letter: string) => boolean): string {
  return [...letters].filter(wanted).join('');
}

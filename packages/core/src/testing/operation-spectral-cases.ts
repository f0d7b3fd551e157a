import * as tf from '@tensorflow/tfjs-core';
import { type ComplexTensor, fft, ifft } from '../ops/fft.ts';
import { irfft, rfft } from '../ops/rfft.ts';
import { binary, type OperationCase, unary } from './operation-case.ts';

export function spectralCases(): OperationCase[] {
  const both = ({ real, imaginary }: ComplexTensor): tf.Tensor => tf.concat([real, imaginary], -1);
  return [
    binary('fft', [2, 3], [2, 3], (real, imaginary) => both(fft({ real, imaginary }))),
    binary('fft of 1', [2, 1], [2, 1], (real, imaginary) => both(fft({ real, imaginary }))),
    binary('fft by factors', [66], [66], (real, imaginary) => both(fft({ real, imaginary }))),
    binary('ifft', [2, 2, 4], [2, 2, 4], (real, imaginary) => both(ifft({ real, imaginary }))),
    unary('rfft', [2, 5], (x) => both(rfft(x))),
    binary('irfft', [2, 3], [2, 3], (real, imaginary) => irfft({ real, imaginary })),
    binary('irfft of odd length', [2, 3], [2, 3], (real, imaginary) => irfft({ real, imaginary }, 5)),
    unary('energy of waves', [3, 6], (x) => {
      const { real, imaginary } = rfft(x);
      return tf.log(tf.add(tf.add(tf.square(real), tf.square(imaginary)), 1));
    }),
  ];
}

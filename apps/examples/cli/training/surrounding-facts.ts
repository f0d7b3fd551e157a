import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';
import { duration } from '../../report/numbers.ts';

/** What a report says of where, when and how long a run worked. `seconds` are from the start of the command to the report. */
export function surroundingFacts(run: {
  readonly seconds: number;
  readonly training: { readonly seconds: number };
}): [name: string, value: string][] {
  return [
    ['Backend', `${tf.getBackend()}, TensorFlow.js ${tf.version_core}`],
    ['Machine', `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`],
    ['Duration', `${duration(run.seconds)} in all, of which ${duration(run.training.seconds)} training`],
    ['Finished', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`],
  ];
}

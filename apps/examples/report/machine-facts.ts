import { cpus } from 'node:os';
import * as tf from '@tensorflow/tfjs-core';

/** What a report says of where it was computed. */
export function machineFacts(): [name: string, value: string][] {
  return [
    ['Backend', `${tf.getBackend()}, TensorFlow.js ${tf.version_core}`],
    ['Machine', `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores`],
  ];
}

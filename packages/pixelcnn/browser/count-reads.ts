import * as tf from '@tensorflow/tfjs-core';

/** How often some work waits for a tensor of the current backend: a GPU has to finish all it was given before. */
export async function countReads(work: () => Promise<void>): Promise<number> {
  const backend = tf.backend();
  const { read } = backend;
  let reads = 0;
  backend.read = (id) => {
    reads++;
    return read.call(backend, id);
  };
  try {
    await work();
    return reads;
  } finally {
    backend.read = read;
  }
}

import type { Batch } from '@genmodels/core';

/** The numbers of a batch, which is disposed. */
export async function readBatch(batch: Batch | Promise<Batch>): Promise<{ x: number[]; labels: number[]; shape: number[] }> {
  const { x, labels } = await batch;
  const numbers = { x: Array.from(await x.data()), labels: labels ? Array.from(await labels.data()) : [], shape: x.shape };
  x.dispose();
  labels?.dispose();
  return numbers;
}

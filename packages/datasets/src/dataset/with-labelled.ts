import type { Batches } from './batches.ts';

/**
 * For semi-supervised training: batches without their labels, each with one of labelled examples beside it, as `labelled`. No other label
 * reaches the model: `withLabelled(data.batches({ size: 100, seed }), data.balanced(100, { seed }).batches({ size: 100, seed }))`.
 */
export function withLabelled(batches: Batches, labelled: Batches): Batches {
  return {
    ...batches,
    batch(step) {
      const { labels, ...unlabelled } = batches.batch(step);
      labels?.dispose();
      return { ...unlabelled, labelled: labelled.batch(step) };
    },
  };
}

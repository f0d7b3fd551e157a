/**
 * The mean KL(p(y | x) || p(y)) in nats over the rows of these numbers, with p(y) their mean: the entropy of the mean less the mean
 * of the entropies. `values` is [rows, classes], each row a distribution, in float64.
 */
export function mutualInformation(values: Float64Array, classes: number, rows: Uint32Array): number {
  const mean = new Float64Array(classes);
  let entropies = 0;
  for (const row of rows) {
    const distribution = values.subarray(row * classes, (row + 1) * classes);
    for (let y = 0; y < classes; y++) mean[y]! += distribution[y]! / rows.length;
    entropies += entropy(distribution);
  }
  return entropy(mean) - entropies / rows.length;
}

/** In nats. What has no probability adds none. */
function entropy(distribution: Float64Array): number {
  let sum = 0;
  for (const p of distribution) if (p > 0) sum -= p * Math.log(p);
  return sum;
}

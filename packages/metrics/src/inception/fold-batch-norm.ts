/** A convolution without bias and the batch normalisation after it, as PyTorch stores them. */
interface NormalizedConvolution {
  /** [filters, inputs, height, width] */
  readonly weight: Float32Array;
  readonly shape: readonly number[];
  /** One value a filter, as all that follow. */
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
}

/** Added to the variance: what the network was trained with. */
const epsilon = 0.001;

/**
 * One convolution that does the same: by fixed averages, gamma (x - mean) / sqrt(variance + epsilon) + beta is a factor and an offset.
 * The kernel is [height, width, inputs, filters], as TensorFlow has it.
 */
export function foldBatchNorm({ weight, shape, mean, variance, gamma, beta }: NormalizedConvolution) {
  const [filters, inputs, height, width] = shape as [number, number, number, number];
  const factors = Float64Array.from(gamma, (value, filter) => value / Math.sqrt(variance[filter]! + epsilon));
  const bias = Float32Array.from(beta, (value, filter) => value - mean[filter]! * factors[filter]!);
  const kernel = new Float32Array(weight.length);
  const taps = height * width;
  let to = 0;
  for (let tap = 0; tap < taps; tap++) {
    for (let input = 0; input < inputs; input++) {
      for (let filter = 0; filter < filters; filter++) {
        kernel[to++] = weight[(filter * inputs + input) * taps + tap]! * factors[filter]!;
      }
    }
  }
  return { kernel, bias };
}

/**
 * Where the weights of the extractors lie that come with this package. This file stands directly under src/, as the bundle does
 * under dist/, so that the way to them is the same from both; bundlers follow it because it is written out where it is used.
 */
export const extractorFiles = {
  mnist: () => new URL('../extractors/mnist.safetensors', import.meta.url),
  cifar10: () => new URL('../extractors/cifar10.safetensors', import.meta.url),
};

import { createRng } from '@genmodels/core';
import { Dataset } from '@genmodels/datasets';

const count = 5000;

/** Pictures of random values with labels, in the sizes of MNIST and of CIFAR-10, as bytes and as they are. */
export function randomSets(): Dataset[] {
  return [
    [28, 28, 1],
    [32, 32, 3],
  ].flatMap((shape) => {
    const name = shape.join(' x ');
    const labels = new Uint8Array(count);
    const values = createRng(0).fillUniform(new Float32Array(shape.reduce((all, side) => all * side, count)));
    const bytes = Uint8Array.from(values, (value) => 256 * value);
    return [
      Dataset.from({ values: bytes, shape, domain: { levels: 256 }, labels, name: `${name}, bytes` }),
      Dataset.from({ values, shape, domain: 'unit', labels, name: `${name}, float32` }),
    ];
  });
}

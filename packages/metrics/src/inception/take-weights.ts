import { check, equalShapes, type HostTensor, show } from '@genmodels/core';
import { inceptionClasses, inceptionFeatures } from './architecture.ts';
import { type Convolution, type Step, visitConvolutions } from './steps.ts';

/** Weights by name, of which every one that is asked for is there and has its shape. */
export type Weights = (name: string) => Float32Array;

export const classifierName = 'fc.weight';

/**
 * Finds a network's weights in a file, whatever stands before all of their names ("state_dict."). What else the file has is left alone.
 * Throws 'incompatible-file' with the names of what is missing or of another shape.
 */
export function takeWeights(steps: readonly Step[], tensors: ReadonlyMap<string, HostTensor>) {
  const shapes = shapesOf(steps);
  const first = shapes.keys().next().value!;
  const prefix = [...tensors.keys()].find((name) => name === first || name.endsWith(`.${first}`))?.slice(0, -first.length) ?? '';
  const classifies = tensors.has(prefix + classifierName);
  if (classifies) shapes.set(classifierName, [inceptionClasses, inceptionFeatures]);
  checkShapes(shapes, (name) => tensors.get(prefix + name));
  const weights: Weights = (name) => tensors.get(prefix + name)!.values as Float32Array;
  return { weights, classifies };
}

/** As PyTorch stores them: [filters, inputs, height, width], and one value a filter. */
function shapesOf(steps: readonly Step[]): Map<string, readonly number[]> {
  const shapes = new Map<string, readonly number[]>();
  visitConvolutions(steps, 3, ({ name, filters, size }: Convolution, inputs) => {
    shapes.set(`${name}.conv.weight`, [filters, inputs, ...size]);
    for (const part of ['weight', 'bias', 'running_mean', 'running_var']) shapes.set(`${name}.bn.${part}`, [filters]);
  });
  return shapes;
}

function checkShapes(shapes: ReadonlyMap<string, readonly number[]>, find: (name: string) => HostTensor | undefined): void {
  const faults = [...shapes].filter(([name, shape]) => {
    const tensor = find(name);
    return tensor?.dtype !== 'float32' || !equalShapes(tensor.shape, shape);
  });
  const texts = faults.slice(0, 6).map(([name, shape]) => `${show(name)} must be ${show(shape)}, got ${show(find(name)?.shape)}`);
  check(
    faults.length === 0,
    'incompatible-file',
    () =>
      `${faults.length} of the ${shapes.size} tensors of Inception-v3 do not fit: ${texts.join('; ')}. Give the file of the pytorch-fid ` +
      'project (pt_inception-2015-12-05): the weights of torchvision are of another network',
  );
}

import { disposeModule, openSource, readSafetensors, type Source, sha256, type TransferOptions } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Extractor } from '../features/extractor.ts';
import { isTorchFile } from '../torch-file/is-torch-file.ts';
import { readTorchFile } from '../torch-file/read-torch-file.ts';
import { inceptionClasses, inceptionFeatures, inceptionSteps } from './architecture.ts';
import { buildLayers } from './build-layers.ts';
import { runSteps } from './run-steps.ts';
import { classifierName, takeWeights } from './take-weights.ts';
import { inceptionPreprocessing, toNetworkInput } from './to-network-input.ts';

export interface InceptionOptions extends TransferOptions {
  /**
   * The file of the pytorch-fid project (pt_inception-2015-12-05-6726825d.pth, 96 MB), which is not ours to bring along, or a
   * safetensors file of float32 or float16 with the same names.
   */
  readonly weights: Source;
}

/**
 * The 2048 features of Inception-v3 by which published Fréchet and kernel inception distances compare pictures, and the classes of the
 * inception score. Pictures are float32 [batch, height, width, 1 or 3] in [0, 1]; published numbers are of pictures rounded to 8 bits.
 *
 * `probabilities` are the softmax over 1008 classes without the biases of the classifier, as in the code of Salimans et al. 2016 and all
 * published inception scores since; absent where the file has no classifier. Throws 'storage', 'corrupt-file' or 'incompatible-file'.
 */
export async function inceptionV3({ weights: source, ...transfer }: InceptionOptions): Promise<Extractor> {
  const bytes = await openSource(source).read(transfer);
  const hash = await sha256(bytes);
  const steps = inceptionSteps();
  const { weights, classifies } = takeWeights(steps, isTorchFile(bytes) ? readTorchFile(bytes) : readSafetensors(bytes).tensors);
  await tf.ready();
  const layers = await buildLayers(steps, weights, transfer.signal);
  const classifier = classifies ? tf.tensor2d(weights(classifierName), [inceptionClasses, inceptionFeatures]) : undefined;
  return {
    name: 'inception-v3',
    hash,
    preprocessing: inceptionPreprocessing,
    batchSize: 10,
    features: (pictures) => tf.tidy(() => tf.mean(runSteps(steps, layers, toNetworkInput(pictures)), [1, 2])),
    ...(classifier && { probabilities: (features) => tf.tidy(() => tf.softmax(tf.matMul(features, classifier, false, true))) }),
    dispose: () => disposeModule([...layers.values(), { classifier }]),
  };
}

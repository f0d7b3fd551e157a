import { fallbacks, type Option, realNumber, text, type ValuesOf, wholeNumber } from '../option.ts';
import { trainGanOptions } from '../train-gan/options.ts';
import { dataOptions, resumeOptions, runOptions } from '../training/options.ts';

const { size } = dataOptions('faces');
const { width, latent, loss, 'spectral-norm': spectralNorm, r1, batch, 'learning-rate': learningRate, ema } = trainGanOptions;

/** What `face-arithmetic` can be told, in the order in which the help shows it. */
export const faceArithmeticOptions = {
  model: text('', 'the file of a generator of faces, or of a whole GAN, to take instead of training one'),
  size,
  loss: from(loss, 'hinge'),
  width,
  latent,
  'spectral-norm': from(spectralNorm, true),
  r1,
  steps: wholeNumber(4000, 'steps of training', { min: 1 }),
  batch,
  'learning-rate': learningRate,
  ema,
  'classifier-size': wholeNumber(10_000, 'labelled faces that each classifier learns from', { min: 100 }),
  'classifier-epochs': wholeNumber(6, 'how often it sees each', { min: 1 }),
  codes: wholeNumber(8000, 'z that are drawn, and whose faces are classified', { min: 100, max: 100_000 }),
  sure: realNumber(0.9, 'every classifier must be so sure of a face that stands in an equation', { min: 0.5, max: 1 }),
  'per-term': wholeNumber(3, 'z whose mean is a term of an equation', { min: 1, max: 100 }),
  results: wholeNumber(250, 'results of each equation', { min: 1, max: 10_000 }),
  ...runOptions('runs/face-arithmetic', 'where the generator, the pictures and the report go'),
  ...resumeOptions(),
};

export type FaceArithmeticOptions = ValuesOf<typeof faceArithmeticOptions>;

export const faceArithmeticDefaults: FaceArithmeticOptions = fallbacks(faceArithmeticOptions);

/** The option with another value where it is not given. */
function from<T>(option: Option<T>, fallback: T): Option<T> {
  return { ...option, fallback };
}

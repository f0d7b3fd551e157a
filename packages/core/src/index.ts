export type { Choice, ChoiceMaker } from './choice.ts';
export { choose } from './choice.ts';
export * as config from './config.ts';
export { checkExamples } from './check-examples.ts';
export * from './distributions/bernoulli.ts';
export * from './distributions/categorical.ts';
export * from './distributions/diagonal-gaussian.ts';
export * from './distributions/discretized-logistic.ts';
export * from './distributions/discretized-logistic-mixture.ts';
export type { ErrorCode } from './errors.ts';
export { check, GenmodelsError, show } from './errors.ts';
export { registerGradients } from './gradients/register.ts';
export type { ValueAndGradients } from './gradients/value-and-gradients.ts';
export { valueAndGradients } from './gradients/value-and-gradients.ts';
export type { LoadOptions, ModelKind } from './io/load.ts';
export { load, readModelFile } from './io/load.ts';
export type { SaveOptions } from './io/save.ts';
export { save, toBytes } from './io/save.ts';
export type { Source } from './io/source.ts';
export type { ByteStorage, TransferOptions } from './io/storage.ts';
export type { Json, JsonObject } from './json.ts';
export type {
  Batch,
  BatchSource,
  Condition,
  DataSpec,
  Domain,
  Mode,
  Objective,
  ObjectiveLoss,
  SampleOptions,
  Sampler,
  Trainable,
  TrainingState,
} from './model.ts';
export * from './nn/activations.ts';
export { Conv2d } from './nn/conv2d.ts';
export { Conv2dTranspose } from './nn/conv2d-transpose.ts';
export { Dense } from './nn/dense.ts';
export * from './nn/initializers.ts';
export type { Module } from './nn/module.ts';
export { countParameters, disposeModule, isTensor, isVariable, namedVariables, trainableVariables } from './nn/module.ts';
export { sliceChannels } from './nn/slice-channels.ts';
export type { Rng, RngState } from './rng.ts';
export { checkSeed, createRng } from './rng.ts';
export { equalShapes, sizeOf } from './shape.ts';
export * from './train/adam.ts';
export * from './train/clip.ts';
export { fit } from './train/fit.ts';
export type { FitOptions, ValidationOptions } from './train/fit-options.ts';
export type { FitCallbacks, FitReport, TrainingReport, Values } from './train/history.ts';
export type { Optimizer, Slots, Update, UpdateStep } from './train/optimizer.ts';
export { pauser } from './train/pause.ts';
export * from './train/rms-prop.ts';
export * from './train/schedule.ts';
export * from './train/sgd.ts';
export type { Weights } from './train/weights.ts';
export { readWeights, withWeights, writeWeights } from './train/weights.ts';

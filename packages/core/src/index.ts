export { channelCount } from './autoregressive/channel-count.ts';
export { type CompileOptions, compile } from './autoregressive/compile.ts';
export { ConditionBias } from './autoregressive/condition-bias.ts';
export { createHostMachine, createMachine } from './autoregressive/create-machine.ts';
export { bernoulliPixels } from './autoregressive/drawing/bernoulli-pixels.ts';
export { categoricalPixels } from './autoregressive/drawing/categorical-pixels.ts';
export { drawPixelImages, type ImageRange, type PixelImagesOptions } from './autoregressive/drawing/draw-images.ts';
export { drawIndex } from './autoregressive/drawing/draw-index.ts';
export {
  type DrawablePixels,
  type DrawnRow,
  drawPixelRows,
  type GivenPixels,
  type PixelRowsOptions,
} from './autoregressive/drawing/draw-rows.ts';
export { openPixelMachine, type PixelMachineWishes } from './autoregressive/drawing/open-machine.ts';
export type { CodedColour, PixelDistribution, PixelDraw } from './autoregressive/drawing/pixel-distribution.ts';
export { fixedWeightNorm, type NormalizedWeights } from './autoregressive/fixed-weight-norm.ts';
export { exp as fixedExp, sigmoid as fixedSigmoid, tanh as fixedTanh } from './autoregressive/functions.ts';
export type { MachineOptions } from './autoregressive/incremental-machine.ts';
export { NaiveMachine, type NaiveOptions } from './autoregressive/naive-machine.ts';
export { parallelOps } from './autoregressive/parallel-ops.ts';
export type { PixelMachine } from './autoregressive/pixel-machine.ts';
export type { PixelNetwork } from './autoregressive/pixel-network.ts';
export type { PixelActivation, PixelLayer, PixelOps, PixelRecurrence } from './autoregressive/pixel-ops.ts';
export type {
  Activate,
  Affine,
  Combine,
  Concat,
  Convolve,
  Instruction,
  Phase,
  PixelMap,
  PixelProgram,
  Recur,
  Shift,
  Slice,
  Tap,
} from './autoregressive/program.ts';
export { addTap } from './autoregressive/steps/add-tap.ts';
export { checkCount } from './check-count.ts';
export { checkExamples } from './check-examples.ts';
export { checkSampleOptions } from './check-sample-options.ts';
export type { Choice, ChoiceMaker } from './choice.ts';
export { choose, defineChoice } from './choice.ts';
export type { AnsShare, AnsShares } from './coding/ans-shares.ts';
export { HalvedShares } from './coding/ans-shares.ts';
export type { AnsStackOptions } from './coding/ans-stack.ts';
export { AnsStack } from './coding/ans-stack.ts';
export type { CodedFile } from './coding/coded-file.ts';
export {
  checkCoded,
  checkCodedSize,
  checkFingerprint,
  checkHeader,
  joinCoded,
  largestCodedSize,
  sealHeader,
} from './coding/coded-file.ts';
export { digest } from './coding/digest.ts';
export { fingerprint } from './coding/fingerprint.ts';
export { frequencyTotal } from './coding/frequencies.ts';
export { fromHex, toHex } from './coding/hex.ts';
export { levelValues, toLevels } from './coding/levels.ts';
export { RangeDecoder } from './coding/range-decoder.ts';
export { RangeEncoder } from './coding/range-encoder.ts';
export * from './distributions/bernoulli.ts';
export * from './distributions/categorical.ts';
export * from './distributions/diagonal-gaussian.ts';
export * from './distributions/discretized-logistic.ts';
export * from './distributions/discretized-logistic-mixture.ts';
export type { ErrorCode } from './errors.ts';
export { check, GenmodelsError, show } from './errors.ts';
export { ownOp } from './gradients/own-op.ts';
export { registerAllGradients, registerGradients, unregisterGradients } from './gradients/register.ts';
export type { ValueAndGradients } from './gradients/value-and-gradients.ts';
export { valueAndGradients } from './gradients/value-and-gradients.ts';
export type { EncodeOptions } from './io/format/encode-model-file.ts';
export { fromHalves } from './io/format/float16.ts';
export type { HostTensor } from './io/format/host-tensor.ts';
export type { ModelFile } from './io/format/model-file.ts';
export type { Safetensors } from './io/format/read-safetensors.ts';
export { readSafetensors } from './io/format/read-safetensors.ts';
export { sha256 } from './io/format/sha256.ts';
export type { Loadable, LoadOptions, ModelKind, ModelOf } from './io/load.ts';
export { load, readModelFile } from './io/load.ts';
export type { CacheOptions, Verify } from './io/network/cached.ts';
export { cached } from './io/network/cached.ts';
export type { HttpOptions } from './io/network/http.ts';
export { http } from './io/network/http.ts';
export type { ResumeOptions } from './io/network/resuming-fetch.ts';
export { resumingFetch } from './io/network/resuming-fetch.ts';
export { blob } from './io/places/blob.ts';
export { cacheApi } from './io/places/cache-api.ts';
export { download } from './io/places/download.ts';
export { file } from './io/places/file.ts';
export { folder } from './io/places/folder.ts';
export { indexedDb } from './io/places/indexed-db.ts';
export { memory } from './io/places/memory.ts';
export { memoryFolder } from './io/places/memory-folder.ts';
export { opfs } from './io/places/opfs.ts';
export type { ByteFolder, ByteStorage, TransferOptions } from './io/places/storage.ts';
export type { RestoreOptions } from './io/restore.ts';
export { restore } from './io/restore.ts';
export type { Savable, SaveOptions } from './io/save.ts';
export { save, toBytes } from './io/save.ts';
export type { Source } from './io/source.ts';
export { openSource } from './io/source.ts';
export type { Json, JsonObject } from './json.ts';
export { canonicalJson } from './json.ts';
export type { LabelCondition } from './labels.ts';
export { checkBatchLabels, checkConditionCount, checkLabels, labelsTensor } from './labels.ts';
export * from './latent/attribute-vector.ts';
export * from './latent/combine-codes.ts';
export * from './latent/corner-grid.ts';
export * from './latent/interpolation-strip.ts';
export * from './latent/interpolation-strips.ts';
export * from './latent/inverse-normal-cdf.ts';
export * from './latent/latent-neighbors.ts';
export * from './latent/latent-path.ts';
export * from './latent/lerp.ts';
export * from './latent/manifold-grid.ts';
export * from './latent/pure-direction.ts';
export type { ConditionalPriorOptions, PriorOptions } from './latent/sample-prior.ts';
export { samplePrior } from './latent/sample-prior.ts';
export * from './latent/slerp.ts';
export * from './losses/adversarial.ts';
export * from './losses/gradient-penalty.ts';
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
export * from './nn/batch-norm.ts';
export * from './nn/causal-mask.ts';
export * from './nn/conv2d.ts';
export * from './nn/conv2d-transpose.ts';
export * from './nn/dense.ts';
export * from './nn/dropout.ts';
export * from './nn/embedding.ts';
export * from './nn/group-norm.ts';
export * from './nn/halvings.ts';
export * from './nn/initializers.ts';
export * from './nn/instance-norm.ts';
export * from './nn/layer-norm.ts';
export type { LinearLayer, LinearWeights } from './nn/linear-layer.ts';
export * from './nn/masked-conv2d.ts';
export type { Module } from './nn/module.ts';
export { countParameters, disposeModule, isTensor, isVariable, namedVariables, trainableVariables } from './nn/module.ts';
export type { ExplicitPadding, Padding } from './nn/padding.ts';
export * from './nn/pixel-shuffle.ts';
export * from './nn/shift.ts';
export type { Size2d } from './nn/size2d.ts';
export { sliceChannels } from './nn/slice-channels.ts';
export * from './nn/upsample.ts';
export * from './nn/weight-norm.ts';
export * from './ops/batch-norm.ts';
export * from './ops/conv2d-transpose.ts';
export * from './ops/cumsum.ts';
export * from './ops/fft.ts';
export * from './ops/log-softmax.ts';
export * from './ops/log-sum-exp.ts';
export * from './ops/rfft.ts';
export { pauser } from './pause.ts';
export { drawInteger, drawPermutation } from './random/integers.ts';
export type { Rng, RngState } from './rng.ts';
export { checkSeed, createRng } from './rng.ts';
export { equalShapes, sizeOf } from './shape.ts';
export * from './train/adam.ts';
export type { CheckpointOptions } from './train/checkpoint/checkpoint-options.ts';
export * from './train/clip.ts';
export { fit } from './train/fit.ts';
export type { FitOptions, ValidationOptions } from './train/fit-options.ts';
export type { FitCallbacks, FitReport, ResumedCheckpoint, SavedCheckpoint, TrainingReport, Values } from './train/history.ts';
export type { Optimizer, Slots, Update, UpdateStep } from './train/optimizer.ts';
export * from './train/rms-prop.ts';
export * from './train/schedule.ts';
export * from './train/sgd.ts';
export type { Weights } from './train/weights.ts';
export { readWeights, withWeights, writeWeights } from './train/weights.ts';

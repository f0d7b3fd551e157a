export type { LabelCondition } from '@genmodels/core';
export type { AugmentationName } from './augmentation.ts';
export type { GanChoices, GanGeneratorChoices } from './choices.ts';
export type { GanConfig, GanGeneratorConfig, GanGeneratorOptions, GanOptions } from './config.ts';
export { Gan } from './gan.ts';
export { GanDiscriminator, type GanDiscriminatorOptions } from './gan-discriminator.ts';
export { GanGenerator, type GanSampleOptions } from './gan-generator.ts';
export { SpectralNorm } from './layers/spectral-norm.ts';
export { loadGan } from './load-gan.ts';
export { loadGenerator } from './load-generator.ts';
export type { GanLoss, LossMethods, LossParts } from './loss.ts';
export { defineLoss } from './loss.ts';
export { hinge } from './losses/hinge.ts';
export type { SmoothingConfig } from './losses/label-smoothing.ts';
export { leastSquares } from './losses/least-squares.ts';
export { minimax } from './losses/minimax.ts';
export { nonSaturating } from './losses/non-saturating.ts';
export type { WassersteinConfig } from './losses/wasserstein.ts';
export { wasserstein } from './losses/wasserstein.ts';
export type { WassersteinGpConfig } from './losses/wasserstein-gp.ts';
export { wassersteinGp } from './losses/wasserstein-gp.ts';
export type {
  Discriminator,
  DiscriminatorContext,
  GanNetwork,
  Generator,
  GeneratorContext,
  GeneratorNetwork,
  GeneratorParts,
  Linear,
  NetworkParts,
} from './network.ts';
export { defineGenerator, defineNetwork } from './network.ts';
export { dcgan } from './networks/dcgan.ts';
export type { DcganConfig } from './networks/dcgan-generator.ts';
export { dcganGenerator } from './networks/dcgan-generator.ts';
export { mlp } from './networks/mlp.ts';
export type { MlpConfig } from './networks/mlp-generator.ts';
export { mlpGenerator } from './networks/mlp-generator.ts';
export { resnet } from './networks/resnet.ts';
export type { ResnetConfig } from './networks/resnet-generator.ts';
export { resnetGenerator } from './networks/resnet-generator.ts';
export type { Projection, ProjectOptions } from './project.ts';
export { project } from './project.ts';

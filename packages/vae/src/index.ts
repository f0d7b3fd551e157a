export { AdversarialAutoencoder } from './adversarial/adversarial-autoencoder.ts';
export type { CodeDiscriminator } from './adversarial/code-discriminator.ts';
export type { AdversarialAutoencoderConfig, AdversarialAutoencoderOptions } from './adversarial/config.ts';
export { loadAdversarialAutoencoder } from './adversarial/load-adversarial-autoencoder.ts';
export type { AutoencoderChoices } from './autoencoder/autoencoder.ts';
export { Autoencoder } from './autoencoder/autoencoder.ts';
export type { AutoencoderConfig, AutoencoderOptions } from './autoencoder/config.ts';
export { loadAutoencoder } from './autoencoder/load-autoencoder.ts';
export type { CodingOptions } from './bits-back/coding-options.ts';
export type { CompressOptions } from './bits-back/compress.ts';
export { compress } from './bits-back/compress.ts';
export { decompress } from './bits-back/decompress.ts';
export { headerBytes } from './bits-back/header.ts';
export type { CodingFamily, CodingParts, LevelCdf, LevelCoding } from './bits-back/level-coding.ts';
export { defineCoding } from './bits-back/level-coding.ts';
export type { VaeChoices, VaeDecoderChoices } from './choices.ts';
export type { VaeConfig, VaeDecoderConfig, VaeDecoderOptions, VaeOptions } from './config.ts';
export type { GaussianHead } from './gaussian-head.ts';
export type { EncodedKind } from './health/example-batches.ts';
export type { EncodingModel, LatentHealth, LatentHealthOptions } from './health/latent-health.ts';
export { latentHealth } from './health/latent-health.ts';
export type { Likelihood, LikelihoodParts, Output, OutputFamily, OutputParts } from './likelihood.ts';
export { defineLikelihood, defineOutput } from './likelihood.ts';
export { bernoulli } from './likelihoods/bernoulli.ts';
export { discretizedLogistic } from './likelihoods/discretized-logistic.ts';
export { gaussian } from './likelihoods/gaussian.ts';
export { loadVae } from './load-vae.ts';
export { loadVaeDecoder } from './load-vae-decoder.ts';
export type { ImportanceOptions, LogLikelihoodEstimate } from './log-likelihood.ts';
export type {
  Decoder,
  DecoderContext,
  DecoderNetwork,
  DecoderParts,
  Encoder,
  EncoderContext,
  NetworkParts,
  VaeNetwork,
} from './network.ts';
export { defineDecoder, defineNetwork } from './network.ts';
export { conv } from './networks/conv.ts';
export type { ConvConfig } from './networks/conv-decoder.ts';
export { convDecoder } from './networks/conv-decoder.ts';
export type { HiddenLayers } from './networks/hidden-layers.ts';
export { mlp } from './networks/mlp.ts';
export type { MlpConfig } from './networks/mlp-decoder.ts';
export { mlpDecoder } from './networks/mlp-decoder.ts';
export type { BernoulliConfig } from './outputs/bernoulli-output.ts';
export { bernoulliOutput } from './outputs/bernoulli-output.ts';
export type { DiscretizedLogisticConfig } from './outputs/discretized-logistic-output.ts';
export { discretizedLogisticOutput } from './outputs/discretized-logistic-output.ts';
export type { GaussianConfig } from './outputs/gaussian-output.ts';
export { gaussianOutput } from './outputs/gaussian-output.ts';
export type { PixelVaeConfig, PixelVaeOptions } from './pixel-vae/config.ts';
export type { PixelVaeDrawOptions, PixelVaeSampleOptions } from './pixel-vae/draw-options.ts';
export type { ElboParts } from './pixel-vae/elbo-parts.ts';
export { loadPixelVae } from './pixel-vae/load-pixel-vae.ts';
export type { MaskedLayer } from './pixel-vae/masked-layer.ts';
export type { MaskedLayers } from './pixel-vae/masked-layers.ts';
export type { PixelVaeChoices, PixelVaeImportanceOptions } from './pixel-vae/pixel-vae.ts';
export { PixelVae } from './pixel-vae/pixel-vae.ts';
export type { VaeSampleOptions } from './vae.ts';
export { Vae } from './vae.ts';
export { VaeDecoder } from './vae-decoder.ts';
export type { VqVaeChoices } from './vq-vae/choices.ts';
export { Codebook } from './vq-vae/codebook.ts';
export type { CodebookConfig, VqVaeConfig, VqVaeOptions } from './vq-vae/config.ts';
export { loadVqVae } from './vq-vae/load-vq-vae.ts';
export type { VqContext, VqDecoder, VqEncoder, VqNetwork, VqNetworkParts } from './vq-vae/network.ts';
export { defineVqNetwork } from './vq-vae/network.ts';
export { residual } from './vq-vae/networks/residual.ts';
export type { ResidualConfig } from './vq-vae/networks/residual-config.ts';
export { VqVae } from './vq-vae/vq-vae.ts';

export type { Law } from './law.ts';
export { LawError } from './law.ts';
export type { ModelUnderTest } from './model-laws.ts';
export { modelLaws } from './model-laws.ts';
export type { SamplerUnderTest } from './sampler-laws.ts';
export { samplerLaws } from './sampler-laws.ts';

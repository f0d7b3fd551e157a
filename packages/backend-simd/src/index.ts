export type { SimdBackend } from './backend.ts';
export type { ErrorCode } from './errors.ts';
export { GenmodelsError } from './errors.ts';
export type { SimdOptions } from './options.ts';
export { registerSimdBackend } from './register.ts';
export type { Build } from './wasm/builds.ts';

// What the TypeScript side calls. `run`, `serve` and `fail` share the work out; every other export is a kernel: (chunk) => void.
export { fail, run, serve } from './crew';
export * from './convolution';
export * from './elementwise';
export * from './movement';
export * from './pixels';
export * from './product';
export * from './reduction';
export { tally } from './tally';
export * from './training';
export * from './volume';

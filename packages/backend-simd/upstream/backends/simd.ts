export { registerSimdBackend as register } from '../../src/index.ts';

export { multiply, packRight } from './kernels';

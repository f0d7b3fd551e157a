export { adamStep, averageStep, rmsPropStep } from './optimizers';
export { normals, uniforms } from './random';

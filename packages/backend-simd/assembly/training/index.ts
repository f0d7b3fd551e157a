export { adamStep, averageStep, rmsPropStep } from './optimizers';
export { normals } from './random';

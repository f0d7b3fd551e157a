export { avgPool, maxPool } from './pooling-forward';
export { maxPoolGrad } from './pooling-max-grad';

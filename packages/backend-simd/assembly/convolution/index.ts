export { avgPool, maxPool, maxPoolGrad } from './pooling';

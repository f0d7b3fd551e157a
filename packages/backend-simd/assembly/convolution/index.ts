export { correlate } from './correlate';
export { filterGradient, planFilterGradient, sumParts } from './filter-gradient';
export { packFilter } from './pack';
export { planCorrelation } from './plan';
export { avgPool, maxPool, maxPoolGrad } from './pooling';
export { sumCopies } from './sum-copies';
export { transformFilter } from './winograd/transform-filter';

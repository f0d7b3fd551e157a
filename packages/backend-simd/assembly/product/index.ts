export { multiplyMatrices, multiplyScratch, packRight } from './kernels';
// Exported so that the optimizer keeps them apart: where it folds them into one function, V8 spills the sums.
export { tile1, tile2, tile3, tile4, tile5, tile6 } from './tile';

export { foldDepth, unfoldDepth } from './depth';

export { pixelScratch } from './group';
export { pixelSteps } from './pixel-steps';
// Exported so that the optimizer leaves them by themselves, as the tiles of products.
export { pixelTile, pixelTileWide } from './tile';

export { pixelScratch } from './group';
export { pixelSteps } from './pixel-steps';
// Exported so that the optimizer keeps them apart, as the tiles of products.
export { pixelTile1, pixelTile2, pixelTile3, pixelTile4, pixelTileWide } from './tile';

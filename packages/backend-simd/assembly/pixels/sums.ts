import { Group } from './group';
import { pixelTile1, pixelTile2, pixelTile3, pixelTile4, pixelTile5 } from './tile';

/** Bytes of a panel's row: 8 filters. */
const PANEL_ROW: usize = 32;

/**
 * Sums of products for each image: what stands at `start` (`startStep` bytes an image, 0 for all the same), then number by number of its row the
 * product with the weights [panels, depth, 8]. A panel is read once for all images.
 */
export function sumProducts(group: Group, weights: usize, depth: i32, filters: i32, start: usize, startStep: usize): void {
  const panel = <usize>depth * PANEL_ROW, bytes = (<usize>filters) << 2;
  for (let at: usize = 0; at < bytes; at += PANEL_ROW, weights += panel) {
    let rows = group.rows, from = start + at, sums = group.sums + at;
    for (let left = group.count; left > 0; ) {
      const images = nextImages(left);
      sumTile(images, rows, depth, weights, from, startStep, sums, group.sumsStep);
      rows += (<usize>images) << 2; from += <usize>images * startStep; sums += <usize>images * group.sumsStep;
      left -= images;
    }
  }
}

/** Five is what the registers hold, as in products; the last two tiles share what is left, since a small one waits for its own sums. */
@inline
function nextImages(left: i32): i32 {
  return left >= 10 ? 5 : left > 5 ? (left + 1) >> 1 : left;
}

function sumTile(images: i32, rows: usize, depth: i32, weights: usize, from: usize, fromStep: usize, sums: usize, sumsStep: usize): void {
  switch (images) {
    case 1: return pixelTile1(rows, depth, weights, from, fromStep, sums, sumsStep);
    case 2: return pixelTile2(rows, depth, weights, from, fromStep, sums, sumsStep);
    case 3: return pixelTile3(rows, depth, weights, from, fromStep, sums, sumsStep);
    case 4: return pixelTile4(rows, depth, weights, from, fromStep, sums, sumsStep);
    case 5: return pixelTile5(rows, depth, weights, from, fromStep, sums, sumsStep);
  }
}

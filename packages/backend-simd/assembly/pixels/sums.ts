import { Group } from './group';
import { pixelTile, pixelTileWide } from './tile';

/** Bytes of a panel's row: 8 filters. */
const PANEL_ROW: usize = 32;

/**
 * Sums of products for each image: what stands at `start` (`startStep` bytes an image, 0 for all the same), then number by number of its row the
 * product with the weights [panels, depth, 8].
 */
export function sumProducts(group: Group, weights: usize, depth: i32, filters: i32, start: usize, startStep: usize): void {
  const panel = <usize>depth * PANEL_ROW, end = (<usize>filters) << 2, rows = changetype<usize>(group) + offsetof<Group>('row0');
  let at: usize = 0;
  if (group.count == 1) {
    for (; at + PANEL_ROW < end; at += 2 * PANEL_ROW, weights += 2 * panel) {
      pixelTileWide(group.row0, depth, weights, weights + panel, start + at, group.sums + at);
    }
  }
  for (; at < end; at += PANEL_ROW, weights += panel) pixelTile(rows, depth, weights, start + at, startStep, group.sums + at, group.sumsStep);
}

import { arg } from '../../layout';
import { image, imagePitch, images, openBand, origin, pitch, row, rows } from '../band';
import { Word } from '../words';

// The windows of a band, one after the other: each of 4x4 pixels of the source and, two rows and two columns a step, 2x2 of the output.

/** Where the window begins; the first of its output pixels, counted over all images; 1 says that it has no second column, 2 no second row. */
export let window: usize = 0, outPixel: i32 = 0, edges: i32 = 0;

// Which one is next: image and row of the band, column.
let nextImage: i32 = 0, nextRow: i32 = 0, nextColumn: i32 = 0;

/** Makes band `index` the one of this thread; `head` bytes of its room are taken. */
export function openWindows(index: i32, head: usize): void {
  openBand(index, head);
  nextImage = 0; nextRow = 0; nextColumn = 0;
}

/** Goes on to the next window; false where there is none. */
export function nextWindow(): bool {
  if (nextColumn >= arg(Word.OUT_COLUMNS)) { nextColumn = 0; nextRow += 2; }
  if (nextRow >= rows) { nextRow = 0; nextImage++; }
  if (nextImage == images) return false;
  const outRow = row + nextRow - arg(Word.SHIFT_ROWS);
  window = origin + <usize>nextImage * imagePitch + <usize>nextRow * pitch + (<usize>(nextColumn * arg(Word.DEPTH)) << 2);
  outPixel = ((image + nextImage) * arg(Word.OUT_ROWS) + outRow) * arg(Word.OUT_COLUMNS) + nextColumn;
  edges = <i32>(nextColumn + 1 == arg(Word.OUT_COLUMNS)) | (<i32>(outRow + 1 == arg(Word.OUT_ROWS)) << 1);
  nextColumn += 2;
  return true;
}

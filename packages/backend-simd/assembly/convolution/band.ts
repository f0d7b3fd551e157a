import { thread } from '../crew';
import { address, arg } from '../layout';
import { Word } from './words';

// The band of the source that a thread works on: the windows of some rows of one image, or of all rows of some images. Where windows
// leave the source, the band is a copy with zeros around it, so that no product has to look where it is. Each thread runs an instance
// of its own, so these variables are its own.

/** The first image, and how many; the first row of the grid, and how many. */
export let image: i32 = 0, images: i32 = 0, row: i32 = 0, rows: i32 = 0;

/** Where the window of (image, row, FIRST_COLUMN) begins, and the bytes to the next source row and image. */
export let origin: usize = 0, pitch: usize = 0, imagePitch: usize = 0;

/** This thread's piece of scratch memory: a head for tables, then the copy. */
export function room(): usize {
  return address(Word.ROOMS) + <usize>thread * <usize>arg(Word.ROOM_BYTES);
}

/** Bands in one image. */
function bandsAnImage(): i32 {
  return (arg(Word.ROWS) + arg(Word.ROWS_AT_ONCE) - 1) / arg(Word.ROWS_AT_ONCE);
}

export function bandCount(): i32 {
  return (arg(Word.IMAGES) + arg(Word.IMAGES_AT_ONCE) - 1) / arg(Word.IMAGES_AT_ONCE) * bandsAnImage();
}

/** Makes band `index` the one of this thread; `head` bytes of its room are taken. */
export function openBand(index: i32, head: usize): void {
  const bands = bandsAnImage();
  image = index / bands * arg(Word.IMAGES_AT_ONCE);
  images = min(arg(Word.IMAGES_AT_ONCE), arg(Word.IMAGES) - image);
  row = index % bands * arg(Word.ROWS_AT_ONCE);
  rows = min(arg(Word.ROWS_AT_ONCE), arg(Word.ROWS) - row);
  row += arg(Word.FIRST_ROW);
  pitch = bandPitch();
  const top = row * arg(Word.STEP_ROWS) + arg(Word.LOW_ROW), left = arg(Word.FIRST_COLUMN) * arg(Word.STEP_COLUMNS) + arg(Word.LOW_COLUMN);
  if (arg(Word.DIRECT)) pointAt(top, left);
  else copyTo(room() + head, top, left);
}

/** Bytes from a row of a band to the next. */
export function bandPitch(): usize {
  const width = arg(Word.DIRECT) ? arg(Word.SOURCE_COLUMNS) : (arg(Word.COLUMNS) - 1) * arg(Word.STEP_COLUMNS) + arg(Word.SPAN_COLUMNS);
  return <usize>(width * arg(Word.DEPTH)) << 2;
}

function pointAt(top: i32, left: i32): void {
  imagePitch = <usize>arg(Word.SOURCE_ROWS) * pitch;
  origin = address(Word.SOURCE) + <usize>image * imagePitch + <usize>top * pitch + (<usize>(left * arg(Word.DEPTH)) << 2);
}

function copyTo(target: usize, top: i32, left: i32): void {
  const height = (rows - 1) * arg(Word.STEP_ROWS) + arg(Word.SPAN_ROWS);
  const sourceRows = arg(Word.SOURCE_ROWS), width = <i32>(pitch / (<usize>arg(Word.DEPTH) << 2));
  imagePitch = <usize>height * pitch;
  origin = target;
  for (let i = 0; i < images; i++) {
    for (let y = top; y < top + height; y++) {
      if (y < 0 || y >= sourceRows) clear(target, pitch);
      else copyRow((image + i) * sourceRows + y, left, width, target);
      target += pitch;
    }
  }
}

/** One row, with zeros left and right of the source. Zeros go up to 12 bytes too far: what stands there is written next. */
function copyRow(sourceRow: i32, left: i32, width: i32, target: usize): void {
  const columns = arg(Word.SOURCE_COLUMNS), pixel = <usize>arg(Word.DEPTH) << 2, sourcePixel = <usize>arg(Word.SOURCE_DEPTH) << 2;
  const begin = min(max(left, 0), columns), end = max(min(left + width, columns), begin);
  const before = <usize>min(max(-left, 0), width) * pixel, inside = <usize>(end - begin) * pixel;
  clear(target, before);
  let source = address(Word.SOURCE) + (<usize>sourceRow * <usize>columns + <usize>begin) * sourcePixel;
  if (pixel == sourcePixel) copy(source, target + before, inside);
  else for (let at: usize = 0; at < inside; at += pixel, source += sourcePixel) spread(source, target + before + at, pixel);
  clear(target + before + inside, pitch - before - inside);
}

function clear(target: usize, bytes: usize): void {
  for (const end = target + bytes; target < end; target += 16) v128.store(target, f32x4.splat(0));
}

function copy(source: usize, target: usize, bytes: usize): void {
  const end = target + bytes, whole = target + (bytes & ~15);
  for (; target < whole; target += 16, source += 16) v128.store(target, v128.load(source));
  for (; target < end; target += 4, source += 4) store<f32>(target, load<f32>(source));
}

/** One pixel, with each channel repeated, and zeros behind. */
function spread(source: usize, target: usize, pixel: usize): void {
  const copies = <usize>arg(Word.COPIES) << 2, end = target + pixel, sourceEnd = source + (<usize>arg(Word.SOURCE_DEPTH) << 2);
  for (; source < sourceEnd; source += 4) {
    const value = load<f32>(source);
    for (const next = target + copies; target < next; target += 4) store<f32>(target, value);
  }
  for (; target < end; target += 4) store<f32>(target, 0);
}

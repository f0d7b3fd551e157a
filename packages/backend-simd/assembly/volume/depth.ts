// Volumes [batch, depth, pixels, channels] and their windows [planes, pixels, window, channels]: the planes of a volume that lie under
// one another, `dilation` apart, side by side as channels.
//
// Arguments of both: volumes, windows, the planes from the first to before the last that are there, pixels, channels, depth, planes a
// volume, window, stride, dilation, padding in front, pixels a chunk, chunks a plane, the first volume to fold.
import { address, arg } from '../layout';

/** Volumes to windows. Planes of padding are zeros. */
export function unfoldDepth(chunk: i32): void {
  const plane = arg(2) + chunk / arg(13),
    pixels = arg(4),
    depth = arg(6),
    window = arg(8),
    volume = plane / arg(7),
    corner = (plane - volume * arg(7)) * arg(9) - arg(11),
    begin = (chunk % arg(13)) * arg(12),
    end = min(begin + arg(12), pixels),
    bytes = (<usize>arg(5)) << 2;
  const first = address(1) + (<usize>((plane - arg(2)) * pixels) * <usize>window) * bytes;
  for (let tap = 0; tap < window; tap++) {
    const at = corner + tap * arg(10),
      inside = at >= 0 && at < depth;
    let to = first + (<usize>begin * <usize>window + tap) * bytes,
      from = address(0) + (<usize>(volume * depth + at) * <usize>pixels + begin) * bytes;
    for (let pixel = begin; pixel < end; pixel++, to += <usize>window * bytes, from += bytes) {
      if (inside) copyRun(from, to, bytes);
      else memory.fill(to, 0, bytes);
    }
  }
}

/**
 * The transpose: adds each window to the planes that it shows. Taps are taken from the last, so that windows are added in their
 * order.
 */
export function foldDepth(chunk: i32): void {
  const place = chunk / arg(13),
    pixels = arg(4),
    depth = arg(6),
    planes = arg(7),
    window = arg(8),
    stride = arg(9),
    volume = place / depth + arg(14),
    at = place % depth,
    begin = (chunk % arg(13)) * arg(12),
    end = min(begin + arg(12), pixels),
    bytes = (<usize>arg(5)) << 2;
  const first = address(0) + (<usize>(volume * depth + at) * <usize>pixels) * bytes;
  for (let tap = window - 1; tap >= 0; tap--) {
    const corner = at + arg(11) - tap * arg(10),
      row = corner / stride,
      plane = volume * planes + row;
    if (corner < 0 || row * stride != corner || row >= planes || plane < arg(2) || plane >= arg(3)) continue;
    let to = first + <usize>begin * bytes,
      from = address(1) + ((<usize>((plane - arg(2)) * pixels) + begin) * <usize>window + tap) * bytes;
    for (let pixel = begin; pixel < end; pixel++, to += bytes, from += <usize>window * bytes) addRun(from, to, bytes);
  }
}

@inline
function copyRun(from: usize, to: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, v128.load(from + at));
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(from + at));
}

@inline
function addRun(from: usize, to: usize, bytes: usize): void {
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  for (; at < bytes; at += 4) store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at));
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend.ts';

/** Volumes [batch, depth, height, width, channels] and the windows that a filter sees along their depth. */
export interface DepthWindows {
  readonly batch: number;
  readonly depth: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Windows of a volume, each a plane of the output. */
  readonly planes: number;
  /** Planes that a window shows. */
  readonly window: number;
  readonly stride: number;
  readonly dilation: number;
  /** Planes of padding in front of a volume. */
  readonly before: number;
}

/** Neighbouring windows, numbered through all volumes: [batch * planes]. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** Windows repeat what they show; a block of them takes about this many bytes at most. */
const BLOCK_BYTES = 2 ** 26;

/** Pixels times channels that are worth a thread's while. */
const CHUNK = 16384;

/** All windows, in blocks of bounded memory. */
export function blocksOf(windows: DepthWindows, bytes = BLOCK_BYTES): Block[] {
  const { batch, planes, height, width, channels, window } = windows;
  const size = Math.max(Math.floor(bytes / (4 * height * width * channels * window)), 1);
  return Array.from({ length: Math.ceil((batch * planes) / size) }, (_, i) => ({
    from: i * size,
    to: Math.min((i + 1) * size, batch * planes),
  }));
}

/** Windows as images, the planes that each shows side by side as channels: [windows, height, width, window * channels]. */
export function unfold(backend: SimdBackend, volumes: TensorInfo, windows: DepthWindows, { from, to }: Block): TensorInfo {
  const shape = [to - from, windows.height, windows.width, windows.window * windows.channels];
  if (showEachPlaneOnce(windows) && to - from === windows.batch * windows.planes) return backend.reshaped(volumes, shape);
  const images = backend.empty(shape);
  run(backend, 'unfoldDepth', to - from, [backend.addressOf(volumes), backend.addressOf(images), from, to], windows);
  return images;
}

/** The transpose of `unfold`: adds images to the planes of which they are windows. */
export function foldInto(
  backend: SimdBackend,
  volumes: TensorInfo,
  windows: DepthWindows,
  images: TensorInfo,
  { from, to }: Block,
) {
  const first = Math.floor(from / windows.planes);
  const count = (Math.ceil(to / windows.planes) - first) * windows.depth;
  run(backend, 'foldDepth', count, [backend.addressOf(volumes), backend.addressOf(images), from, to], windows, first);
}

function showEachPlaneOnce({ window, stride, before, planes, depth }: DepthWindows): boolean {
  return window === 1 && stride === 1 && before === 0 && planes === depth;
}

/** Runs a kernel of assembly/volume/depth.ts on so many planes, each in pieces for the threads. */
function run(backend: SimdBackend, kernel: string, count: number, places: number[], windows: DepthWindows, first = 0): void {
  const { height, width, channels, depth, planes, window, stride, dilation, before } = windows;
  const pixels = Math.min(Math.ceil(CHUNK / (channels * window)), height * width);
  const pieces = Math.ceil((height * width) / pixels);
  const sizes = [height * width, channels, depth, planes, window, stride, dilation, before];
  backend.machine.run(kernel, count * pieces, ...places, ...sizes, pixels, pieces, first);
}

import { check, show } from '../../errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { fromHalves } from './float16.ts';
import type { HostTensor } from './host-tensor.ts';
import { checkSound, lengthBytes, maxHeaderBytes, maxNameBytes, maxRank, maxTensors, nameFits } from './safetensors.ts';
import { parseStrictJson } from './strict-json.ts';

/** What a safetensors file holds; the tensors stand in the order of their data. */
export interface Safetensors {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, HostTensor>;
}

const itemBytes = { F32: 4, I32: 4, F16: 2 };
type Dtype = keyof typeof itemBytes;

/** One entry of the header. `begin` and `end` count bytes from the end of the header. */
interface Layout {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a whole file into copies of its tensors; F16 becomes float32. All that the header claims is compared with the bytes at
 * hand before anything is allocated. Throws 'corrupt-file', or 'incompatible-file' for other types of numbers.
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  const dataStart = lengthBytes + headerLength(bytes);
  const { __metadata__: metadata = {}, ...entries } = parseHeader(bytes.subarray(lengthBytes, dataStart));
  checkSound(isTexts(metadata), '__metadata__', 'hold texts by name', metadata);
  const count = Object.keys(entries).length;
  checkSound(count <= maxTensors, 'the file', `have at most ${maxTensors} tensors`, count);
  const layouts = Object.entries(entries).map(([name, entry]) => readLayout(name, entry));
  layouts.sort((a, b) => a.begin - b.begin || a.end - b.end);
  checkContiguous(layouts, bytes.length - dataStart);
  const tensors = layouts.map((layout) => [layout.name, readTensor(layout, bytes.subarray(dataStart))] as const);
  return { metadata: new Map(Object.entries(metadata)), tensors: new Map(tensors) };
}

/** The length of the header, without the 8 bytes that say it. */
export function headerLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < lengthBytes || view.getUint32(4, true) > 0 ? Infinity : view.getUint32(0, true);
  // Most wrong files are text, an error page or a pointer of Git LFS: the first words tell the user more than the length.
  const start = new TextDecoder().decode(bytes.subarray(0, 80));
  checkSound(length <= maxHeaderBytes, 'the file', 'be a safetensors file, not a web page', start);
  checkSound(length <= bytes.length - lengthBytes, 'the file', `have ${length} bytes of header`, bytes.length - lengthBytes);
  return length;
}

function parseHeader(bytes: Uint8Array): JsonObject {
  const text = decodeUtf8(bytes);
  const header = parseStrictJson(text, 'the header');
  checkSound(isJsonObject(header) && text.startsWith('{'), 'the header', 'be a JSON object from its first byte on', text);
  return header;
}

/** What is no UTF-8 becomes '', which is no JSON. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

function readLayout(name: string, entry: Json): Layout {
  const what = `tensor ${show(name)}`;
  checkSound(nameFits(name), what, `have a name of at most ${maxNameBytes} bytes`, name);
  checkSound(isJsonObject(entry) && Object.keys(entry).length === 3, what, 'have dtype, shape and data_offsets', entry);
  const { dtype, shape, data_offsets: offsets } = entry;
  checkSound(isCounts(shape) && shape.length <= maxRank, what, `have a shape of at most ${maxRank} sizes`, shape);
  checkSound(isCounts(offsets) && offsets.length === 2, what, 'have data_offsets [begin, end]', offsets);
  check(isReadable(dtype), 'incompatible-file', () => `${what} must be ${Object.keys(itemBytes).join(', ')}, got ${show(dtype)}`);
  const [begin, end] = offsets as [number, number];
  checkSound(end - begin === byteLength(shape, dtype), what, `fill the bytes of ${dtype} ${show(shape)}`, offsets);
  return { name, dtype, shape, begin, end };
}

/** NaN, which equals no length, where the product leaves the integers that a number holds exactly. */
function byteLength(shape: readonly number[], dtype: Dtype): number {
  return shape.reduce((bytes, size) => (Number.isSafeInteger(bytes * size) ? bytes * size : NaN), itemBytes[dtype]);
}

function checkContiguous(layouts: readonly Layout[], length: number): void {
  let position = 0;
  for (const { name, begin, end } of layouts) {
    checkSound(begin === position, `tensor ${show(name)}`, `start at byte ${position} of the data`, begin);
    position = end;
  }
  checkSound(position === length, 'the file', `have ${position} bytes of data`, length);
}

/** Copies, because the bytes are the caller's, are not always aligned, and shall not live as long as a weight. */
function readTensor({ dtype, shape, begin, end }: Layout, data: Uint8Array): HostTensor {
  const { buffer } = new Uint8Array(data.subarray(begin, end));
  if (dtype === 'I32') return { shape, dtype: 'int32', values: new Int32Array(buffer) };
  const values = dtype === 'F16' ? fromHalves(new Uint16Array(buffer)) : new Float32Array(buffer);
  return { shape, dtype: 'float32', values };
}

function isTexts(value: Json): value is Record<string, string> {
  return isJsonObject(value) && Object.values(value).every((item) => typeof item === 'string');
}

function isCounts(value: Json | undefined): value is number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && !Object.is(item, -0) && item >= 0);
}

function isReadable(dtype: Json | undefined): dtype is Dtype {
  return typeof dtype === 'string' && Object.hasOwn(itemBytes, dtype);
}

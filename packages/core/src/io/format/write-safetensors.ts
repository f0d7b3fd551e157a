import { check, show } from '../../errors.ts';
import { toHalves } from './float16.ts';
import type { HostTensor } from './host-tensor.ts';
import { forbiddenNames, lengthBytes, maxHeaderBytes, maxNameBytes, maxRank, maxTensors, nameFits } from './safetensors.ts';

export interface WriteSafetensorsOptions {
  /** Texts by name, for `__metadata__`. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Stores float32 tensors as IEEE halves: half the size, 11 significant bits, nothing beyond 65,504. @default false */
  readonly float16?: boolean;
}

interface Part {
  readonly name: string;
  readonly dtype: 'F32' | 'F16' | 'I32';
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array | Uint16Array;
}

/** Lays tensors out as a safetensors file. Throws 'invalid-argument' for what the reader would refuse. */
export function writeSafetensors(
  tensors: ReadonlyMap<string, HostTensor>,
  { metadata = {}, float16 = false }: WriteSafetensorsOptions = {},
): Uint8Array {
  check(tensors.size <= maxTensors, 'invalid-argument', () => `a file holds at most ${maxTensors} tensors, got ${tensors.size}`);
  const parts = [...tensors].map(([name, tensor]) => toPart(name, tensor, float16));
  parts.sort((a, b) => b.values.BYTES_PER_ELEMENT - a.values.BYTES_PER_ELEMENT); // so that each starts at a multiple of its item
  const header = encodeHeader(parts, metadata);
  const bytes = new Uint8Array(parts.reduce((length, { values }) => length + values.byteLength, lengthBytes + header.length));
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, lengthBytes);
  let position = lengthBytes + header.length;
  for (const { values } of parts) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), position);
    position += values.byteLength;
  }
  return bytes;
}

function toPart(name: string, { shape, dtype, values }: HostTensor, float16: boolean): Part {
  const what = `tensor ${show(name)}`;
  const reserved = ['__metadata__', ...forbiddenNames];
  check(
    nameFits(name) && !reserved.includes(name),
    'invalid-argument',
    () => `${what} must have a name of at most ${maxNameBytes} bytes, none of ${reserved.join(', ')}`,
  );
  check(shape.length <= maxRank, 'invalid-shape', () => `${what} must have a rank of at most ${maxRank}, got ${shape.length}`);
  const size = shape.reduce((product, length) => product * length, 1);
  check(
    size === values.length,
    'invalid-shape',
    () => `${what} of ${show(shape)} must have ${size} values, got ${values.length}`,
  );
  if (dtype === 'int32') return { name, dtype: 'I32', shape, values };
  return float16 ? { name, dtype: 'F16', shape, values: toHalves(values) } : { name, dtype: 'F32', shape, values };
}

/** Written by hand, because an object would put names such as "10" first. Spaces make the data start at a multiple of 8. */
function encodeHeader(parts: readonly Part[], metadata: Readonly<Record<string, string>>): Uint8Array {
  let end = 0;
  const entries = parts.map(({ name, dtype, shape, values }) => {
    const begin = end;
    end += values.byteLength;
    return `${JSON.stringify(name)}:${JSON.stringify({ dtype, shape, data_offsets: [begin, end] })}`;
  });
  const json = new TextEncoder().encode(`{${[`"__metadata__":${JSON.stringify(metadata)}`, ...entries].join(',')}}`);
  const header = new Uint8Array(8 * Math.ceil(json.length / 8)).fill(0x20);
  check(
    header.length <= maxHeaderBytes,
    'invalid-argument',
    () => `names, shapes and metadata must fit into ${maxHeaderBytes} bytes, got ${header.length}`,
  );
  header.set(json);
  return header;
}

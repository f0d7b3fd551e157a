import type { HostTensor } from '@genmodels/core';

/** A file of float32 tensors as another program would write it, without metadata. */
export function toSafetensors(tensors: ReadonlyMap<string, HostTensor>): Uint8Array {
  let end = 0;
  const entries = [...tensors].map(([name, { shape, values }]) => {
    const begin = end;
    end += values.byteLength;
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }];
  });
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const bytes = new Uint8Array(8 + header.length + end);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 8);
  let position = 8 + header.length;
  for (const { values } of tensors.values()) {
    bytes.set(new Uint8Array(values.buffer), position);
    position += values.byteLength;
  }
  return bytes;
}

/** For tests: a safetensors file laid out by hand, as far from our own writer and reader as the format allows. */
export function layOut(
  header: string,
  data: Uint8Array | readonly number[],
  length = new TextEncoder().encode(header).length,
): Uint8Array {
  const text = new TextEncoder().encode(header);
  const size = new Uint8Array(new BigUint64Array([BigInt(length)]).buffer);
  return Uint8Array.from([...size, ...text, ...data]);
}

export interface RawTensor {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
}

/** Reads a sound file in the plainest way. */
export function takeApart(file: Uint8Array): {
  metadata: Record<string, string>;
  tensors: Record<string, RawTensor>;
  dataStart: number;
} {
  const length = file.slice(0, 8).reduceRight((sum, byte) => sum * 256 + byte, 0);
  const { __metadata__: metadata = {}, ...entries } = JSON.parse(Buffer.from(file.slice(8, 8 + length)).toString('utf8'));
  const data = file.slice(8 + length);
  const tensors: Record<string, RawTensor> = {};
  for (const [name, entry] of Object.entries<{ dtype: string; shape: number[]; data_offsets: [number, number] }>(entries)) {
    tensors[name] = { dtype: entry.dtype, shape: entry.shape, bytes: data.slice(...entry.data_offsets) };
  }
  return { metadata, tensors, dataStart: 8 + length };
}

import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { drawInteger, type Rng } from '@genmodels/core';
import { concat } from '../../../../core/soak/fuzz/concat.ts';
import { toWords } from '../../../../core/soak/fuzz/to-words.ts';
import { readChunks } from '../../../src/image-folder/decode/png/chunks.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** The chunks of a PNG file without their lengths and checksums. Every second time the pixels are the rows that were packed. */
export function cutPng(file: Uint8Array, rng: Rng): Uint8Array[] {
  const isUnpacked = drawInteger(2, rng) === 0;
  return readChunks(new Uint8Array(file)).map(({ type, data }) =>
    pngPart(type, type === 'IDAT' && isUnpacked ? inflateSync(data) : data),
  );
}

export function pngPart(type: string, data: Uint8Array): Uint8Array {
  return concat(...toWords(type), data);
}

/** A file of these chunks, with lengths and checksums that are right. Rows of pixels get packed. */
export function joinPng(parts: readonly Uint8Array[]): Uint8Array {
  return concat(signature, ...parts.map((part) => toChunk(isRows(part) ? concat(part.subarray(0, 4), pack(part)) : part)));
}

/** Rows begin with the number of a filter, 0 to 4; what zlib packed begins with 0x78. */
function isRows(part: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(part.subarray(0, 4)) === 'IDAT' && part[4]! < 5;
}

function pack(part: Uint8Array): Uint8Array {
  return deflateSync(part.subarray(4), { level: 1 });
}

function toChunk(part: Uint8Array): Uint8Array {
  const chunk = Buffer.from(concat(new Uint8Array(4), part, new Uint8Array(4)));
  chunk.writeUInt32BE(Math.max(0, part.length - 4), 0);
  chunk.writeUInt32BE(crc32(part), part.length + 4);
  return chunk;
}

import { type CodedFile, checkCoded, checkHeader, fromHex, largestCodedSize, sealHeader, toHex } from '@genmodels/core';

/** What stands before the coded pixels. */
export interface CodedHeader {
  /** Images that were coded side by side. */
  readonly batchSize: number;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly levels: number;
  /** Fingerprint of the model: 16 bytes, as hex digits. */
  readonly model: string;
  /** Digest of the condition: 8 bytes, as hex digits, zeros where there is none. */
  readonly condition: string;
  /** Digest of the pixels' levels: 8 bytes, as hex digits. */
  readonly pixels: string;
}

/**
 * Bytes before the coded pixels, integers little-endian:
 *
 *      0  "gmac"                      8  count     24  levels              60  digest of all
 *      4  format, a byte             12  height    28  model, 16 bytes         before it, 4 bytes
 *      5  arithmetic, a byte         16  width     44  condition, 8
 *      6  batch size, 2 bytes        20  channels  52  pixels, 8
 */
export const headerBytes = 64;

/** The largest `batchSize`. */
export const largestBatch = 1024;

export const codedFile: CodedFile = {
  letters: 'gmac',
  headerBytes,
  format: 1,
  arithmetic: 1,
  content: 'images',
  packageName: '@genmodels/pixelcnn',
};

const numbers = ['count', 'height', 'width', 'channels', 'levels'] as const;

export async function writeHeader(header: CodedHeader): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  view.setUint16(6, header.batchSize, true);
  for (const [i, name] of numbers.entries()) view.setUint32(8 + 4 * i, header[name], true);
  bytes.set(fromHex(header.model + header.condition + header.pixels), 28);
  await sealHeader(bytes, codedFile);
  return bytes;
}

/** Throws 'corrupt-file' for what is no such file, 'incompatible-file' for one of another format or arithmetic. */
export async function readHeader(bytes: Uint8Array): Promise<CodedHeader> {
  await checkHeader(bytes, codedFile);
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const [count, height, width, channels, levels] = numbers.map((_, i) => view.getUint32(8 + 4 * i, true)) as FiveNumbers;
  const batchSize = view.getUint16(6, true);
  const size = count * height * width * channels;
  checkCoded(size <= largestCodedSize, codedFile, `hold at most ${largestCodedSize} values`, String(size));
  checkCoded(
    batchSize >= 1 && batchSize <= largestBatch,
    codedFile,
    `have batches of 1 to ${largestBatch} images`,
    String(batchSize),
  );
  return {
    ...{ batchSize, count, height, width, channels, levels },
    ...{ model: toHex(bytes.subarray(28, 44)), condition: toHex(bytes.subarray(44, 52)), pixels: toHex(bytes.subarray(52, 60)) },
  };
}

type FiveNumbers = [number, number, number, number, number];

import { type CodedFile, checkCoded, checkHeader, fromHex, sealHeader, toHex } from '@genmodels/core';

/** What stands before the coded examples. */
export interface CodedHeader {
  readonly count: number;
  /** Of the bits that the first latents were drawn with. */
  readonly seed: number;
  /** The tfjs backend that the networks ran on, up to 16 letters of it. */
  readonly backend: string;
  /** Fingerprint of the model: 16 bytes, as hex digits. */
  readonly model: string;
  /** Digest of the condition: 8 bytes, as hex digits, zeros where there is none. */
  readonly condition: string;
  /** What `probe` says of the backend: 8 bytes, as hex digits. */
  readonly probe: string;
  /** Digest of the examples' levels: 8 bytes, as hex digits. */
  readonly levels: string;
}

/**
 * Bytes before the coded examples, integers little-endian:
 *
 *      0  "gmbb"                      8  count                     36  model, 16 bytes      76  digest of all
 *      4  format, a byte             12  seed, 8 bytes             52  condition, 8             before it, 4 bytes
 *      5  arithmetic, a byte         20  backend, 16 bytes of      60  probe, 8
 *      6  zeros, 2 bytes                 ASCII and zeros           68  levels, 8
 */
export const headerBytes = 80;

export const codedFile: CodedFile = {
  letters: 'gmbb',
  headerBytes,
  format: 1,
  arithmetic: 1,
  content: 'examples',
  packageName: '@genmodels/vae',
};

const backendBytes = 16;

export async function writeHeader(header: CodedHeader): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, header.count, true);
  view.setBigUint64(12, BigInt(header.seed), true);
  bytes.set(
    [...header.backend].slice(0, backendBytes).map((letter) => letter.charCodeAt(0)),
    20,
  );
  bytes.set(fromHex(header.model + header.condition + header.probe + header.levels), 36);
  await sealHeader(bytes, codedFile);
  return bytes;
}

/** Throws 'corrupt-file' for what is no such file, 'incompatible-file' for one of another format or arithmetic. */
export async function readHeader(bytes: Uint8Array): Promise<CodedHeader> {
  await checkHeader(bytes, codedFile);
  const hex = (begin: number, count: number) => toHex(bytes.subarray(begin, begin + count));
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const seed = Number(view.getBigUint64(12, true));
  checkCoded(Number.isSafeInteger(seed), codedFile, 'have a seed below 2^53', String(seed));
  return {
    ...{ count: view.getUint32(8, true), seed },
    backend: String.fromCharCode(...bytes.subarray(20, 20 + backendBytes).filter((code) => code > 0)),
    ...{ model: hex(36, 16), condition: hex(52, 8), probe: hex(60, 8), levels: hex(68, 8) },
  };
}

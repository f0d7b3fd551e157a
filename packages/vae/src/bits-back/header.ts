import { check, digest, fromHex, GenmodelsError, toHex } from '@genmodels/core';

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

/** Values of all examples in one file: what a decoder is willing to allocate. */
export const largestSize = 2 ** 28;

const format = 1;
/** How masses are computed on the host, to the bit, and in what order symbols go. Whatever changes a frequency takes the next number. */
const arithmetic = 1;
const magic = [...'gmbb'].map(codeOf);
const backendBytes = 16;
const sealAt = headerBytes - 4;

export async function writeHeader(header: CodedHeader): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set([...magic, format, arithmetic]);
  view.setUint32(8, header.count, true);
  view.setBigUint64(12, BigInt(header.seed), true);
  bytes.set([...header.backend].slice(0, backendBytes).map(codeOf), 20);
  bytes.set(fromHex(header.model + header.condition + header.probe + header.levels), 36);
  bytes.set(fromHex(await digest(bytes.subarray(0, sealAt), 4)), sealAt);
  return bytes;
}

/** Throws 'corrupt-file' for what is no such file, 'incompatible-file' for one of another format or arithmetic. */
export async function readHeader(bytes: Uint8Array): Promise<CodedHeader> {
  const isOurs = bytes.length >= headerBytes && magic.every((code, i) => bytes[i] === code);
  checkSound(isOurs, `start with "gmbb" and have at least ${headerBytes} bytes`, `${bytes.length} bytes that do not`);
  checkKnown('format', format, bytes[4]!);
  const hex = (begin: number, count: number) => toHex(bytes.subarray(begin, begin + count));
  checkSound(hex(sealAt, 4) === (await digest(bytes.subarray(0, sealAt), 4)), 'have a whole header', 'a damaged one');
  checkKnown('arithmetic', arithmetic, bytes[5]!);
  const view = new DataView(bytes.buffer, bytes.byteOffset, headerBytes);
  const seed = Number(view.getBigUint64(12, true));
  checkSound(Number.isSafeInteger(seed), 'have a seed below 2^53', String(seed));
  return {
    ...{ count: view.getUint32(8, true), seed },
    backend: String.fromCharCode(...bytes.subarray(20, 20 + backendBytes).filter((code) => code > 0)),
    ...{ model: hex(36, 16), condition: hex(52, 8), probe: hex(60, 8), levels: hex(68, 8) },
  };
}

function codeOf(letter: string): number {
  return letter.charCodeAt(0);
}

function checkSound(sound: boolean, wanted: string, got: string): void {
  check(sound, 'corrupt-file', () => `compressed examples must ${wanted}, got ${got}`);
}

function checkKnown(what: string, known: number, got: number): void {
  if (got === known) return;
  const advice = got > known ? 'a newer release of @genmodels/vae reads them' : 'take the release that wrote them';
  throw new GenmodelsError('incompatible-file', `compressed examples must be of ${what} ${known}, got ${got}: ${advice}`);
}

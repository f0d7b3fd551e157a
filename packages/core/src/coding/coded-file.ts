import { check, GenmodelsError } from '../errors.ts';
import { digest } from './digest.ts';
import { fromHex, toHex } from './hex.ts';

/**
 * What files of coded examples begin with, whatever else their header says:
 *
 *      0  four letters      4  format, a byte      5  arithmetic, a byte      ...      length - 4  digest of all before it, 4 bytes
 */
export interface CodedFile {
  /** Four of ASCII. */
  readonly letters: string;
  readonly headerBytes: number;
  readonly format: number;
  /** How frequencies are computed, to the bit, and in what order symbols go. Whatever changes one takes the next number. */
  readonly arithmetic: number;
  /** What is coded, for messages: 'images'. */
  readonly content: string;
  /** Whose newer release may read what this one does not. */
  readonly packageName: string;
}

/** Values of all examples in one file: what a decoder is willing to allocate. */
export const largestCodedSize = 2 ** 28;

/** Fills in what all headers have; the rest of the header stands already. */
export async function sealHeader(header: Uint8Array, { letters, format, arithmetic }: CodedFile): Promise<void> {
  header.set([...codesOf(letters), format, arithmetic]);
  const end = header.length - 4;
  header.set(fromHex(await digest(header.subarray(0, end), 4)), end);
}

/** Throws 'corrupt-file' for what is no such file, 'incompatible-file' for one of another format or arithmetic. */
export async function checkHeader(bytes: Uint8Array, file: CodedFile): Promise<void> {
  const { letters, headerBytes } = file;
  const isOurs = bytes.length >= headerBytes && codesOf(letters).every((code, i) => bytes[i] === code);
  checkCoded(isOurs, file, `start with "${letters}" and have at least ${headerBytes} bytes`, `${bytes.length} bytes that do not`);
  checkKnown('format', bytes[4]!, file);
  const end = headerBytes - 4;
  const seal = toHex(bytes.subarray(end, headerBytes));
  checkCoded(seal === (await digest(bytes.subarray(0, end), 4)), file, 'have a whole header', 'a damaged one');
  checkKnown('arithmetic', bytes[5]!, file);
}

/** Throws 'corrupt-file': compressed `content` must do what is wanted. */
export function checkCoded(sound: boolean, { content }: Pick<CodedFile, 'content'>, wanted: string, got: string): void {
  check(sound, 'corrupt-file', () => `compressed ${content} must ${wanted}, got ${got}`);
}

/** Throws 'incompatible-file' where the reader has another `what` than the writer had. `advice` says what to do. */
export function checkFingerprint(what: string, wanted: string, got: string, content: string, advice: string): void {
  check(
    wanted === got,
    'incompatible-file',
    () => `the ${what} must have the fingerprint ${wanted} of the compressed ${content}, got ${got}: ${advice}`,
  );
}

/** Throws 'invalid-argument' for images of more values than a file holds. */
export function checkCodedSize(size: number): void {
  check(
    size <= largestCodedSize,
    'invalid-argument',
    () => `images must be at most ${largestCodedSize} values in one file, got ${size}: compress some at a time`,
  );
}

/** A header and what comes after it, as one file. */
export function joinCoded(header: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(header.length + body.length);
  bytes.set(header);
  bytes.set(body, header.length);
  return bytes;
}

function checkKnown(what: 'format' | 'arithmetic', got: number, { content, packageName, [what]: known }: CodedFile): void {
  if (got === known) return;
  const advice = got > known ? `a newer release of ${packageName} reads them` : 'take the release that wrote them';
  throw new GenmodelsError('incompatible-file', `compressed ${content} must be of ${what} ${known}, got ${got}: ${advice}`);
}

function codesOf(letters: string): number[] {
  return [...letters].map((letter) => letter.charCodeAt(0));
}

import { show } from '@genmodels/core';
import { ByteReader } from './byte-reader.ts';
import { checkKnown, checkSound } from './check-sound.ts';

// A zip archive, read from its end (PKWARE's APPNOTE.TXT, 4.3). PyTorch always writes the records of zip64, and stores without compression.
//
//   member 0: header, name, bytes   member 1 ...   directory: an entry a member   [zip64 end, its locator]   end

const memberSignature = 0x04034b50;
const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;
const endSignature64 = 0x06064b50;
const locatorSignature = 0x07064b50;

/** The lengths of the end and of the locator before it. */
const endBytes = 22;
const locatorBytes = 20;

/** A field that does not fit says so by its highest value; it stands in the zip64 records then. */
const elsewhere = 0xffffffff;

const maxMembers = 65_536;

/** The members of an archive by name, as views of its bytes. Throws 'corrupt-file', or 'incompatible-file' where one is compressed. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const { count, start } = findDirectory(bytes);
  checkSound(count <= maxMembers, 'the archive', `have at most ${maxMembers} members`, count);
  const directory = new ByteReader(bytes, start);
  return new Map(Array.from({ length: count }, () => readEntry(directory, bytes)));
}

/** A comment of at most 65,535 bytes may follow the end. */
function findDirectory(bytes: Uint8Array): { count: number; start: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - endBytes - 0xffff);
  let at = bytes.length - endBytes;
  while (at >= first && view.getUint32(at, true) !== endSignature) at--;
  checkSound(at >= first, 'the archive', 'have a directory at its end', 'none: it was cut short');
  const end = new ByteReader(bytes, at + 10);
  const count = end.uint16();
  end.take(4); // the directory's length
  const start = end.uint32();
  return count === 0xffff || start === elsewhere ? findDirectory64(bytes, at) : { count, start };
}

function findDirectory64(bytes: Uint8Array, at: number): { count: number; start: number } {
  checkSound(at >= locatorBytes, 'the archive', 'have a zip64 locator before its end', 'none');
  const locator = new ByteReader(bytes, at - locatorBytes);
  checkSignature(locator, locatorSignature, 'the zip64 locator');
  locator.take(4); // the disk
  const end = new ByteReader(bytes, locator.uint64());
  checkSignature(end, endSignature64, 'the zip64 end');
  end.take(28); // its length, versions and disks, the members of this disk
  const count = end.uint64();
  end.take(8); // the directory's length
  return { count, start: end.uint64() };
}

function readEntry(directory: ByteReader, bytes: Uint8Array): [string, Uint8Array] {
  checkSignature(directory, entrySignature, 'an entry of the directory');
  directory.take(6); // versions, flags
  const method = directory.uint16();
  directory.take(12); // time, checksum, compressed size
  const size = directory.uint32();
  const [nameLength, extraLength, commentLength] = [directory.uint16(), directory.uint16(), directory.uint16()];
  directory.take(8); // disk, attributes
  const start = directory.uint32();
  const name = directory.text(nameLength);
  const extra = directory.take(extraLength);
  directory.take(commentLength);
  checkKnown(method === 0, `member ${show(name)}`, 'be stored without compression', `method ${method}`);
  return [name, readMember(bytes, widen({ size, start }, extra))];
}

interface Place {
  readonly size: number;
  readonly start: number;
}

/** The zip64 extra field (id 1) has the fields that did not fit, in this order; what is stored has its size twice. */
function widen({ size, start }: Place, extra: Uint8Array): Place {
  const fields = new ByteReader(extra);
  if (size !== elsewhere && start !== elsewhere) return { size, start };
  for (let id = fields.uint16(); id !== 1; id = fields.uint16()) fields.take(fields.uint16());
  fields.take(2);
  const [wide] = size === elsewhere ? [fields.uint64(), fields.uint64()] : [size];
  return { size: wide!, start: start === elsewhere ? fields.uint64() : start };
}

function readMember(bytes: Uint8Array, { size, start }: Place): Uint8Array {
  const member = new ByteReader(bytes, start);
  checkSignature(member, memberSignature, 'a member');
  member.take(22); // what the directory says too
  const [nameLength, extraLength] = [member.uint16(), member.uint16()];
  member.take(nameLength + extraLength);
  return member.take(size);
}

function checkSignature(reader: ByteReader, signature: number, what: string): void {
  const got = reader.uint32();
  checkSound(got === signature, what, `begin with 0x${signature.toString(16)}`, `0x${got.toString(16)}`);
}

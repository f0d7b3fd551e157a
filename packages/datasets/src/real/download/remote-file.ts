import { check, sha256 } from '@genmodels/core';
import { gunzip, isGzip } from '../gunzip.ts';

/** A file of a data set as its mirrors have it. */
export interface RemoteFile {
  /** What stands behind the address of a mirror: 'train-images-idx3-ubyte.gz'. */
  readonly path: string;
  /** What the cache calls it. */
  readonly name: string;
  /** Whether the next two are those of the content that gzip unpacks: mirrors may pack it each in its own way. */
  readonly isPacked: boolean;
  readonly bytes: number;
  /** As 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The content of a file from the bytes that came. Rejects with 'corrupt-file' where it is another, before it unpacks more than there is. */
export async function openRemote(bytes: Uint8Array, file: RemoteFile): Promise<Uint8Array> {
  const { path, isPacked } = file;
  const content = isPacked && isGzip(bytes) ? await gunzip(bytes, { limit: file.bytes, name: path }) : bytes;
  check(
    content.length === file.bytes,
    'corrupt-file',
    () => `${path} must hold ${file.bytes} bytes, got ${content.length}: fetch it again`,
  );
  const digest = await sha256(content);
  check(
    digest === file.sha256,
    'corrupt-file',
    () => `${path} must have the SHA-256 ${file.sha256}, got ${digest}: fetch it again`,
  );
  return content;
}

import { type ByteFolder, cached, GenmodelsError, type ResumeOptions, type TransferOptions } from '@genmodels/core';
import { defaultCache } from './default-cache.ts';
import { openRemote, type RemoteFile } from './remote-file.ts';

/** How files are downloaded. */
export interface DownloadOptions extends TransferOptions, ResumeOptions {
  /** Where they are kept. @default `genmodels/datasets` in the user's cache folder in Node, the Cache API in browsers */
  readonly cache?: ByteFolder;
  /** The https addresses of folders to look in, one after another. @default those that are well known */
  readonly mirrors?: readonly string[];
}

/** Where the files of a data set are on the web. */
export interface Mirrors {
  readonly mirrors: readonly string[];
  /** Other origins that they lead on to. */
  readonly redirectOrigins?: readonly string[];
}

/**
 * The content of a file: of the copy that is kept, or from the first mirror that has it. What a mirror sends is believed, and kept, only
 * if it has the SHA-256 of the file. Rejects with 'storage' and the fault of each where all of them fail.
 */
export async function download(file: RemoteFile, known: Mirrors, options: DownloadOptions): Promise<Uint8Array> {
  const faults: GenmodelsError[] = [];
  for (const mirror of options.mirrors ?? known.mirrors) {
    try {
      return await downloadFrom(mirror, file, { ...known, ...options });
    } catch (error) {
      if (!isFaultOfMirror(error)) throw error;
      faults.push(error);
    }
  }
  const list = faults.map(({ message }) => `\n- ${message}`).join('');
  const advice = 'Try again later, pass other { mirrors }, or the { directory } where it lies';
  throw new GenmodelsError('storage', `${file.path} must be on a mirror that can be reached, got none. ${advice}${list}`, {
    cause: new AggregateError(faults),
  });
}

async function downloadFrom(
  mirror: string,
  file: RemoteFile,
  { cache = defaultCache(), ...options }: DownloadOptions & Mirrors,
): Promise<Uint8Array> {
  let content: Uint8Array = new Uint8Array();
  const copy = cached(mirror.replace(/\/?$/, `/${file.path}`), {
    ...options,
    folder: cache,
    name: file.name,
    maxBytes: file.bytes + 2 ** 16, // gzip adds little to what it cannot shrink
    async verify(bytes) {
      content = await openRemote(bytes, file);
    },
  });
  await copy.read();
  return content;
}

/** All but an abort, a wrong option and a bug of the caller's. */
function isFaultOfMirror(error: unknown): error is GenmodelsError {
  return error instanceof GenmodelsError && (error.code === 'storage' || error.code === 'corrupt-file');
}

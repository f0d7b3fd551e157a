import { check, GenmodelsError } from '../../errors.ts';
import type { ByteStorage } from './storage.ts';

const minute = 60_000; // milliseconds; some browsers fetch the file a moment after the click

/**
 * The downloads of the user, in pages: `save(model, download('faces.safetensors'))` hands the file over as a click on a download link
 * does. The browser may ask, and may change the name; whether the user keeps the file nobody is told, and it cannot be read back: a file
 * input or a drop gives a `Blob`, which `load` takes as `blob(file)`.
 */
export function download(name: string): Required<ByteStorage> {
  return {
    async read() {
      throw new GenmodelsError('storage', `${name} must be picked by the user, got a download: load blob(file) of a file input`);
    },
    async write(bytes, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      check(
        globalThis.document !== undefined,
        'storage',
        () => 'a download must be in a page, got another platform: send the result of toBytes(model) to one, or save to a path',
      );
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
      Object.assign(document.createElement('a'), { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), minute);
      onProgress?.(bytes.length, bytes.length);
    },
  };
}

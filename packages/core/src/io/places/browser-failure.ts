import { GenmodelsError } from '../../errors.ts';

const instead = 'Keep the file with save(model, download(name)) instead';

/** Translates what a storage of the browser throws into 'storage', with what to do about it. */
export function browserFailure(place: string, cause: unknown): GenmodelsError {
  if (cause instanceof GenmodelsError) return cause;
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) };
  return new GenmodelsError('storage', `${place} must ${demandOf(name, message)}`, { cause });
}

function demandOf(name: string, message: string): string {
  const got = `${name}${name && message ? ': ' : ''}${message}`;
  switch (name) {
    case 'QuotaExceededError':
    case 'AbortError': // Chromium often says only that it broke off the write that had no room
      return `have room for the file, got ${got}. Remove what is no longer needed. ${instead}`;
    case 'VersionError':
    case 'NotFoundError':
      return `hold files of ours alone, got ${got}. Choose another name`;
    default:
      return `be open to this page, got ${got}. Private windows may forbid it. ${instead}`;
  }
}

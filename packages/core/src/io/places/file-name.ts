import { check, show } from '../../errors.ts';

const pattern = /^[a-z0-9][a-z0-9._-]{0,127}$/;
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/; // Windows opens these in every folder, whatever follows the first dot
const ending = /\.$|\.(tmp|crswap)$/; // Windows drops a last dot; the others are those of files that are being written

/**
 * Whether a name means one file of one folder in every place: no path, nothing that a system keeps for itself, and lower case only,
 * because many a disk takes 'A' and 'a' for the same file.
 */
export function isFileName(name: string): boolean {
  return pattern.test(name) && !device.test(name) && !ending.test(name);
}

export function checkFileName(name: string): void {
  check(
    typeof name === 'string' && isFileName(name),
    'invalid-argument',
    () =>
      `a file name must be 1 to 128 of a-z, 0-9, ".", "_", "-", begin with a letter or digit, not end in ".", ".tmp" or ".crswap", and be no device of Windows such as "nul", got ${show(name)}`,
  );
}

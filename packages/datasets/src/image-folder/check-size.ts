import { check } from '@genmodels/core';

/** Asked before a file is read into memory. */
export function checkSize(path: string, bytes: number, limit: number): void {
  check(bytes <= limit, 'incompatible-file', () => `${path} has ${bytes} bytes, and at most ${limit} are read: make it smaller`);
}

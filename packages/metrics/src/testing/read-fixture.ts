import { readFileSync } from 'node:fs';

/** Values that a script of packages/metrics/fixtures computed from the definitions. */
export function readFixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8')) as T;
}

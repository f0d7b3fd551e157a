import type { Json } from '../../json.ts';
import { checkSound, forbiddenNames } from './safetensors.ts';

const maxDepth = 32;

/** A bracket, or a whole string with the colon that makes it a key. */
const token = /[[\]{}]|("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?/g;

/**
 * JSON.parse for files of unknown origin. It keeps the last of two equal keys, so that two readers may see two different files;
 * here that is a fault, and so are keys that reach for a prototype and values nested too deep to walk.
 */
export function parseStrictJson(text: string, what: string): Json {
  const value = parse(text);
  checkSound(value !== undefined, what, 'be JSON', text);
  const scopes: Set<string>[] = [];
  for (const [bracket, string, colon] of text.matchAll(token)) {
    if (colon !== undefined) addKey(JSON.parse(string!), scopes.at(-1)!, what);
    else if (bracket === '{' || bracket === '[') scopes.push(new Set());
    else if (string === undefined) scopes.pop();
    checkSound(scopes.length <= maxDepth, what, `nest at most ${maxDepth} levels deep`, text);
  }
  return value;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function addKey(key: string, scope: Set<string>, what: string): void {
  checkSound(
    !scope.has(key) && !forbiddenNames.includes(key),
    what,
    `use each key once and none of ${forbiddenNames.join(', ')}`,
    key,
  );
  scope.add(key);
}

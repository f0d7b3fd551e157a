import { checkKnown } from './check-sound.ts';
import { isKind, type Value } from './pickle/value.ts';
import type { TorchTensor } from './torch-tensor.ts';

/** What a list of weights does not come near. */
const maxDepth = 32;
const maxNameLength = 512;
const maxTensors = 65_536;

/** The tensors of a saved value by the keys and indices on the way to them, joined by dots; '' where it is a tensor itself. */
export function namedTensors(saved: Value): Map<string, TorchTensor> {
  const found = new Map<string, TorchTensor>();
  const seen = new Set<Value>(); // a dictionary may hold itself, or be held by many
  const visit = (value: Value, path: readonly string[]): void => {
    if (isKind('tensor', value)) add(found, path.join('.'), value);
    if (!(value instanceof Map || Array.isArray(value)) || seen.has(value)) return;
    seen.add(value);
    checkKnown(path.length < maxDepth, 'the file', `nest at most ${maxDepth} levels deep`, path);
    for (const [key, item] of value.entries()) visit(item, [...path, nameOf(key)]);
  };
  visit(saved, []);
  return found;
}

function add(found: Map<string, TorchTensor>, name: string, tensor: TorchTensor): void {
  checkKnown(!found.has(name), 'the file', 'have one tensor of each name', name);
  checkKnown(name.length <= maxNameLength, 'a name', `have at most ${maxNameLength} characters`, name);
  found.set(name, tensor);
  checkKnown(found.size <= maxTensors, 'the file', `have at most ${maxTensors} tensors`, found.size);
}

/** Keys of dictionaries are texts, and numbers in an optimizer's. */
function nameOf(key: Value): string {
  checkKnown(typeof key === 'string' || typeof key === 'number', 'a key', 'be a text or a number', typeof key);
  return String(key);
}

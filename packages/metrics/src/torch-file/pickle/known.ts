import { checkKnown, checkSound } from '../check-sound.ts';
import { storageTypes } from '../storage-type.ts';
import { describe, isKind, type Known, type Value } from './value.ts';

/** Tensors of more axes do not occur. */
const maxRank = 8;

/** The functions that a file of tensors calls, by their names in Python. Nothing else in a file can make anything happen. */
const functions: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  'collections.OrderedDict': () => new Map(),
  'torch.Size': ([sizes = []]) => sizes,
  'torch._utils._rebuild_tensor': rebuildTensor,
  'torch._utils._rebuild_tensor_v2': rebuildTensor, // has a gradient flag and hooks besides
  'torch._utils._rebuild_parameter': ([data = null]) => data,
};

/** What a name stands for. Throws 'incompatible-file' for any other than ours. */
export function lookUp(name: string): Known {
  if (Object.hasOwn(functions, name)) return { kind: 'function', call: functions[name]! };
  const type = Object.hasOwn(storageTypes, name) ? storageTypes[name] : undefined;
  checkKnown(type !== undefined, 'the file', 'hold tensors in dictionaries and no other objects', name);
  return { kind: 'storage-type', type };
}

function rebuildTensor([storage, offset, shape, strides]: readonly Value[]): Value {
  checkSound(isKind('storage', storage), 'a tensor', 'have a storage', describe(storage));
  checkSound(isCount(offset), 'a tensor', 'have an offset', describe(offset));
  checkSound(areCounts(shape), 'a tensor', `have at most ${maxRank} sizes`, describe(shape));
  checkSound(
    areCounts(strides) && strides.length === shape.length,
    'a tensor',
    `have ${shape.length} strides`,
    describe(strides),
  );
  return { kind: 'tensor', storage, offset, shape, strides };
}

function areCounts(value: Value | undefined): value is number[] {
  return Array.isArray(value) && value.length <= maxRank && value.every(isCount);
}

export function isCount(value: Value | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

import { type HostTensor, show, sizeOf } from '@genmodels/core';
import { checkSound, refuseDamaged } from './check-sound.ts';
import type { Container } from './container.ts';
import { gather, lastItem } from './gather.ts';
import { isArchive, isTorchFile } from './is-torch-file.ts';
import { openLegacyContainer } from './legacy-container.ts';
import { namedTensors } from './named-tensors.ts';
import type { TorchTensor } from './torch-tensor.ts';
import { openZipContainer } from './zip-container.ts';

/**
 * The tensors of a file that torch.save wrote (.pth, .pt), by the keys on the way to them: "state_dict.fc.weight". Other values in it
 * are left out. It builds tensors and nothing else: a name of Python's beyond those is refused, never looked up. float16, bfloat16 and
 * float64 become float32, integers and booleans int32. Throws 'corrupt-file' or 'incompatible-file'.
 */
export function readTorchFile(bytes: Uint8Array): ReadonlyMap<string, HostTensor> {
  const container = open(bytes);
  const tensors = namedTensors(container.saved);
  const items = [...tensors.values()].reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  // Tensors may share bytes, even repeat one: a small file could claim more than any memory holds.
  checkSound(items <= bytes.length, 'the file', `have at most a number a byte, ${bytes.length}`, items);
  return new Map([...tensors].map(([name, tensor]) => [name, readTensor(name, tensor, container)]));
}

/** Most wrong files are text, an error page or a pointer of Git LFS: its beginning tells the user what it is. */
function open(bytes: Uint8Array): Container {
  if (isArchive(bytes)) return openZipContainer(bytes);
  if (isTorchFile(bytes)) return openLegacyContainer(bytes);
  refuseDamaged('the file', 'begin as one of PyTorch', new TextDecoder().decode(bytes.subarray(0, 60)));
}

function readTensor(name: string, tensor: TorchTensor, { storages }: Container): HostTensor {
  const { type, key, count } = tensor.storage;
  const bytes = storages.get(key);
  checkSound(
    bytes?.length === count * type.itemBytes,
    `storage ${show(key)}`,
    `have ${count * type.itemBytes} bytes`,
    bytes?.length,
  );
  checkSound(lastItem(tensor) < count, `tensor ${show(name)}`, `stay within its ${count} items`, lastItem(tensor));
  const values = type.decode(gather(bytes, type.itemBytes, tensor));
  const { shape } = tensor;
  return values instanceof Int32Array ? { shape, dtype: 'int32', values } : { shape, dtype: 'float32', values };
}

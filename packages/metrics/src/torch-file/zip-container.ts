import { ByteReader } from './byte-reader.ts';
import { checkKnown, checkSound } from './check-sound.ts';
import { type Container, resolveStorage } from './container.ts';
import { unpickle } from './pickle/machine.ts';
import { readZip } from './read-zip.ts';

const pickle = 'data.pkl';

/** What torch.save writes since PyTorch 1.6: a zip with data.pkl, data/0, data/1 ... and byteorder in a folder of any name. */
export function openZipContainer(bytes: Uint8Array): Container {
  const members = readZip(bytes);
  const name = [...members.keys()].find((key) => key.endsWith(`/${pickle}`));
  checkSound(name !== undefined, 'the archive', `have ${pickle} in a folder`, [...members.keys()]);
  const folder = name.slice(0, -pickle.length);
  const order = new TextDecoder().decode(members.get(`${folder}byteorder`));
  checkKnown(order !== 'big', 'the file', 'be little-endian', order);
  const data = `${folder}data/`;
  const storages = [...members]
    .filter(([key]) => key.startsWith(data))
    .map(([key, part]) => [key.slice(data.length), part] as const);
  return { saved: unpickle(new ByteReader(members.get(name)!), resolveStorage), storages: new Map(storages) };
}

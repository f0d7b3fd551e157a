import { startBackend } from '../../../../checks/browser/start-backend.ts';
import { download as downloads } from '../../src/io/places/download.ts';
import { save, toBytes } from '../../src/io/save.ts';
import { ToyModel } from '../../src/io/toy-model.ts';

/** Saves a model to the downloads; the bytes that must be there. */
export async function download(name: string): Promise<number[]> {
  await startBackend();
  const model = new ToyModel({ width: 5 });
  await save(model, downloads(name));
  return [...(await toBytes(model))];
}

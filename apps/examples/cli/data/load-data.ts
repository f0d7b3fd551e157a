import { check } from '@genmodels/core';
import { whole } from '../../report/numbers.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DataParts, LoadOptions } from './data-set.ts';
import { type DataName, dataSets } from './data-sets.ts';

type Wishes = Omit<LoadOptions, 'signal' | 'onProgress'>;

/** Loads a data set under a bar that shows what comes in. */
export async function loadDataSet(name: DataName, wishes: Wishes, { terminal, signal }: Surroundings): Promise<DataParts> {
  check(
    name !== 'folder' || wishes.folder !== '',
    'invalid-argument',
    () => 'the data set "folder" needs --folder FOLDER: PNG and JPEG pictures, a folder for each class or none',
  );
  let bar: ReturnType<typeof terminal.progress> | undefined;
  const onProgress = (done: number, total: number | undefined) => {
    if (total === undefined || total === 0) return;
    bar ??= terminal.progress({ total, unit: name === 'folder' ? 'pictures' : 'bytes' });
    bar.update(done, name === 'folder' ? `reading ${wishes.folder}` : `${whole(done / 1e6)} of ${whole(total / 1e6)} MB`);
  };
  try {
    return await dataSets[name].load({ ...wishes, signal, onProgress });
  } finally {
    bar?.stop();
  }
}

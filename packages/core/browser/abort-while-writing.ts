import type { ByteFolder } from '../src/io/places/storage.ts';
import { numberedFile, numberOf } from './numbered-file.ts';

/** Throws unless a write that is aborted at any moment either keeps the old file and gives the reason, or was through already. */
export async function abortWhileWriting({ file }: ByteFolder): Promise<void> {
  await file('a').write(numberedFile(0));
  let [number, aborts] = [0, 0];
  for (let next = 1; next <= 20; next++) {
    const controller = new AbortController();
    const reason = new Error(`stop ${next}`);
    setTimeout(() => controller.abort(reason), next - 1);
    const outcome = await file('a')
      .write(numberedFile(next), { signal: controller.signal })
      .catch((error: unknown) => error);
    if (outcome === undefined) number = next;
    else if (outcome === reason) aborts++;
    else throw outcome;
    const found = numberOf(await file('a').read());
    if (found !== number) throw new Error(`write ${next} ended with ${outcome}, but left file ${found} instead of ${number}`);
  }
  if (aborts === 0) throw new Error('no write was ever aborted: there is nothing to see here');
}

import type { ByteFolder } from './storage.ts';

/** For tests and pages: what every folder of bytes does, whatever it is made of. Each takes a folder that is new and empty. */
export const byteFolderLaws: readonly { readonly name: string; run(folder: ByteFolder): Promise<void> }[] = [
  {
    name: 'a folder that was never written to is empty, and nothing in it can be read',
    async run(folder) {
      equal(await folder.list(), []);
      await throwsStorage(() => folder.file('a').read());
      await folder.remove('a');
    },
  },
  {
    name: 'what is written is read, and both report it',
    async run(folder) {
      const reports: number[] = [];
      const onProgress = (bytes: number) => void reports.push(bytes);
      await folder.file('b.bin').write(numbers(3), { onProgress });
      equal([...(await folder.file('b.bin').read({ onProgress }))], [...numbers(3)]);
      equal([reports.at(-1), Math.max(...reports), reports.length >= 2], [3, 3, true]);
    },
  },
  {
    name: 'a write replaces the file wholly, by longer, shorter and no bytes',
    async run(folder) {
      for (const length of [5, 100_000, 2, 0, 7]) {
        await folder.file('a').write(numbers(length));
        equal(await folder.file('a').read(), numbers(length));
      }
      equal(await folder.list(), ['a']);
    },
  },
  {
    name: 'it writes the part of memory that a view shows, and gives memory of its own',
    async run(folder) {
      const bytes = numbers(10);
      await folder.file('a').write(bytes.subarray(2, 5));
      bytes.fill(0);
      (await folder.file('a').read()).fill(9);
      equal([...(await folder.file('a').read())], [...numbers(10).subarray(2, 5)]);
    },
  },
  {
    name: 'files are listed in the order of the alphabet, until they are removed',
    async run(folder) {
      for (const name of ['c', 'a', 'b.x', 'b']) await folder.file(name).write(numbers(1));
      equal(await folder.list(), ['a', 'b', 'b.x', 'c']);
      await folder.remove('b');
      await folder.remove('b');
      equal(await folder.list(), ['a', 'b.x', 'c']);
      await throwsStorage(() => folder.file('b').read());
      equal(await folder.file('b.x').read(), numbers(1));
    },
  },
  {
    name: 'an abort keeps its reason, and the old file',
    async run(folder) {
      await folder.file('a').write(numbers(3));
      const reason = new Error('no time');
      const signal = AbortSignal.abort(reason);
      equal(await errorOf(() => folder.file('a').write(numbers(5), { signal })), reason);
      equal(await errorOf(() => folder.file('a').read({ signal })), reason);
      equal(await folder.file('a').read(), numbers(3));
    },
  },
  {
    name: 'writes to one name at the same time leave the whole file of one of them',
    async run(folder) {
      const sizes = [2000, 1000, 3000, 1500];
      await Promise.all(sizes.map((size) => folder.file('a').write(numbers(size))));
      const { length } = await folder.file('a').read();
      equal([sizes.includes(length), await folder.list()], [true, ['a']]);
      equal(await folder.file('a').read(), numbers(length));
    },
  },
  {
    name: 'a name that could mean something else is refused',
    async run(folder) {
      for (const name of ['../a', 'A', 'nul', '']) {
        const errors = [await errorOf(async () => folder.file(name)), await errorOf(() => folder.remove(name))];
        equal(errors.map(codeOf), ['invalid-argument', 'invalid-argument']);
      }
    },
  },
];

/** Bytes that say where and of which length they are. */
function numbers(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 251);
}

async function throwsStorage(work: () => Promise<unknown>): Promise<void> {
  equal(codeOf(await errorOf(work)), 'storage');
}

async function errorOf(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => 'no error',
    (error: unknown) => error,
  );
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code ?? error;
}

function equal(actual: unknown, expected: unknown): void {
  const same = actual instanceof Error ? actual === expected : JSON.stringify(actual) === JSON.stringify(expected);
  if (!same)
    throw new Error(
      `expected ${JSON.stringify(expected)?.slice(0, 200)}, got ${String(JSON.stringify(actual)).slice(0, 200)}: ${actual}`,
    );
}

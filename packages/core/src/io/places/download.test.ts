import { expect, test } from 'vitest';
import { download } from './download.ts';

test('outside a page it says what to do instead', async () => {
  await expect(download('a.bin').write(new Uint8Array())).rejects.toThrow(
    '[genmodels/storage] a download must be in a page, got another platform',
  );
});

test('it cannot be read', async () => {
  await expect(download('a.bin').read()).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining('blob(file)') });
});

test('an abort keeps its reason', async () => {
  const signal = AbortSignal.abort(new Error('stop'));
  await expect(download('a').write(new Uint8Array(), { signal })).rejects.toBe(signal.reason);
});

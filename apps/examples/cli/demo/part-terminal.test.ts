import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createTerminal } from '../terminal.ts';
import { partTerminal } from './part-terminal.ts';

test('the chapters of a part say whose they are, its title and its summary are not heard', async () => {
  const output = new PassThrough();
  const part = partTerminal(createTerminal(output), 'VAE');
  part.title('genmodels', 'A VAE learns.');
  expect(await part.chapter('Training', async () => 7)).toBe(7);
  part.say('a line');
  part.summary('Result', [['ELBO', '-98.3 nats']]);
  expect(String(output.read())).toBe('\nVAE: training\n  0.0 s\n  a line\n');
});

import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Output } from './output.ts';
import { createTerminal } from './terminal.ts';

/** A log, or a terminal of 100 columns, and a way to read what was written. */
function fakeOutput(terminal = false): { output: Output; read: () => string } {
  const stream = new PassThrough();
  const output: Output = terminal ? Object.assign(stream, { isTTY: true, columns: 100, hasColors: () => true }) : stream;
  return { output, read: () => String(stream.read() ?? '') };
}

const esc = String.fromCharCode(27);

test('a log has no control characters, and one line every five seconds', () => {
  const { output, read } = fakeOutput();
  let now = 0;
  const progress = createTerminal(output).progress({ total: 1000, unit: 'images', now: () => now });
  for (let done = 0; done <= 1000; done += 100, now += 2000) progress.update(done, `loss ${done}`);
  progress.stop();
  expect(read()).toBe(
    '  30 %  loss 300  50 images/s  14 s left\n  60 %  loss 600  50 images/s  8.0 s left\n  90 %  loss 900  50 images/s  2.0 s left\n',
  );
});

test('what takes longer than a second has its own time', () => {
  const { output, read } = fakeOutput();
  let now = 0;
  const progress = createTerminal(output).progress({ total: 3, unit: 'probes', now: () => now });
  now = 8000;
  progress.update(1, '100 labels');
  expect(read()).toBe('  33 %  100 labels  8.0 s each  16 s left\n');
});

test('a terminal has a bar that goes away at the end', () => {
  const { output, read } = fakeOutput(true);
  let now = 0;
  const progress = createTerminal(output).progress({ total: 1000, unit: 'images', now: () => now });
  now = 2000;
  progress.update(500, 'loss 98.3 nats');
  progress.stop();
  const text = read();
  expect(text).toContain(`${'━'.repeat(16) + '─'.repeat(16)} 50 %  loss 98.3 nats  250 images/s  2.0 s left`);
  expect(text).toContain(`${esc}[?25h`); // the cursor is back
});

test('a chapter says its name, its lines and its time', async () => {
  const { output, read } = fakeOutput();
  const terminal = createTerminal(output);
  const result = await terminal.chapter('Data', async () => {
    terminal.say('6,000 digits');
    return 7;
  });
  expect(result).toBe(7);
  expect(read()).toBe('\nData\n  6,000 digits\n  0.0 s\n');
});

test('a summary stands in two columns', () => {
  const { output, read } = fakeOutput();
  createTerminal(output).summary('Results', [
    ['ELBO', '-98.3 nats'],
    ['Report', 'runs/demo/report.html'],
  ]);
  expect(read()).toBe('\nResults\n  ELBO    -98.3 nats\n  Report  runs/demo/report.html\n');
});

test('colours are for terminals', () => {
  const log = fakeOutput();
  const terminal = fakeOutput(true);
  createTerminal(log.output).title('Title', 'more');
  createTerminal(terminal.output).title('Title', 'more');
  expect(log.read()).toBe('\nTitle\nmore\n');
  expect(terminal.read()).toContain(`${esc}[1mTitle`);
});

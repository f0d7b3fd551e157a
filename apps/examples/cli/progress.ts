import { SingleBar } from 'cli-progress';
import { duration, whole } from '../report/numbers.ts';
import type { Output } from './output.ts';

/** How far a long piece of work is. */
export interface Progress {
  /** `done` of the total; `note` is what else is worth watching, such as the loss. */
  update(done: number, note: string): void;
  /** Says what was done before, so that the pace is that of what is done now. */
  skipTo(done: number): void;
  stop(): void;
}

export interface Work {
  readonly total: number;
  /** What is counted: 'images'. */
  readonly unit: string;
  /** Milliseconds. @default performance.now */
  readonly now?: () => number;
}

/** A live bar on a terminal; elsewhere, in a log, a plain line every few seconds. */
export function startProgress(output: Output, work: Work): Progress {
  return output.isTTY === true ? startBar(output, work) : startLines(output, work);
}

function startBar(output: Output, { total, unit, now = () => performance.now() }: Work): Progress {
  const start = now();
  const bar = new SingleBar({
    stream: output,
    format: '  {bar} {percentage} %  {note}{pace}',
    barsize: Math.max(8, Math.min(32, (output.columns ?? 80) - 64)),
    barCompleteChar: '━',
    barIncompleteChar: '─',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0, { note: '', pace: '' });
  let before = 0;
  return {
    update: (done, note) =>
      bar.update(done, { note, pace: pace({ done, before, total, unit, seconds: (now() - start) / 1000 }) }),
    skipTo(done) {
      before = done;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

/** Seconds between two lines in a log. */
const lineEvery = 5;

function startLines(output: Output, { total, unit, now = () => performance.now() }: Work): Progress {
  const start = now();
  let last = start;
  let before = 0;
  return {
    skipTo(done) {
      before = done;
    },
    update(done, note) {
      if (now() - last < lineEvery * 1000) return;
      last = now();
      const percent = Math.floor((100 * done) / total);
      output.write(`  ${percent} %  ${note}${pace({ done, before, total, unit, seconds: (last - start) / 1000 })}\n`);
    },
    stop() {},
  };
}

interface Pace {
  readonly done: number;
  /** Of it before the start. */
  readonly before: number;
  readonly total: number;
  readonly unit: string;
  readonly seconds: number;
}

/** `  1,250 images/s  12 s left`, from the mean pace since the start; of what is slow `  8.0 s each  12 s left`. */
function pace({ done, before, total, unit, seconds }: Pace): string {
  if (done <= before || seconds <= 0) return '';
  const rate = (done - before) / seconds;
  const words = rate < 1 ? `${duration(1 / rate)} each` : `${whole(rate)} ${unit}/s`;
  return `  ${words}  ${duration((total - done) / rate)} left`;
}

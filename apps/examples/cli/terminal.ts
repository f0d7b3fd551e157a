import { styleText } from 'node:util';
import { duration } from '../report/numbers.ts';
import type { Output } from './output.ts';
import { type Progress, startProgress, type Work } from './progress.ts';

/** What a command says while it works: a title, chapters with their times, bars and figures. */
export interface Terminal {
  title(text: string, subtitle: string): void;
  /** Says the name, does the work, says how long it took. */
  chapter<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** A line inside a chapter. */
  say(line: string): void;
  progress(work: Work): Progress;
  /** Names and values in two columns. */
  summary(name: string, rows: readonly (readonly [name: string, value: string])[]): void;
}

export function createTerminal(output: Output): Terminal {
  const style = styler(output);
  const write = (line: string) => void output.write(`${line}\n`);
  return {
    title: (text, subtitle) => write(`\n${style('bold', text)}\n${style('dim', subtitle)}`),
    async chapter(name, work) {
      write(`\n${style('bold', name)}`);
      const start = performance.now();
      const result = await work();
      write(`  ${style('dim', duration((performance.now() - start) / 1000))}`);
      return result;
    },
    say: (line) => write(`  ${line}`),
    progress: (work) => startProgress(output, work),
    summary(name, rows) {
      const width = Math.max(...rows.map(([label]) => label.length)) + 2;
      write(`\n${style('bold', name)}`);
      for (const [label, value] of rows) write(`  ${style('dim', label.padEnd(width))}${value}`);
    },
  };
}

/** Colours only where the output says that it shows them: no control characters in a log. */
function styler(output: Output): (format: 'bold' | 'dim', text: string) => string {
  const colored = output.isTTY === true && output.hasColors?.() === true;
  return (format, text) => (colored ? styleText(format, text, { validateStream: false }) : text);
}

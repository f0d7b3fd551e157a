import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Life {
  /** Whether it came to the end of its run before it was killed. */
  readonly done: boolean;
  /** The last step that it called safe; 0 where it called none. */
  readonly saved: number;
  /** What it complained of. */
  readonly complaint: string;
}

/** Starts a program with one argument, and kills it (SIGKILL) so many milliseconds after it is up; never without a time. */
export async function live(program: string, folder: string, milliseconds?: number): Promise<Life> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, complaint] = ['', ''];
  let timer: NodeJS.Timeout | undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (milliseconds !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), milliseconds);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await once(child, 'close'); // after the pipes have given all
  clearTimeout(timer);
  const saved = [...output.matchAll(/^saved (\d+)$/gm)].at(-1)?.[1];
  return { done: /^done$/m.test(output), saved: Number(saved ?? 0), complaint };
}

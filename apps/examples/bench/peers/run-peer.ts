import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { commandOf } from './command.ts';
import type { Finding, PeerTask } from './peer.ts';

/**
 * Runs a peer in a process of its own and hands on what it finds. Resolves to 'late', its process ended, where a finding takes it longer
 * than `patience` milliseconds. Rejects with its last words where it fails.
 */
export async function runPeer(task: PeerTask, onFinding: (finding: Finding) => void, patience: number): Promise<'done' | 'late'> {
  const [program, ...args] = commandOf(task);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let late = false;
  const watchdog = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, patience);
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  createInterface({ input: child.stdout }).on('line', (line) => {
    watchdog.refresh();
    onFinding(JSON.parse(line));
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(watchdog);
  if (code !== 0 && !late) throw new Error(complaints.trim() || `exit code ${code}`);
  return late ? 'late' : 'done';
}

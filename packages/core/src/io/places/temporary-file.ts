import type { FileSystem } from './file-system.ts';
import { nodeModule } from './node-module.ts';

// model.safetensors.5f0c9a1e-4711-9b2d6c03.tmp
//                   machine  process random
const pattern = /\.([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;
const [hour, clockStep] = [3_600_000, 2000]; // milliseconds; FAT keeps times in steps of two seconds

/** A path beside the given one that nobody else uses, and that says who does. */
export function temporaryBeside(path: string): string {
  return `${path}.${machine()}-${process.pid}-${crypto.randomUUID().slice(0, 8)}.tmp`;
}

/**
 * Removes what writers that were killed left in a folder: files of processes of this machine that have ended, and of any other writer
 * when they have stood still for an hour. A writer that is at work keeps its file. Where it cannot look, nothing is lost but space.
 */
export async function removeLeftovers(fs: FileSystem, folder: string): Promise<void> {
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const [, writtenOn, writtenBy] = pattern.exec(name) ?? [];
    if (writtenOn === undefined) continue;
    const since = writtenOn === machine() ? startOf(Number(writtenBy)) : Number.NEGATIVE_INFINITY;
    const temporary = nodeModule('node:path').join(folder, name);
    await removeOlder(fs, temporary, Math.max(since, Date.now() - hour)).catch(() => undefined);
  }
}

async function removeOlder(fs: FileSystem, path: string, time: number): Promise<void> {
  if ((await fs.stat(path)).mtimeMs < time) await fs.rm(path, { force: true });
}

/** No file of this process is older than it. Of another that lives the start is unknown; one that has ended has left all its files. */
function startOf(id: number): number {
  if (id === process.pid) return Date.now() - process.uptime() * 1000 - clockStep; // ids return, in containers most of all
  return isRunning(id) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0); // asks only
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Containers and virtual machines have names of their own, as their processes have numbers of their own. */
function machine(): string {
  const name = nodeModule('node:os').hostname();
  return nodeModule('node:crypto').createHash('sha256').update(name).digest('hex').slice(0, 8);
}

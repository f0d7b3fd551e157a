import type { Program } from '../wasm/module.ts';
import type { Helper } from './helper-contract.ts';
import { nodeHelpers } from './node-helper.ts';
import { startWebHelper } from './web-helper.ts';

/** The threads that help the one that runs kernels. */
export interface Crew {
  /** How many there are. One that cannot start, or dies, counts no more: the others do its share. */
  readonly count: number;
  stop(): void;
}

/** Starts as many helpers as the platform grants: worker threads in Node, Web Workers elsewhere. */
export async function startCrew(size: number, program: Program): Promise<Crew> {
  const helpers = startHelpers(size, program);
  await Promise.all(Array.from(helpers, ({ started }) => started));
  return {
    get count() {
      return helpers.size;
    },
    stop: () => helpers.forEach((helper) => helper.stop()),
  };
}

function startHelpers(size: number, program: Program): Set<Helper> {
  const start = nodeHelpers() ?? startWebHelper;
  const helpers = new Set<Helper>();
  try {
    for (let number = 1; number <= size; number++) {
      const helper: Helper = start({ ...program, number }, () => helpers.delete(helper));
      helpers.add(helper);
    }
  } catch {
    // No more are granted: by a Content Security Policy, by Node's permissions, in a worker that cannot have workers of its own.
  }
  return helpers;
}

import { openAccelerated } from '../kernels.ts';
import { encodeProgram } from './encode/encode-program.ts';
import { HostSteps } from './host-steps.ts';
import { IncrementalMachine, type MachineOptions } from './incremental-machine.ts';
import type { PixelMachine } from './pixel-machine.ts';
import type { PixelProgram } from './program.ts';

/**
 * Runs a program on some images: by a kernel where the current backend has one, on the host elsewhere, with the same bits. It keeps to
 * that backend, whichever is current later. The caller disposes it.
 */
export function createMachine(program: PixelProgram, options: MachineOptions): PixelMachine {
  return new IncrementalMachine(
    program,
    options,
    (program, layout, count) =>
      openAccelerated('genmodels:PixelSteps', () => ({ ...encodeProgram(program, layout), count })) ??
      new HostSteps(program, layout, count),
  );
}

/** Runs a program on the host, whatever the backend can do. */
export function createHostMachine(program: PixelProgram, options: MachineOptions): PixelMachine {
  return new IncrementalMachine(program, options, (program, layout, count) => new HostSteps(program, layout, count));
}

import { check, show } from '../errors.ts';

/** A factor on the learning rate, pure in the step (from 0) and the number of steps, so that a resumed run continues it. */
export type Schedule = (step: number, steps: number) => number;

export function constant(): Schedule {
  return () => 1;
}

/** From 1 to `floor` along half a cosine over the whole run (Loshchilov and Hutter 2017, eq. 5, without restarts). */
export function cosine({ floor = 0 } = {}): Schedule {
  checkFactor('floor', floor);
  return (step, steps) => floor + ((1 - floor) * (1 + Math.cos((Math.PI * step) / steps))) / 2;
}

/** Times `rate` every `every` steps, smoothly: rate^(step / every). */
export function exponential({ rate, every }: { readonly rate: number; readonly every: number }): Schedule {
  checkFactor('rate', rate);
  checkSteps('every', every);
  return (step) => rate ** (step / every);
}

/** A straight line from 0 up to 1 over the first `steps` steps, then `after`, which counts on from there. */
export function warmUp(steps: number, after: Schedule = constant()): Schedule {
  checkSteps('steps', steps);
  return (step, total) => (step < steps ? (step + 1) / (steps + 1) : after(step - steps, Math.max(1, total - steps)));
}

function checkFactor(name: string, value: number): void {
  check(value >= 0 && value <= 1, 'invalid-config', () => `${name} of a schedule must be from 0 to 1, got ${show(value)}`);
}

function checkSteps(name: string, value: number): void {
  check(value >= 1, 'invalid-config', () => `${name} of a schedule must be at least 1 step, got ${show(value)}`);
}

import { LawError } from '@genmodels/core/testing';

export function must(ok: boolean, message: () => string): asserts ok {
  if (!ok) throw new LawError(message());
}

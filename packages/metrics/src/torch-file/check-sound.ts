import { GenmodelsError, show } from '@genmodels/core';

/** For all that a sound file cannot contain: "storage 0 must have 24 bytes, got 12". */
export function checkSound(ok: boolean, what: string, must: string, got: unknown): asserts ok {
  if (!ok) refuseDamaged(what, must, got);
}

export function refuseDamaged(what: string, must: string, got: unknown): never {
  const advice = 'The file is damaged or not of PyTorch: fetch or save it again';
  throw new GenmodelsError('corrupt-file', `${what} must ${must}, got ${show(got)}. ${advice}`);
}

/** For what is sound and means more than tensors. */
export function checkKnown(ok: boolean, what: string, must: string, got: unknown): asserts ok {
  if (!ok) refuseUnknown(what, must, got);
}

export function refuseUnknown(what: string, must: string, got: unknown): never {
  const advice = 'Save it in PyTorch with torch.save(model.state_dict(), path)';
  throw new GenmodelsError('incompatible-file', `${what} must ${must}, got ${show(got)}. ${advice}`);
}

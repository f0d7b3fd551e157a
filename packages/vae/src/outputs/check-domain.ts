import { check, type Domain, show } from '@genmodels/core';

/** Refuses data that a likelihood does not suit. `suits` says what it does. */
export function checkDomain(ok: boolean, likelihood: string, suits: string, domain: Domain): void {
  check(
    ok,
    'invalid-config',
    () => `${likelihood}() is for ${suits}, got the domain ${show(domain)}; leave the likelihood out to take one that suits`,
  );
}

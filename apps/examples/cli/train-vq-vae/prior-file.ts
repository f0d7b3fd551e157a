import { join } from 'node:path';

/** Where a run keeps the prior over its codes. */
export function priorFile({ out }: { readonly out: string }): string {
  return join(out, 'prior.safetensors');
}

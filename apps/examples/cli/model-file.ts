import { join } from 'node:path';

/** Where a run keeps its model. */
export function modelFile({ out }: { readonly out: string }): string {
  return join(out, 'model.safetensors');
}

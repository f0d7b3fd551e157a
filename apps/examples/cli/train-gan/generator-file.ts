import { join } from 'node:path';

/** Where a run keeps its generator alone, which is all that an app needs that draws. */
export function generatorFile({ out }: { readonly out: string }): string {
  return join(out, 'generator.safetensors');
}

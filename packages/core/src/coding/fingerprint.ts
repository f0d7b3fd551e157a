import { canonicalJson, type JsonObject } from '../json.ts';
import { readWeights } from '../train/weights.ts';
import { digest } from './digest.ts';

/** 32 hex digits that two models share only where kind, config and every bit of every weight are the same. */
export async function fingerprint(model: { readonly kind: string; readonly config: JsonObject }): Promise<string> {
  const weights = [...(await readWeights(model))].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = weights.map(async ([path, { shape, values }]) => `${path} [${shape}] ${await digest(values, 32)}`);
  return digest([`${model.kind} ${canonicalJson(model.config)}`, ...(await Promise.all(lines))].join('\n'), 16);
}

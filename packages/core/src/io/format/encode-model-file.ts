import { check, GenmodelsError, show } from '../../errors.ts';
import { canonicalJson, type JsonObject } from '../../json.ts';
import { checksumStart } from './checksum.ts';
import { checkFinite } from './finite.ts';
import type { HostTensor } from './host-tensor.ts';
import { type ModelFile, modelFormat } from './model-file.ts';
import { sha256 } from './sha256.ts';
import { parseStrictJson } from './strict-json.ts';
import { writeSafetensors } from './write-safetensors.ts';

export interface EncodeOptions {
  /** Stores float32 weights as IEEE halves: half the size, 11 significant bits, nothing beyond 65,504. @default false */
  readonly float16?: boolean;
}

/**
 * The bytes of a model's file, with more texts in its metadata where it is more than a model. Throws 'invalid-value' where a
 * weight is not finite or too large for float16.
 */
export async function encodeModelFile(
  { kind, config, tensors }: ModelFile,
  { float16 = false }: EncodeOptions = {},
  more: Readonly<Record<string, JsonObject>> = {},
): Promise<Uint8Array> {
  for (const [name, tensor] of tensors) {
    checkFinite(name, tensor, 'The model has diverged: go back to an earlier checkpoint');
    if (float16) checkFitsHalf(name, tensor);
  }
  const texts = Object.entries({ config, ...more }).map(([name, json]) => [name, toText(name, json)] as const);
  const metadata = { format: modelFormat, kind, ...Object.fromEntries(texts), sha256: '0'.repeat(64) };
  const bytes = writeSafetensors(tensors, { metadata, float16 });
  bytes.set(new TextEncoder().encode(await sha256(bytes)), checksumStart(bytes));
  return bytes;
}

/** From 65,520 on the nearest half is an infinity. */
function checkFitsHalf(name: string, { dtype, values }: HostTensor): void {
  const big = dtype === 'float32' ? values.find((value) => Math.abs(value) >= 65_520) : undefined;
  check(
    big === undefined,
    'invalid-value',
    () => `tensor ${show(name)} must stay below 65520, got ${big}. Save it without float16`,
  );
}

/** What the reader would refuse shall not be written: an `undefined`, a key such as "constructor". */
function toText(name: string, json: JsonObject): string {
  const text = canonicalJson(json);
  try {
    parseStrictJson(text, `the ${name}`);
  } catch (cause) {
    throw new GenmodelsError('invalid-config', `the ${name} must be plain JSON to be saved, got ${show(text)}`, { cause });
  }
  return text;
}

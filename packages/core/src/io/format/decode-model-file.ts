import { check, show } from '../../errors.ts';
import { isJsonObject } from '../../json.ts';
import { checksum } from './checksum.ts';
import { checkFinite } from './finite.ts';
import { type ModelFile, modelFormat } from './model-file.ts';
import { readSafetensors } from './read-safetensors.ts';
import { checkSound } from './safetensors.ts';
import { parseStrictJson } from './strict-json.ts';

export interface DecodeOptions {
  /** Whether to compare the file's checksum with its bytes. @default true */
  readonly verify?: boolean;
  /** Whether weights may be NaN or infinite. @default false */
  readonly allowNonFinite?: boolean;
}

/**
 * Reads the bytes of a model's file. Throws 'corrupt-file' where they are damaged, 'incompatible-file' where they are another
 * program's or a newer version's, 'invalid-value' where a weight is not finite.
 */
export async function decodeModelFile(
  bytes: Uint8Array,
  { verify = true, allowNonFinite }: DecodeOptions = {},
): Promise<ModelFile> {
  const { metadata, tensors } = readSafetensors(bytes);
  checkFormat(metadata.get('format'));
  if (verify) checkSound(metadata.get('sha256') === (await checksum(bytes)), 'the file', 'match its sha256', 'other bytes');
  const kind = metadata.get('kind');
  const config = parseStrictJson(metadata.get('config') ?? '', 'the config');
  checkSound(kind !== undefined && isJsonObject(config), '__metadata__', 'hold a kind and a config', [kind, config]);
  if (!allowNonFinite) {
    for (const [name, tensor] of tensors) checkFinite(name, tensor, 'Load an earlier file, or pass allowNonFinite');
  }
  return { kind, config, tensors };
}

function checkFormat(format: string | undefined): void {
  check(
    format === modelFormat,
    'incompatible-file',
    () => `the format must be ${modelFormat}, got ${show(format)}. Update the genmodels packages, or load a file that they saved`,
  );
}

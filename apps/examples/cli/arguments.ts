import { parseArgs } from 'node:util';
import { check, show } from '@genmodels/core';
import * as config from '@genmodels/core/config';
import type { ColorizationOptions } from './colorization/options.ts';
import { type CommandName, commandNames, commands } from './commands.ts';
import { type DataName, dataNames } from './data/data-sets.ts';
import type { ShowDataOptions } from './data/options.ts';
import type { DemoOptions } from './demo/options.ts';
import type { EvaluateOptions } from './evaluate/options.ts';
import type { FaceArithmeticOptions } from './face-arithmetic/options.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Option, OptionTable, ValuesOf } from './option.ts';
import type { ProbeFeaturesOptions } from './probe-features/options.ts';
import type { SuperResolutionOptions } from './super-resolution/options.ts';
import type { TrainAdversarialOptions } from './train-adversarial/options.ts';
import type { TrainClassifierOptions } from './train-classifier/options.ts';
import type { TrainGanOptions } from './train-gan/options.ts';
import type { TrainPixelVaeOptions } from './train-pixel-vae/options.ts';
import type { TrainPixelcnnOptions } from './train-pixelcnn/options.ts';
import type { TrainVaeOptions } from './train-vae/options.ts';
import type { TrainVqVaeOptions } from './train-vq-vae/options.ts';

/** What the user asked for. */
export type Command =
  | { readonly name: 'help'; readonly text: string }
  | { readonly name: 'demo'; readonly options: DemoOptions }
  | { readonly name: 'train vae'; readonly options: TrainVaeOptions }
  | { readonly name: 'train vq-vae'; readonly options: TrainVqVaeOptions }
  | { readonly name: 'train pixelcnn'; readonly options: TrainPixelcnnOptions }
  | { readonly name: 'train pixel-vae'; readonly options: TrainPixelVaeOptions }
  | { readonly name: 'train gan'; readonly options: TrainGanOptions }
  | { readonly name: 'train adversarial'; readonly options: TrainAdversarialOptions }
  | { readonly name: 'train classifier'; readonly options: TrainClassifierOptions }
  | { readonly name: 'super-resolution'; readonly options: SuperResolutionOptions }
  | { readonly name: 'colorization'; readonly options: ColorizationOptions }
  | { readonly name: 'face-arithmetic'; readonly options: FaceArithmeticOptions }
  | { readonly name: 'probe-features'; readonly options: ProbeFeaturesOptions }
  | { readonly name: 'evaluate'; readonly model: string; readonly options: EvaluateOptions }
  | { readonly name: 'data'; readonly data: DataName; readonly options: ShowDataOptions };

/** Reads the words after `genmodels`. Throws 'invalid-argument' or 'invalid-config' in one sentence that names the word. */
export function parseCommand(words: readonly string[]): Command {
  const name = findCommand(words);
  if (name === 'help') return { name: 'help', text: generalHelp() };
  const { options, defaults } = commands[name];
  const { rest, values } = splitWords(words.slice(name.split(' ').length), options);
  checkNames(Object.keys(values), options);
  if (values['help'] !== undefined) return { name: 'help', text: commandHelp(name) };
  const read = { ...defaults, ...readValues(values, options) };
  if (name === 'data') return { name, data: readDataName(rest), options: read as ShowDataOptions };
  if (name === 'evaluate') return { name, model: readModelPath(rest), options: read as EvaluateOptions };
  check(
    rest.length === 0,
    'invalid-argument',
    () => `${name} takes options only, got ${show(rest.join(' '))}; --help lists them`,
  );
  return { name, options: read } as Command;
}

/** The command that the first words are. */
function findCommand(words: readonly string[]): CommandName | 'help' {
  const found = commandNames.find((name) => name === words.slice(0, name.split(' ').length).join(' '));
  if (found !== undefined) return found;
  const asked = words.filter((word) => !word.startsWith('-')).join(' ');
  check(
    asked === '' || asked === 'help',
    'invalid-argument',
    () =>
      `the commands are ${commandNames.map((name) => `"${name}"`).join(', ')}, got ${show(words.join(' '))}; --help lists them`,
  );
  const unknown = words.find((word) => word !== 'help' && word !== '--help' && word !== '-h');
  check(unknown === undefined, 'invalid-argument', () => `a command must come first, got ${unknown}; --help lists them`);
  return 'help';
}

function readDataName(rest: readonly string[]): DataName {
  check(
    rest.length === 1,
    'invalid-argument',
    () => `data takes the name of a data set, one of ${dataNames.join(', ')}, got ${show(rest.join(' '))}`,
  );
  return config.oneOf(dataNames)(rest[0], 'NAME');
}

function readModelPath(rest: readonly string[]): string {
  check(
    rest.length === 1,
    'invalid-argument',
    () => `evaluate takes the path of a model's file, such as runs/vae/model.safetensors, got ${show(rest.join(' '))}`,
  );
  return rest[0]!;
}

/** Values as they were typed: text, or true and false for `--name` and `--no-name`. */
type Typed = Readonly<Record<string, string | boolean | undefined>>;

function splitWords(words: readonly string[], table: OptionTable): { rest: string[]; values: Typed } {
  const kinds = Object.fromEntries(Object.entries(table).map(([name, option]) => [name, { type: kindOf(option) }]));
  // Not strict: we say ourselves, in our own words, what is wrong with an option.
  const { positionals, values } = parseArgs({
    args: [...words],
    options: { ...kinds, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    allowNegative: true,
    strict: false,
  });
  return { rest: positionals, values: values as Typed };
}

function kindOf(option: Option<unknown>): 'string' | 'boolean' {
  return option.placeholder === '' ? 'boolean' : 'string';
}

/** Before anything else: the word after an unknown option would look like a part of the command. */
function checkNames(names: readonly string[], table: OptionTable): void {
  const unknown = names.find((name) => name !== 'help' && !Object.hasOwn(table, name));
  check(unknown === undefined, 'invalid-argument', () => `there is no option --${unknown}; --help lists them`);
}

/** Only the options that were given. */
function readValues<Table extends OptionTable>(typed: Typed, table: Table): Partial<ValuesOf<Table>> {
  const given = Object.entries(table).filter(([name]) => typed[name] !== undefined);
  return Object.fromEntries(given.map(([name, option]) => [name, readValue(name, option, typed[name]!)])) as Partial<
    ValuesOf<Table>
  >;
}

function readValue(name: string, option: Option<unknown>, text: string | boolean): unknown {
  const missing = kindOf(option) === 'string' && typeof text !== 'string';
  check(!missing, 'invalid-argument', () => `--${name} needs a value: --${name} ${option.placeholder}`);
  return option.read(text, `--${name}`);
}

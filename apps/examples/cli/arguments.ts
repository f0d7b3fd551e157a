import { parseArgs } from 'node:util';
import { check, show } from '@genmodels/core';
import { demoDefaults } from './demo.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Option, OptionTable, ValuesOf } from './option.ts';
import { type TrainVaeOptions, trainVaeDefaults, trainVaeOptions } from './train-vae/options.ts';

/** What the user asked for. */
export type Command =
  | { readonly name: 'help'; readonly text: string }
  | { readonly name: 'train vae' | 'demo'; readonly options: TrainVaeOptions };

/** Reads the words after `genmodels`. Throws 'invalid-argument' or 'invalid-config' in one sentence that names the word. */
export function parseCommand(words: readonly string[]): Command {
  const { name, values } = splitWords(words, trainVaeOptions);
  checkNames(Object.keys(values), trainVaeOptions);
  if (name === '' || name === 'help') return { name: 'help', text: generalHelp() };
  check(
    name === 'train vae' || name === 'demo',
    'invalid-argument',
    () => `the commands are "train vae" and "demo", got ${show(name)}; --help lists them`,
  );
  const defaults = name === 'demo' ? demoDefaults : trainVaeDefaults;
  if (values['help'] !== undefined) return { name: 'help', text: commandHelp(name, defaults) };
  return { name, options: { ...defaults, ...readValues(values, trainVaeOptions) } };
}

/** Values as they were typed: text, or true and false for `--name` and `--no-name`. */
type Typed = Readonly<Record<string, string | boolean | undefined>>;

function splitWords(words: readonly string[], table: OptionTable): { name: string; values: Typed } {
  const kinds = Object.fromEntries(Object.entries(table).map(([name, option]) => [name, { type: kindOf(option) }]));
  // Not strict: we say ourselves, in our own words, what is wrong with an option.
  const { positionals, values } = parseArgs({
    args: [...words],
    options: { ...kinds, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    allowNegative: true,
    strict: false,
  });
  return { name: positionals.join(' '), values: values as Typed };
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

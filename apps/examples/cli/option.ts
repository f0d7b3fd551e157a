import { check, show } from '@genmodels/core';
import * as config from '@genmodels/core/config';

/** One `--name` of the command line: how the help shows it, what holds where it is not given, and how its text is read. */
export interface Option<T> {
  /** What the help writes after the name, `N` or `digits|mnist`; empty for a switch, which `--no-name` turns off. */
  readonly placeholder: string;
  readonly help: string;
  readonly fallback: T;
  /** Throws 'invalid-config' with the option's name where the text is no such value. */
  read(text: string | boolean, name: string): T;
}

export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The values that a table of options reads. */
export type ValuesOf<Table extends OptionTable> = { readonly [K in keyof Table]: ReturnType<Table[K]['read']> };

/** The values that hold where nothing is given. */
export function fallbacks<Table extends OptionTable>(table: Table): ValuesOf<Table> {
  return Object.fromEntries(Object.entries(table).map(([name, option]) => [name, option.fallback])) as ValuesOf<Table>;
}

export function wholeNumber(fallback: number, help: string, range: { min?: number; max?: number } = {}): Option<number> {
  return { placeholder: 'N', help, fallback, read: (text, name) => config.integer(range)(numberIn(text), name) };
}

export function realNumber(fallback: number, help: string, range: { min?: number; max?: number } = {}): Option<number> {
  return { placeholder: 'X', help, fallback, read: (text, name) => config.number(range)(numberIn(text), name) };
}

/** A number, or what suits where none is given. */
export function orAuto({ placeholder, help, read }: Option<number>): Option<number | 'auto'> {
  return {
    placeholder: `${placeholder}|auto`,
    help,
    fallback: 'auto',
    read: (text, name) => (text === 'auto' ? 'auto' : read(text, name)),
  };
}

/** Whole numbers between commas: `400,400`. */
export function sizes(fallback: readonly number[], help: string): Option<readonly number[]> {
  const read = config.list(config.integer({ min: 1 }), { min: 1, max: 8 });
  return { placeholder: 'N,N', help, fallback, read: (text, name) => read(String(text).split(',').map(numberIn), name) };
}

export function choice<const T extends readonly string[]>(choices: T, fallback: T[number], help: string): Option<T[number]> {
  return { placeholder: choices.join('|'), help, fallback, read: (text, name) => config.oneOf(choices)(text, name) };
}

/** Any of the choices between commas, in the order of their effect: `flip,crop`. */
export function choices<const T extends readonly string[]>(all: T, help: string): Option<readonly T[number][]> {
  const read = config.list(config.oneOf(all), { min: 1 });
  return { placeholder: all.join(','), help, fallback: [], read: (text, name) => read(String(text).split(','), name) };
}

/** Any text: a name that only the work itself can check. */
export function text(fallback: string, help: string): Option<string> {
  return { placeholder: 'NAME', help, fallback, read: (value) => String(value) };
}

export function folder(fallback: string, help: string): Option<string> {
  return { placeholder: 'FOLDER', help, fallback, read: readFolder };
}

export function toggle(fallback: boolean, help: string): Option<boolean> {
  return { placeholder: '', help, fallback, read: (text, name) => config.boolean()(text, name) };
}

function readFolder(text: string | boolean, name: string): string {
  check(
    typeof text === 'string' && text !== '',
    'invalid-config',
    () => `${name} must be the path of a folder, got ${show(text)}`,
  );
  return text;
}

/** Text that is no number stays text, so that the message shows what was typed. */
function numberIn(text: string | boolean): unknown {
  const value = Number(text);
  return String(text).trim() === '' || Number.isNaN(value) ? text : value;
}

import { type CommandName, commandNames, commands } from './commands.ts';
import { dataSets } from './data/data-sets.ts';
import type { Option } from './option.ts';

export function generalHelp(): string {
  const width = 2 + Math.max(...commandNames.map((name) => usageOf(name).length));
  return [
    'genmodels COMMAND [OPTIONS]',
    '',
    'Commands',
    ...commandNames.map((name) => `  ${usageOf(name).padEnd(width)}${commands[name].about}`),
    '',
    'Data sets',
    ...Object.entries(dataSets).map(([name, { title }]) => `  ${name.padEnd(15)}${title}`),
    '',
    '`COMMAND --help` lists the options of a command.',
  ].join('\n');
}

/** The options of a command with the values that hold where none is given. */
export function commandHelp(name: CommandName): string {
  const { about, options, defaults } = commands[name];
  const values: Readonly<Record<string, unknown>> = defaults;
  const lines = Object.entries(options).map(([key, option]) => line(key, option, values[key]));
  return [`genmodels ${usageOf(name)} [OPTIONS]`, '', about, '', 'Options', ...lines].join('\n');
}

function usageOf(name: CommandName): string {
  return `${name} ${commands[name].words}`.trimEnd();
}

function line(name: string, { placeholder, help }: Option<unknown>, fallback: unknown): string {
  const shown = placeholder === '' ? `--${name}, --no-${name}` : `--${name} ${placeholder}`;
  const value = placeholder === '' ? (fallback === true ? 'on' : 'off') : String(fallback);
  const space = shown.length > 33 ? `\n${' '.repeat(36)}` : ' '.repeat(34 - shown.length);
  return `  ${shown}${space}${help}${value === '' ? '' : ` [${value}]`}`;
}

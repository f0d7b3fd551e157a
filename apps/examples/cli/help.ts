import type { Option } from './option.ts';
import { type TrainVaeOptions, trainVaeOptions } from './train-vae/options.ts';

const about = {
  'train vae': 'Trains a variational autoencoder, evaluates it, and writes the model, pictures and a report.',
  demo: 'The same with a small setting for digits: under three minutes on two slow cores, no download.',
};

export function generalHelp(): string {
  const commands = Object.entries(about).map(([name, text]) => `  ${name.padEnd(12)}${text}`);
  return [
    'genmodels COMMAND [OPTIONS]',
    '',
    'Commands',
    ...commands,
    '',
    '`COMMAND --help` lists the options of a command.',
  ].join('\n');
}

/** The options of a command with the values that hold where none is given. */
export function commandHelp(name: keyof typeof about, defaults: TrainVaeOptions): string {
  const options = Object.entries(trainVaeOptions).map(([key, option]) =>
    line(key, option, defaults[key as keyof TrainVaeOptions]),
  );
  return [`genmodels ${name} [OPTIONS]`, '', about[name], '', 'Options', ...options].join('\n');
}

function line(name: string, { placeholder, help }: Option<unknown>, fallback: unknown): string {
  const shown = placeholder === '' ? `--${name}, --no-${name}` : `--${name} ${placeholder}`;
  const value = placeholder === '' ? (fallback === true ? 'on' : 'off') : String(fallback);
  return `  ${shown.padEnd(34)}${help} [${value}]`;
}

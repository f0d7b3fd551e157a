import { showDataDefaults, showDataOptions } from './data/options.ts';
import { demoDefaults } from './demo.ts';
import { trainVaeDefaults, trainVaeOptions } from './train-vae/options.ts';

/** What can be asked for: the words that begin a line, in the order in which the help shows them. */
export const commands = {
  'train vae': {
    about: 'Trains a variational autoencoder, evaluates it, and writes the model, pictures and a report.',
    words: '',
    options: trainVaeOptions,
    defaults: trainVaeDefaults,
  },
  data: {
    about: 'Shows a data set: its examples class by class, as a picture and a page.',
    words: 'NAME',
    options: showDataOptions,
    defaults: showDataDefaults,
  },
  demo: {
    about: '`train vae` with a small setting for digits: under three minutes on two slow cores, no download.',
    words: '',
    options: trainVaeOptions,
    defaults: demoDefaults,
  },
} as const;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];

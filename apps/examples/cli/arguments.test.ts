import { GenmodelsError } from '@genmodels/core';
import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';
import { showDataDefaults } from './data/options.ts';
import { demoDefaults } from './demo/options.ts';
import { trainClassifierDefaults } from './train-classifier/options.ts';
import { trainVaeDefaults } from './train-vae/options.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter((word) => word !== ''));

test('what is not given is the default', () => {
  expect(parse('train vae')).toEqual({ name: 'train vae', options: trainVaeDefaults });
});

test('every kind of option is read', () => {
  const line = 'train vae --data mnist --hidden 512,256 --epochs 3 --learning-rate 5e-4 --seed=7 --no-manifold --out runs/x';
  expect(parse(line)).toEqual({
    name: 'train vae',
    options: {
      ...trainVaeDefaults,
      data: 'mnist',
      hidden: [512, 256],
      epochs: 3,
      'learning-rate': 5e-4,
      seed: 7,
      manifold: false,
      out: 'runs/x',
    },
  });
});

test('a list of choices is read', () => {
  expect(parse('train classifier --augment flip,crop --batch-norm')).toEqual({
    name: 'train classifier',
    options: { ...trainClassifierDefaults, augment: ['flip', 'crop'], 'batch-norm': true },
  });
  expect(() => parse('train classifier --augment flip,turn')).toThrow('--augment[1] must be one of "flip", "shift", "crop", "color", got "turn"');
});

test('a data set is named after the command', () => {
  expect(parse('data faces --by smile --count 8')).toEqual({
    name: 'data',
    data: 'faces',
    options: { ...showDataDefaults, by: 'smile', count: 8 },
  });
});

test('the demo has few options of its own', () => {
  expect(parse('demo --seed 3')).toEqual({ name: 'demo', options: { ...demoDefaults, seed: 3 } });
});

test.each([
  ['', 'Commands'],
  ['--help', 'Commands'],
  ['help', 'Commands'],
  ['train vae --help', '--learning-rate X'],
  ['train vae -h', '--manifold, --no-manifold'],
  ['demo -h', '--out FOLDER'],
  ['data --help', '--by NAME'],
  ['help', 'fashion-mnist'],
])('%j shows help', (line, part) => {
  const command = parse(line);
  expect(command.name).toBe('help');
  expect(command).toMatchObject({ text: expect.stringContaining(part) });
});

test.each([
  ['train flow', 'the commands are "train vae", "train vq-vae", "train pixelcnn", "train pixel-vae", "train gan", "train adversarial", "train classifier", "super-resolution", "colorization", "face-arithmetic", "probe-features", "evaluate", "data", "demo", got "train flow"'],
  ['--epochs 3 train vae', 'got "--epochs 3 train vae"'],
  ['--epochs', 'a command must come first, got --epochs'],
  ['train vae mnist', 'train vae takes options only, got "mnist"'],
  ['data', 'data takes the name of a data set, one of digits, mnist,'],
  ['data faces sprites', 'data takes the name of a data set'],
  ['data celeba', 'NAME must be one of "digits", "mnist", '],
  ['data faces --epochs 3', 'there is no option --epochs'],
  ['demo --epochs 3', 'there is no option --epochs'],
  ['train vae --epoch 3', 'there is no option --epoch; --help lists them'],
  ['train vae --constructor 3', 'there is no option --constructor'],
  ['train vae -x', 'there is no option --x'],
  ['train vae --epochs ten', '--epochs must be an integer of at least 1, got "ten"'],
  ['train vae --epochs -3', '--epochs must be an integer of at least 1, got -3'],
  ['train vae --epochs 1.5', '--epochs must be an integer of at least 1, got 1.5'],
  ['train vae --epochs=', '--epochs must be an integer of at least 1, got ""'],
  ['train vae --epochs', '--epochs needs a value: --epochs N'],
  ['train vae --no-epochs', '--epochs needs a value: --epochs N'],
  ['train vae --hidden 400,wide', '--hidden[1] must be an integer of at least 1, got "wide"'],
  ['train vae --data cifar', '--data must be one of "digits", "mnist", "fashion-mnist", '],
  ['train vae --beta Infinity', '--beta must be a finite number of at least 0, got Infinity'],
  ['train vae --manifold=yes', '--manifold must be true or false, got "yes"'],
  ['train vae --out=', '--out must be the path of a folder, got ""'],
])('%j is refused in one sentence', (line, sentence) => {
  expect(() => parse(line)).toThrow(GenmodelsError);
  expect(() => parse(line)).toThrow(sentence);
});

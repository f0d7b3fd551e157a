import { type DataSpec, load } from '@genmodels/core';
import { DiagonalBiLstm, GatedPixelCnn, MultiScale, PixelCnn, PixelCnnPlusPlus, RowLstm } from '@genmodels/pixelcnn';

/** What the models of @genmodels/pixelcnn are built with here. */
export interface ModelSizes {
  readonly spec: DataSpec;
  readonly filters: number;
  readonly layers: number;
  readonly seed: number;
}

/** By the name that `--model` takes. */
const models = {
  gated: { title: 'A Gated PixelCNN', kind: GatedPixelCnn, build: (sizes: ModelSizes) => new GatedPixelCnn(sizes) },
  pixelcnn: {
    title: 'A PixelCNN',
    kind: PixelCnn,
    build: ({ layers, ...sizes }: ModelSizes) => new PixelCnn({ ...sizes, blocks: layers }),
  },
  'plus-plus': {
    title: 'A PixelCNN++',
    kind: PixelCnnPlusPlus,
    build: ({ layers, ...sizes }: ModelSizes) => new PixelCnnPlusPlus({ ...sizes, blocks: layers }),
  },
  'multi-scale': {
    title: 'A multi-scale PixelCNN',
    kind: MultiScale,
    build: ({ layers, ...sizes }: ModelSizes) => new MultiScale({ ...sizes, blocks: layers }),
  },
  'row-lstm': { title: 'A Row LSTM', kind: RowLstm, build: (sizes: ModelSizes) => new RowLstm(sizes) },
  'diagonal-bi-lstm': {
    title: 'A Diagonal BiLSTM',
    kind: DiagonalBiLstm,
    build: (sizes: ModelSizes) => new DiagonalBiLstm(sizes),
  },
};

export type ModelName = keyof typeof models;

export const modelNames = Object.keys(models) as [ModelName, ...ModelName[]];

export type AutoregressiveModel = ReturnType<(typeof models)[ModelName]['build']>;

export function buildModel(name: ModelName, sizes: ModelSizes): AutoregressiveModel {
  return models[name].build(sizes);
}

/** 'A Gated PixelCNN', to begin a sentence with. */
export function titleOf(name: ModelName): string {
  return models[name].title;
}

/** What it is called in a program. */
export function classNameOf(name: ModelName): string {
  return models[name].kind.name;
}

/** Loads any of them. The caller disposes it. */
export function loadAutoregressive(path: string): Promise<AutoregressiveModel> {
  return load(path, [GatedPixelCnn, PixelCnn, PixelCnnPlusPlus, RowLstm, DiagonalBiLstm, MultiScale]);
}

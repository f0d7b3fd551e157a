import { check, type DataSpec } from '@genmodels/core';
import { DiagonalBiLstm, GatedPixelCnn, MultiScale, PixelCnn, PixelCnnPlusPlus, RowLstm } from '@genmodels/pixelcnn';

/** What the models of @genmodels/pixelcnn are built with here. */
export interface ModelSizes {
  readonly spec: DataSpec;
  /** @default as many as the model has by itself */
  readonly filters?: number;
  /** @default as many as the model has by itself */
  readonly layers?: number;
  /** Classes that it is conditioned on. @default 0, unconditional */
  readonly classes?: number;
  /** Of a PixelCNN++. @default its own */
  readonly dropout?: number;
  readonly seed: number;
}

/** What all of them take. */
type Sizes = Omit<ModelSizes, 'dropout'>;

/** By the name that `--model` takes. */
const models = {
  gated: { title: 'A Gated PixelCNN', kind: GatedPixelCnn, build: (sizes: Sizes) => new GatedPixelCnn(sizes) },
  pixelcnn: { title: 'A PixelCNN', kind: PixelCnn, build: (sizes: Sizes) => new PixelCnn(inBlocks(sizes)) },
  'plus-plus': {
    title: 'A PixelCNN++',
    kind: PixelCnnPlusPlus,
    build: (sizes: Sizes, dropout?: number) =>
      new PixelCnnPlusPlus({ ...inBlocks(sizes), ...(dropout !== undefined && { dropout }) }),
  },
  'multi-scale': {
    title: 'A multi-scale PixelCNN',
    kind: MultiScale,
    build: (sizes: Sizes) => new MultiScale(inBlocks(sizes)),
  },
  'row-lstm': { title: 'A Row LSTM', kind: RowLstm, build: (sizes: Sizes) => new RowLstm(sizes) },
  'diagonal-bi-lstm': {
    title: 'A Diagonal BiLSTM',
    kind: DiagonalBiLstm,
    build: (sizes: Sizes) => new DiagonalBiLstm(sizes),
  },
};

/** Some models are made of blocks of layers. */
function inBlocks({ layers, ...sizes }: Sizes): Omit<Sizes, 'layers'> & { readonly blocks?: number } {
  return { ...sizes, ...(layers !== undefined && { blocks: layers }) };
}

export type ModelName = keyof typeof models;

export const modelNames = Object.keys(models) as [ModelName, ...ModelName[]];

/** Any model that `train pixelcnn` trains. */
export type PixelcnnModel = ReturnType<(typeof models)[ModelName]['build']>;

/** Throws 'invalid-argument' for a dropout of a model that has none. */
export function buildModel(name: ModelName, { dropout, ...sizes }: ModelSizes): PixelcnnModel {
  check(
    dropout === undefined || name === 'plus-plus',
    'invalid-argument',
    () => `--dropout is for --model plus-plus, ${name} has none`,
  );
  return models[name].build(sizes, dropout);
}

/** 'A Gated PixelCNN', to begin a sentence with. */
export function titleOf(name: ModelName): string {
  return models[name].title;
}

/** What it is called in a program. */
export function classNameOf(name: ModelName): string {
  return models[name].kind.name;
}

/** All of them, for `load`. */
export function pixelcnnKinds() {
  return Object.values(models).map(({ kind }) => kind);
}

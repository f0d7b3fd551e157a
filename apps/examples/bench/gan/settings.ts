import type { JsonObject } from '@genmodels/core';
import { mlp } from '@genmodels/gan';
import type { Cell } from './cell.ts';
import { gameOf } from './games.ts';

/** Examples in a batch. */
export const batchSize = 256;

/** Points to learn from: so many that no discriminator knows them by heart. */
export const pointCount = 50_000;

/** Samples that are judged, as many as in the papers: with more of them one stray sample would cover a mode more often. */
export const sampleCount = 2500;

/** Of the running average of the weights. */
export const averageDecay = 0.999;

/** The model of a cell, but for what its points say. */
export function modelOptions({ game, k, seed }: Cell) {
  const { rules } = gameOf(game);
  return { latent: 2, network: mlp({ hidden: [128, 128, 128], activation: 'relu' }), ...rules, discriminatorSteps: k, seed };
}

/** All that a training is told, as JSON: a result of other settings is another's. */
export function settingsOf(cell: Cell): JsonObject {
  const { network, loss, ...model } = modelOptions(cell);
  return {
    model: { ...model, network: network.config, loss: loss.config },
    optimizer: gameOf(cell.game).optimizer.config,
    schedule: 'cosine to 0',
    ...cell,
    batchSize,
    pointCount,
    sampleCount,
    averageDecay,
  };
}

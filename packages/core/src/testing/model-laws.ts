import * as tf from '@tensorflow/tfjs-core';
import { registerGradients } from '../gradients/register.ts';
import { valueAndGradients } from '../gradients/value-and-gradients.ts';
import { memoryFolder } from '../io/places/memory-folder.ts';
import type { ByteFolder } from '../io/places/storage.ts';
import type { JsonObject } from '../json.ts';
import type { Batch, BatchSource, Objective, Trainable } from '../model.ts';
import { namedVariables, trainableVariables } from '../nn/module.ts';
import { createRng } from '../rng.ts';
import { fit } from '../train/fit.ts';
import { disposeBatch } from '../train/step-batches.ts';
import { readWeights } from '../train/weights.ts';
import { type Law, must, mustEqual, mustReject } from './law.ts';

export interface ModelUnderTest<M extends Trainable = Trainable> {
  /** A new tiny model, the same at every call. */
  create(): M;
  /** The model of a stored config, with its initial weights. */
  rebuild(config: JsonObject): M;
  /** The model of a file's bytes, and the bytes of a model. */
  save(model: M): Promise<Uint8Array>;
  load(bytes: Uint8Array): Promise<M>;
  /** Tiny batches that suit it. */
  readonly source: BatchSource;
  /** False where the loss draws no random numbers, so that training is the same under every seed. @default true */
  readonly random?: boolean;
}

/** What every trainable model keeps. */
export function modelLaws<M extends Trainable>(subject: ModelUnderTest<M>): Law[] {
  return [
    { name: 'its config is plain JSON and rebuilds the model with the same initial weights', run: () => configRebuilds(subject) },
    { name: 'every loss and metric is a finite scalar', run: () => lossesAreScalars(subject) },
    { name: 'a gradient reaches every weight', run: () => gradientsReachAll(subject) },
    { name: 'an update changes the weights of its own objective alone', run: () => objectivesKeepApart(subject) },
    { name: 'the same seed gives the same losses and weights, another seed others', run: () => seedDecides(subject) },
    { name: 'saved and loaded, its weights are equal', run: () => filesKeepWeights(subject) },
    { name: 'stopped and resumed, training ends as if it had never stopped', run: () => resumeIsExact(subject) },
    { name: 'training leaves no tensor behind, on success, abort and error', run: () => trainingIsTidy(subject) },
    { name: 'a disposed model leaves no tensor behind', run: () => disposalIsWhole(subject) },
  ];
}

async function configRebuilds<M extends Trainable>({ create, rebuild }: ModelUnderTest<M>): Promise<void> {
  await withModel(create(), async (model) => {
    const stored = JSON.parse(JSON.stringify(model.config)) as JsonObject;
    mustEqual(stored, model.config, 'the config after JSON');
    await withModel(rebuild(stored), async (again) => {
      mustEqual(again.config, model.config, 'the config of the rebuilt model');
      await mustHaveEqualWeights(again, model);
    });
  });
}

async function lossesAreScalars<M extends Trainable>({ create, source }: ModelUnderTest<M>): Promise<void> {
  await onObjectives(create(), source, async (objective, batch) => {
    for (const mode of ['train', 'infer'] as const) {
      const { loss, metrics = {} } = tf.tidy(() => ({ ...objective.loss(batch, createRng(0), { step: 0, mode }) }));
      for (const [name, scalar] of Object.entries({ loss, ...metrics })) {
        must(
          scalar.rank === 0,
          () => `${objective.name} ${name} in mode ${mode} must be a scalar, got the shape [${scalar.shape.join(', ')}]`,
        );
        const [value] = await scalar.data();
        must(Number.isFinite(value), () => `${objective.name} ${name} in mode ${mode} must be finite, got ${value}`);
      }
      tf.dispose([loss, ...Object.values(metrics)]);
    }
  });
}

async function gradientsReachAll<M extends Trainable>({ create, source }: ModelUnderTest<M>): Promise<void> {
  const model = create();
  const paths = new Map([...namedVariables(model)].map(([path, variable]) => [variable, path]));
  const untouched = new Set(trainableVariables(model));
  await onObjectives(model, source, async ({ variables, loss }, batch) => {
    const { value, gradients } = valueAndGradients(() => loss(batch, createRng(0), { step: 1, mode: 'train' }).loss, variables);
    for (const [i, gradient] of gradients.entries()) {
      if (gradient !== null && (await gradient.data()).some((entry) => entry !== 0)) untouched.delete(variables[i]!);
    }
    tf.dispose([value, ...gradients.filter((gradient) => gradient !== null)]);
  });
  const names = [...untouched].map((variable) => paths.get(variable));
  must(names.length === 0, () => `every weight must have a gradient from some objective; none reached ${names.join(', ')}`);
}

async function objectivesKeepApart<M extends Trainable>({ create, source }: ModelUnderTest<M>): Promise<void> {
  await withModel(create(), async (model) => {
    for (const objective of model.objectives()) {
      const own = new Set(objective.variables);
      const before = await readWeights(model);
      const alone: Trainable = { ...model, objectives: () => [objective], dispose: () => {} };
      await fit(alone, source, { steps: 1, seed: 0 });
      const after = await readWeights(model);
      for (const [path, variable] of namedVariables(model)) {
        if (own.has(variable) || !variable.trainable) continue;
        mustEqual(after.get(path)!.values, before.get(path)!.values, `${path} after an update of ${objective.name}`);
      }
    }
  });
}

async function seedDecides<M extends Trainable>(subject: ModelUnderTest<M>): Promise<void> {
  const [first, again, other] = [await trained(subject, 0), await trained(subject, 0), await trained(subject, 1)];
  mustEqual(again, first, 'a second run with the same seed');
  const differs = JSON.stringify(other.history) !== JSON.stringify(first.history);
  if (subject.random ?? true) must(differs, () => 'a run with another seed must differ, but its losses are equal');
  else must(!differs, () => 'a model without random numbers must be trained alike under every seed, but its losses differ');
}

/** Compares the last checkpoints whole: weights, running averages, slots, sums and history. Each stop is gone on from by a new model. */
async function resumeIsExact<M extends Trainable>({ create, source }: ModelUnderTest<M>): Promise<void> {
  const train = async (to: ByteFolder, stops: readonly number[]) => {
    const options = { steps: 5, seed: 0, ema: 0.9, reportEvery: 2, checkpoint: { to, every: 2, keep: 1, resume: true } };
    for (const stop of [...stops, Infinity]) {
      const controller = new AbortController();
      const batch: BatchSource['batch'] = (step) => {
        if (step >= stop) controller.abort();
        return source.batch(step);
      };
      await withModel(create(), (model) =>
        fit(model, { ...source, spec: source.spec, batch }, { ...options, signal: controller.signal }),
      );
    }
    const [name] = await to.list();
    return { name, bytes: await to.file(name!).read() };
  };
  mustEqual(await train(memoryFolder(), [0, 2, 3]), await train(memoryFolder(), []), 'the last checkpoint');
}

async function filesKeepWeights<M extends Trainable>({ create, save, load, source }: ModelUnderTest<M>): Promise<void> {
  await withModel(create(), async (model) => {
    await fit(model, source, { steps: 2, seed: 0 });
    await withModel(await load(await save(model)), async (loaded) => {
      mustEqual(loaded.kind, model.kind, 'the kind of the loaded model');
      mustEqual(loaded.config, model.config, 'the config of the loaded model');
      await mustHaveEqualWeights(loaded, model);
    });
  });
}

async function trainingIsTidy<M extends Trainable>({ create, source }: ModelUnderTest<M>): Promise<void> {
  await withModel(create(), async (model) => {
    const before = tf.memory().numTensors;
    const failing: BatchSource = {
      ...source,
      spec: source.spec,
      batch: (step) => (step > 0 ? Promise.reject(new Error('no data')) : source.batch(step)),
    };
    await fit(model, source, { steps: 3, seed: 0, ema: 0.9 });
    await fit(model, source, { steps: 3, seed: 0, signal: AbortSignal.abort() });
    await mustReject(() => fit(model, failing, { steps: 3, seed: 0 }), 'training on a source that fails');
    mustEqual(tf.memory().numTensors, before, 'tensors after training');
  });
}

async function disposalIsWhole<M extends Trainable>({ create }: ModelUnderTest<M>): Promise<void> {
  const before = tf.memory().numTensors;
  create().dispose();
  mustEqual(tf.memory().numTensors, before, 'tensors after create and dispose');
}

async function trained<M extends Trainable>({ create, source }: ModelUnderTest<M>, seed: number) {
  return withModel(create(), async (model) => {
    const { history } = await fit(model, source, { steps: 3, seed, reportEvery: 1 });
    return { history, weights: [...(await readWeights(model))] };
  });
}

async function mustHaveEqualWeights(actual: Trainable, expected: Trainable): Promise<void> {
  const [got, wanted] = [await readWeights(actual), await readWeights(expected)];
  mustEqual([...got.keys()], [...wanted.keys()], 'the paths of the weights');
  for (const [path, weight] of wanted) mustEqual(got.get(path), weight, path);
}

async function onObjectives(
  model: Trainable,
  source: BatchSource,
  use: (objective: Objective, batch: Batch) => Promise<void>,
): Promise<void> {
  registerGradients();
  await withModel(model, async () => {
    const batch = await source.batch(0);
    for (const objective of model.objectives()) await use(objective, batch);
    disposeBatch(batch);
  });
}

async function withModel<M extends Trainable, T>(model: M, use: (model: M) => Promise<T>): Promise<T> {
  try {
    return await use(model);
  } finally {
    model.dispose();
  }
}

import type { Json, JsonObject } from '../../json.ts';
import type { Assignment } from '../progress.ts';

/**
 * What decides the course of a run of so many steps, as far as it is data: two runs that agree in it take the same steps. A
 * schedule is code, and stands for itself by what it gives at nine steps, in nine digits: engines may differ in the last ones of a cosine.
 */
export function describeRun({ model, source, objectives, plan }: Assignment, steps: number): JsonObject {
  const { seed, clipNorm = null, accumulate, ema = null, freeze, schedule } = plan;
  const probes = Array.from({ length: 9 }, (_, i) => Math.floor((i * (steps - 1)) / 8));
  return {
    model: { kind: model.kind, config: model.config },
    source: { spec: source.spec as unknown as Json, stepsPerEpoch: source.stepsPerEpoch ?? null },
    objectives: objectives.map((objective) => ({
      name: objective.name,
      repeat: objective.repeat ?? 1,
      optimizer: plan.optimizerOf(objective).config,
    })),
    options: { seed, clipNorm, accumulate, ema, freeze: [...freeze].sort() },
    schedule: Object.fromEntries(probes.map((step) => [step, Number(schedule(step, steps).toPrecision(9))])),
  };
}

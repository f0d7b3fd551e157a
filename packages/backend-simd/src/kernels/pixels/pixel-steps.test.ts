import { compile, createHostMachine, createMachine, createRng, type MachineOptions, type PixelOps, type PixelProgram } from '@genmodels/core';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SimdBackend } from '../../backend.ts';
import { channels, moves, RandomNetwork } from '../../testing/random-network.ts';
import { startSimd } from '../../testing/start.ts';
import { bestBuild } from '../../wasm/builds.ts';

const [height, width] = [5, 6];

async function programOf(network: RandomNetwork, size: 'map' | 'pixel'): Promise<PixelProgram> {
  return compile(network, { channels: channels.image, condition: { channels: channels.condition, size } });
}

/** Where functions change their ways, and 20,000 numbers of all magnitudes. */
const numbers = Float32Array.from([
  ...[0, -0, NaN, Infinity, -Infinity, 1e-45, -1e-45, 3e38, -3e38, 88, 88.1, -87.33654, -87.33654022216797, -87.33655, -88],
  ...Array.from({ length: 10_000 }, (_, i) => Math.sin(i) * 100),
  ...new Float32Array(Uint32Array.from({ length: 9_985 }, (_, i) => Math.imul(i, 2654435761)).buffer),
]);

/** The parameters of all pixels, one after the other. */
async function run(create: typeof createMachine, program: PixelProgram, options: MachineOptions): Promise<Float32Array[]> {
  const machine = create(program, options);
  const image = createRng(5).fillUniform(new Float32Array(height * width * options.count * channels.image));
  const all: Float32Array[] = [];
  for (let row = 0; row < height; row++) {
    machine.startRow(row);
    for (let column = 0; column < width; column++) {
      all.push((await machine.parameters(row, column)).slice());
      const at = (row * width + column) * options.count * channels.image;
      // Zeros among them, since the host leaves those out.
      machine.setPixel(row, column, image.subarray(at, at + options.count * channels.image).map((value) => Math.max(0, value - 0.4)));
    }
  }
  machine.dispose();
  return all;
}

const builds = bestBuild() === 'relaxed' ? (['baseline', 'relaxed'] as const) : (['baseline'] as const);

describe.each(builds.flatMap((build) => [1, 2].map((threads) => ({ build, threads }))))('$build build, $threads threads', (options) => {
  beforeAll(() => startSimd(options));

  test('gives the bits of the host, whatever the network and the number of images', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...moves), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 1000 }),
        fc.constantFrom(1, 2, 5, 16),
        fc.constantFrom('map' as const, 'pixel' as const),
        async (made, seed, count, size) => {
          const program = await programOf(new RandomNetwork(made, seed), size);
          const pixels = size === 'map' ? height * width : 1;
          const condition = createRng(6).fillUniform(new Float32Array(count * pixels * channels.condition));
          const wishes = { count, height, width, condition };
          expect(await run(createMachine, program, wishes)).toEqual(await run(createHostMachine, program, wishes));
        },
      ),
      { numRuns: 60 },
    ));

  test.each(moves)('%s alone', async (move) => {
    const program = await programOf(new RandomNetwork([move], 1), 'map');
    const condition = createRng(6).fillUniform(new Float32Array(16 * height * width * channels.condition));
    const wishes = { count: 16, height, width, condition };
    expect(await run(createMachine, program, wishes)).toEqual(await run(createHostMachine, program, wishes));
  });

  test.each(['relu', 'elu', 'tanh', 'sigmoid', 'concatElu', 'gated'] as const)('%s of all kinds of numbers', async (activation) => {
    const network = { apply: <T>(ops: PixelOps<T>, _: T, condition?: T): T => ops.activate(condition!, activation) };
    const program = await compile(network, { channels: 1, condition: { channels: numbers.length, size: 'pixel' } });
    const wishes = { count: 1, height: 1, width: 1, condition: numbers };
    const [device, host] = [createMachine(program, wishes), createHostMachine(program, wishes)];
    expect(await device.parameters(0, 0)).toEqual(await host.parameters(0, 0));
    device.dispose();
  });

  test('memory is given back, and no tensor is made', async () => {
    const program = await programOf(new RandomNetwork(moves, 1), 'pixel');
    const { heap } = (tf.backend() as SimdBackend).machine;
    const before = [heap.bytesInUse, tf.memory().numTensors];
    const machine = createMachine(program, { count: 3, height, width, condition: new Float32Array(3 * channels.condition) });
    expect(heap.bytesInUse).toBeGreaterThan(before[0]! + machine.bytes);
    expect(tf.memory().numTensors).toBe(before[1]);
    machine.dispose();
    machine.dispose();
    expect(() => machine.startRow(0)).toThrow('a machine must not be used after dispose()');
    expect([heap.bytesInUse, tf.memory().numTensors]).toEqual(before);
  });
});

test('a machine goes on where memory grows and moves', async () => {
  await startSimd({ threads: 1 });
  const program = await programOf(new RandomNetwork(['convolve', 'recur'], 1), 'pixel');
  const wishes = { count: 2, height, width, condition: new Float32Array(2 * channels.condition) };
  const growing: typeof createMachine = (program, wishes) => {
    const machine = createMachine(program, wishes);
    (tf.backend() as SimdBackend).machine.memory.grow(1);
    return machine;
  };
  expect(await run(growing, program, wishes)).toEqual(await run(createHostMachine, program, wishes));
});

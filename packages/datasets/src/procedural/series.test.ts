import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type SeriesKind, series } from './series.ts';

const kinds = [
  { kind: 'sines', hash: '2f46bc059fc7dd7e' },
  { kind: 'walks', hash: 'c6aeac5397644d78' },
] as const;

function valuesOf(data: ReturnType<typeof series>): Float32Array {
  const examples = data.examples(Array.from({ length: data.length }, (_, i) => i));
  const values = examples.dataSync() as Float32Array;
  examples.dispose();
  return values;
}

function meanOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(Array.from(values, (value) => (value - mean) ** 2)));
}

/** One example's attribute. */
type Read = (name: string) => number;

/** What the attributes of 'sines' say of a channel at a time, straight from the description. */
function sinesAt(time: number, read: Read, lag: number): number {
  const starts = [0, read('change1'), read('change2'), 1];
  return ['slow', 'fast'].reduce((sum, name) => {
    let turns = read(`${name}Phase`) + lag;
    let amplitude = read(`${name}Amplitude1`);
    for (let k = 0; k < 3 && starts[k]! <= time; k++) {
      turns += read(`${name}Frequency${k + 1}`) * (Math.min(time, starts[k + 1]!) - starts[k]!);
      amplitude += (read(`${name}Amplitude${k + 1}`) - amplitude) * Math.min(1, 16 * (time - starts[k]!));
    }
    return sum + amplitude * Math.sin(2 * Math.PI * turns);
  }, 0);
}

for (const { kind, hash } of kinds) {
  test(`${kind}: the same numbers on every machine`, () => {
    const data = series({ kind, count: 20, seed: 0, length: 32, channels: 2 });
    expect(createHash('sha256').update(valuesOf(data)).digest('hex').slice(0, 16)).toBe(hash);
  });

  test(`${kind}: an example depends on the seed and its index, not on the count`, () => {
    const few = series({ kind, count: 4, seed: 5, length: 16 });
    const more = series({ kind, count: 9, seed: 5, length: 16 }).take(4);
    expect(valuesOf(more)).toEqual(valuesOf(few));
    expect(more.labels).toEqual(few.labels);
    expect(more.attributes).toEqual(few.attributes);
    expect(valuesOf(series({ kind, count: 4, seed: 6, length: 16 }))).not.toEqual(valuesOf(few));
  });

  test(`${kind}: [length, channels] around 0, nearly all of it in [-1, 1], labels equally likely`, () => {
    const data = series({ kind, count: 900, length: 16, channels: 2 });
    expect(data.spec).toEqual({ shape: [16, 2], domain: 'real' });
    const values = valuesOf(data);
    expect(Math.abs(meanOf(values))).toBeLessThan(0.05);
    expect(deviationOf(values)).toBeGreaterThan(0.3);
    expect(meanOf(Array.from(values, (value) => (Math.abs(value) > 1 ? 1 : 0)))).toBeLessThan(0.03);
    const counts = [0, 1, 2].map((label) => data.labels!.filter((other) => other === label).length);
    expect(counts.reduce((sum, count) => sum + (count - 300) ** 2 / 300, 0)).toBeLessThan(13.82); // 0.999 of chi-square
    expect(data.classNames?.length).toBe(3);
  });
}

test('sines are what their attributes say, but for noise of 0.03', () => {
  const [count, length, channels] = [40, 64, 3];
  const data = series({ kind: 'sines', count, length, channels });
  const values = valuesOf(data);
  const rest = Array.from(values, (value, i) => {
    const read: Read = (name) => data.attributes![name]![Math.floor(i / length / channels)]!;
    const channel = i % channels;
    const lag = channel === 0 ? 0 : read(`lag${channel + 1}`);
    return value - sinesAt((Math.floor(i / channels) % length) / length, read, lag);
  });
  expect(Math.abs(meanOf(rest))).toBeLessThan((4 * 0.03) / Math.sqrt(rest.length));
  expect(Math.abs(deviationOf(rest) / 0.03 - 1)).toBeLessThan(4 / Math.sqrt(2 * rest.length));
});

test('sines change as often as their label says, in order, and a regime that never comes repeats the last', () => {
  const { labels, attributes } = series({ kind: 'sines', count: 200, length: 16 });
  const column = (name: string) => attributes![name]!;
  for (let i = 0; i < 200; i++) {
    const changes = [column('change1')[i]!, column('change2')[i]!].filter((time) => time < 1);
    expect(changes.length).toBe(labels![i]);
    expect(column('changes')[i]).toBe(labels![i]);
    expect([...changes].sort()).toEqual(changes);
    const frequencies = [1, 2, 3].map((k) => column(`fastFrequency${k}`)[i]);
    expect(new Set(frequencies).size).toBe(labels![i]! + 1);
  }
});

test('sines never break: no step is larger than their frequencies, amplitudes and noise allow', () => {
  const length = 256;
  const values = valuesOf(series({ kind: 'sines', count: 100, length }));
  const steepest = (2 * Math.PI * (2 * 0.55 + 7 * 0.45)) / length + (16 * (0.35 + 0.4)) / length;
  for (let i = 0; i < values.length; i++) {
    if (i % length === 0) continue;
    expect(Math.abs(values[i]! - values[i - 1]!)).toBeLessThan(steepest + 5 * 0.03 * Math.SQRT2);
  }
});

test('walks less their season and their drift are a random walk with noise', () => {
  const [count, length] = [300, 64];
  const data = series({ kind: 'walks', count, length });
  const values = valuesOf(data);
  const steps: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < count; i++) {
    const read: Read = (name) => data.attributes![name]![i]!;
    const level = Array.from(values.subarray(i * length, (i + 1) * length), (value, step) => {
      const angle = 2 * Math.PI * (read('phase') + (read('cycles') * step) / length);
      const season = read('amplitude') * (Math.sin(angle) + read('overtone') * Math.sin(2 * angle));
      return value - season - read('start') - (read('drift') * (step + 1)) / length;
    });
    ends.push(level.at(-1)! - read('wander'));
    for (let step = 1; step < length; step++) steps.push(level[step]! - level[step - 1]!);
  }
  const wanted = Math.sqrt(0.3 ** 2 / length + 2 * 0.03 ** 2);
  expect(Math.abs(deviationOf(steps) / wanted - 1)).toBeLessThan(4 / Math.sqrt(steps.length)); // noise makes neighbours depend on each other
  expect(Math.abs(deviationOf(ends) / 0.03 - 1)).toBeLessThan(4 / Math.sqrt(2 * count));
});

test('walks have 2, 4 or 8 cycles by label, and levels of the spreads that are said', () => {
  const { labels, attributes } = series({ kind: 'walks', count: 2000, length: 16, channels: 2 });
  for (const [i, label] of labels!.entries()) expect(attributes!['cycles']![i]).toBe(2 ** (label + 1));
  for (const [name, spread] of [['start', 0.25], ['start2', 0.25], ['drift', 0.3], ['drift2', 0.3], ['wander', 0.3], ['wander2', 0.3]] as const) {
    expect(Math.abs(deviationOf(attributes![name]!) / spread - 1)).toBeLessThan(4 / Math.sqrt(4000));
  }
});

test('the truth does not depend on the length', () => {
  const [short, long] = [16, 48].map((length) => series({ kind: 'sines', count: 5, length }));
  expect(long!.attributes).toEqual(short!.attributes);
});

test('refuses what is no kind, length, number of channels, count or seed', () => {
  expect(() => series({ kind: 'sine' as SeriesKind })).toThrow('[genmodels/invalid-argument] kind must be one of "sines", "walks", got "sine"');
  expect(() => series({ kind: 'sines', length: 15 })).toThrow('length must be an integer of at least 16, got 15');
  expect(() => series({ kind: 'sines', channels: 0 })).toThrow('channels must be an integer of at least 1, got 0');
  expect(() => series({ kind: 'walks', count: 1.5 })).toThrow('count must be an integer of at least 1, got 1.5');
  expect(() => series({ kind: 'walks', seed: -1 })).toThrow('[genmodels/invalid-argument] seed');
});

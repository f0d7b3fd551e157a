import { expect, test } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

test.each([
  '{"a":{"b":1},"c":{"b":2},"d":[{"b":3},{"b":4}]}',
  '{"a":"{\\"a\\":1}","b":"a","c":["a","a"]}',
  '{"\\"a":1,"a\\\\":2,"a":3}',
  ' { "a" : 1 , "b" : "}]:" } ',
  '"a"',
  'null',
  '{"__proto":1}',
])('reads %s as JSON.parse does', (text) => {
  expect(parseStrictJson(text, 'it')).toEqual(JSON.parse(text));
});

test.each([
  ['{"a":1,"a":2}', 'got "a"'],
  ['{"a":1,"\\u0061":2}', 'got "a"'],
  ['{"a": 1, "b": 2, "a" :3}', 'got "a"'],
  ['{"x":[0,{"y":{"a":1,"b":[],"a":1}}]}', 'got "a"'],
  ['{"":1,"":1}', 'got ""'],
  ['{"__proto__":1}', 'got "__proto__"'],
  ['{"a":[{"\\u005f_proto__":{"polluted":1}}]}', 'got "__proto__"'],
  ['{"constructor":{"prototype":{}}}', 'got "constructor"'],
  ['{"prototype":1}', 'got "prototype"'],
])('refuses the keys of %s', (text, got) => {
  expect(() => parseStrictJson(text, 'the header')).toThrow(
    `[genmodels/corrupt-file] the header must use each key once and none of __proto__, constructor, prototype, ${got}`,
  );
});

test.each(['', '{', '{"a":1,}', "{'a':1}", '\ufeff{}', '{"a":NaN}', 'undefined'])('%j must be JSON', (text) => {
  expect(() => parseStrictJson(text, 'the config')).toThrow('[genmodels/corrupt-file] the config must be JSON');
});

test('a value may nest 32 levels deep, not more', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(() => parseStrictJson(nested(32), 'it')).not.toThrow();
  expect(() => parseStrictJson(nested(33), 'it')).toThrow('it must nest at most 32 levels deep');
  expect(() => parseStrictJson(nested(500_000), 'it')).toThrow('it must nest at most 32 levels deep');
});

test('a megabyte of escapes, or of quotes, is no trap', () => {
  for (const unit of ['\\\\', '\\"', 'x', '\\u0041']) {
    const text = JSON.stringify({ long: unit.repeat(2 ** 20 / unit.length) });
    expect(parseStrictJson(text, 'it')).toEqual(JSON.parse(text));
  }
});

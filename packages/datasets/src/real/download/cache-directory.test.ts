import { expect, test } from 'vitest';
import { cacheDirectory } from './cache-directory.ts';

test.each([
  ['linux', {}, '/home/ada/.cache'],
  ['linux', { XDG_CACHE_HOME: '/data/cache' }, '/data/cache'],
  ['linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada/.cache'],
  ['linux', { XDG_CACHE_HOME: '' }, '/home/ada/.cache'],
  ['freebsd', {}, '/home/ada/.cache'],
  ['darwin', { XDG_CACHE_HOME: '/data/cache' }, '/home/ada/Library/Caches'],
  ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local'],
  ['win32', {}, '/home/ada/AppData/Local'],
])('on %s with %j it is %s', (platform, env, directory) => {
  expect(cacheDirectory({ platform, env, home: '/home/ada' })).toBe(directory);
});

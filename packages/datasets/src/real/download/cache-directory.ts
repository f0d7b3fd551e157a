/** What is asked of Node: `process` and the home folder. */
export interface Host {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder of this user for files that can be fetched again: that of the XDG Base Directory Specification, of Apple's File System
 * Programming Guide, and of Windows's known folders.
 */
export function cacheDirectory({ platform, env, home }: Host): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] || `${home}/AppData/Local`;
  if (platform === 'darwin') return `${home}/Library/Caches`;
  const named = env['XDG_CACHE_HOME'];
  return named?.startsWith('/') ? named : `${home}/.cache`; // the specification: a relative one is to be ignored
}

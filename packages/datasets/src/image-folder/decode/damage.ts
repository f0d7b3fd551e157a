/** What is wrong inside of a picture. `decodePicture`, which knows the name of the file, makes the error of it that users see. */
export class Damage extends Error {
  readonly code: 'corrupt-file' | 'incompatible-file';

  constructor(code: Damage['code'], message: string) {
    super(message);
    this.name = 'Damage';
    this.code = code;
  }
}

/** For what no sound file holds. */
export function ensure(ok: boolean, what: string): asserts ok {
  if (!ok) throw new Damage('corrupt-file', what);
}

/** For what a sound file may hold, but we do not read. */
export function ensureSupported(ok: boolean, what: string): asserts ok {
  if (!ok) throw new Damage('incompatible-file', what);
}

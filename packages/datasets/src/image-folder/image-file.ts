/** A file that may hold a picture. */
export interface ImageFile {
  /** Where it is, from the folder that was given, with "/" between names: the first of several is its class. */
  readonly path: string;
  /** Its bytes; at most `limit`, or it rejects with 'incompatible-file'. */
  read(limit: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** Whether a name is that of a picture: not hidden, and with a known ending. */
export function isImageName(name: string): boolean {
  return !isHidden(name) && /\.(png|jpe?g|jfif)$/i.test(name);
}

/** What systems put into folders unasked begins so: .DS_Store, .thumbnails, ._picture.jpg. */
export function isHidden(name: string): boolean {
  return name.startsWith('.');
}

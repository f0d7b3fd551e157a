/** What a transfer of bytes reports, and what stops it. */
export interface TransferOptions {
  /** Stops the transfer, which then rejects with the signal's reason. `AbortSignal.timeout(30_000)` bounds a stalled one. */
  readonly signal?: AbortSignal;
  /** Called as bytes arrive; `total` is unknown where the sender does not say it. */
  onProgress?(bytes: number, total: number | undefined): void;
}

/** One place that holds one file: a path, an address, memory. What goes wrong there is a GenmodelsError 'storage'. */
export interface ByteStorage {
  /** All of its bytes. */
  read(options?: TransferOptions): Promise<Uint8Array>;
  /** Replaces the bytes wholly or not at all, and resolves when they would survive a crash. Absent where the place is read-only. */
  write?(bytes: Uint8Array, options?: TransferOptions): Promise<void>;
}

/** A place that holds files by name: a folder on disk, a database or a private file system of a browser, memory. */
export interface ByteFolder {
  /**
   * The file of that name, there or not. Names are 1 to 128 of a-z, 0-9, ".", "_", "-"; they begin with a letter or digit, and end in
   * none of ".", ".tmp" and ".crswap". Another name is 'invalid-argument', and so is a device of Windows, such as "nul".
   */
  file(name: string): Required<ByteStorage>;
  /** The names of the files in the order of the alphabet; none where nothing was ever written. */
  list(): Promise<string[]>;
  /** Removes a file, for good when it resolves; it need not be there. */
  remove(name: string): Promise<void>;
}

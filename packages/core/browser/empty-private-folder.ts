/** Removes all that this origin has in its private file system. */
export async function emptyPrivateFolder(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
}

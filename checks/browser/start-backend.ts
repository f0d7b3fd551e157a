/** A backend for cases that have tensors; it registers itself. */
export async function startBackend(): Promise<void> {
  await import('@tensorflow/tfjs-backend-cpu');
}

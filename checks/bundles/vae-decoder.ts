// An application that embeds a trained VAE: it loads a decoder and draws from it, and never trains.
import { loadVaeDecoder } from '@genmodels/vae';

export async function draw(url: string) {
  const decoder = await loadVaeDecoder(url);
  return decoder.sample({ count: 16, seed: 0 });
}

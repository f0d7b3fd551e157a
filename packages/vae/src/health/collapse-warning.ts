/** How much of z a model uses, as `LatentHealth` says it. */
interface LatentUse {
  readonly latent: number;
  readonly activeUnits: number;
  readonly kl: number;
}

/** Nats of all dimensions together below which z says nothing worth a decoder's attention. */
const leastKl = 0.1;

/**
 * What is wrong where the posterior has collapsed onto the prior, and what is known to help: warm-up (Bowman et al. 2016, Sønderby et al.
 * 2016), free bits (Kingma et al. 2016), a decoder that depends on z (Chen et al. 2017). Silent where a tenth of the dimensions is active.
 */
export function collapseWarning({ latent, activeUnits, kl }: LatentUse): string | undefined {
  if (kl >= leastKl && activeUnits >= Math.max(1, latent / 10)) return undefined;
  return (
    `posterior collapse: ${activeUnits} of ${latent} latent dimensions ${activeUnits === 1 ? 'is' : 'are'} active, and z says ${kl.toFixed(2)} nats of an example: ` +
    'the decoder makes little use of it. What helps: warmUp over the first third of the steps, or freeBits of 0.1 to 0.5 nats a dimension; ' +
    'a decoder that can do less by itself (smaller, or with a smaller masked field); a beta of at most 1. ' +
    'Where z says enough in few dimensions, take a smaller latent'
  );
}

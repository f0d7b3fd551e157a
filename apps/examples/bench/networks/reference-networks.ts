import { conv, mlp, Vae } from '@genmodels/vae';
import { Dcgan } from './dcgan.ts';
import { type NetworkId, pictures, type ReferenceNetwork } from './network.ts';
import { PixelCnn } from './pixelcnn.ts';

/** The reference networks, each with its batch: two of VAEs as users build them, two of core's layers. */
export function referenceNetworks(): ReferenceNetwork[] {
  return [
    {
      id: 'mlp-vae',
      title: 'MLP VAE 784-400-20, batch 128',
      batchSize: 128,
      build: () => new Vae({ spec: pictures, latent: 20, network: mlp({ hidden: [400] }) }),
    },
    {
      id: 'conv-vae',
      title: 'conv VAE 4x4 stride 2, 32-64, batch 64',
      batchSize: 64,
      build: () => new Vae({ spec: pictures, latent: 20, network: conv({ filters: [32, 64], hidden: 256 }) }),
    },
    { id: 'pixelcnn', title: 'PixelCNN 7 blocks, h = 32, batch 16', batchSize: 16, build: () => new PixelCnn() },
    { id: 'dcgan', title: 'DCGAN 64-128, D and G step, batch 64', batchSize: 64, build: () => new Dcgan() },
  ];
}

export function referenceNetwork(id: NetworkId): ReferenceNetwork {
  return referenceNetworks().find((network) => network.id === id)!;
}

import type { DataSpec } from '@genmodels/core';
import { dcgan, type GanNetwork, mlp, resnet } from '@genmodels/gan';

/** Channels next to the picture that two slow cores bear. */
export const autoWidth = 32;

/** By the name that `--network` takes. */
const networks = {
  mlp: { title: 'Networks of dense layers', build: (width = 128, layers = 3) => mlp({ hidden: new Array(layers).fill(width) }) },
  dcgan: { title: 'Convolutional networks', build: (width = autoWidth, layers = 0) => dcgan({ width, layers }) },
  resnet: { title: 'Residual networks', build: (width = autoWidth, layers = 0) => resnet({ width, layers }) },
};

export type NetworkName = keyof typeof networks;

export const networkNames = Object.keys(networks) as [NetworkName, ...NetworkName[]];

interface NetworkOptions {
  readonly network: NetworkName | 'auto';
  readonly width: number | 'auto';
  readonly layers: number | 'auto';
}

/** Pictures are what convolutions are good at. */
export function networkFor({ shape }: DataSpec, { network }: Pick<NetworkOptions, 'network'>): NetworkName {
  if (network !== 'auto') return network;
  return shape.length === 3 ? 'dcgan' : 'mlp';
}

export function buildNetwork(spec: DataSpec, options: NetworkOptions): GanNetwork {
  const [width, layers] = [options.width, options.layers].map((given) => (given === 'auto' ? undefined : given));
  return networks[networkFor(spec, options)].build(width, layers);
}

/** 'Convolutional networks', to begin a sentence with. */
export function networkTitle(name: NetworkName): string {
  return networks[name].title;
}

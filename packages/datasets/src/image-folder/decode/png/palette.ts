import type { Picture } from '../../../pictures/picture.ts';
import { ensure } from '../damage.ts';
import type { PngHeader } from './header.ts';
import type { Samples } from './samples.ts';

/** Looks the colours up: `colors` holds three bytes each (PLTE), `opacities` a byte each for the first of them (tRNS). */
export function fromPalette(samples: Samples, header: PngHeader, colors?: Uint8Array, opacities?: Uint8Array): Picture {
  ensure(colors !== undefined && colors.length % 3 === 0, 'it has no palette');
  const { width, height } = header;
  const channels = opacities === undefined ? 3 : 4;
  const data = new Uint8Array(width * height * channels);
  for (let i = 0; i < samples.length; i++) {
    const color = samples[i]!;
    ensure(3 * color < colors.length, 'a pixel has a colour that its palette lacks');
    for (let c = 0; c < 3; c++) data[i * channels + c] = colors[3 * color + c]!;
    if (opacities !== undefined) data[i * 4 + 3] = opacities[color] ?? 255;
  }
  return { width, height, channels, data };
}

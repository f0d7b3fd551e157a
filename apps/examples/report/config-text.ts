import type { JsonObject } from '@genmodels/core';

/** JSON with a line an option. */
export function configText(config: JsonObject): string {
  const lines = Object.entries(config).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

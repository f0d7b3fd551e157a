import { readManifest, workspaceFolders } from '../../scripts/lib/paths.mjs';

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, { readonly '@genmodels/source': string }>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Package {
  /** 'packages/core' */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages that are published. */
export function publicPackages(): Package[] {
  return workspaceFolders()
    .map((folder) => ({ folder, manifest: readManifest(folder) as Manifest }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** What users import, with the source file behind it: '@genmodels/core/testing', 'packages/core/src/testing/index.ts'. */
export function entriesOf({ folder, manifest }: Package): { name: string; source: string }[] {
  return Object.entries(manifest.exports).map(([subpath, target]) => ({
    name: manifest.name + subpath.slice(1),
    source: folder + target['@genmodels/source'].slice(1),
  }));
}

import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceFolders } from '../scripts/lib/paths.mjs';
import { findCycle } from './lib/cycle.ts';
import { entriesOf, publicPackages } from './lib/packages.ts';
import { importsOf, readText, repositoryFiles } from './lib/source-files.ts';

// The picture of ARCHITECTURE.md. A package depends on what stands here, and on nothing else.
const onCore = { dependencies: ['@genmodels/core'], peers: { '@tensorflow/tfjs-core': '^4.22.0' } };
const picture: Record<string, { readonly dependencies: readonly string[]; readonly peers: Readonly<Record<string, string>> }> = {
  '@genmodels/core': { ...onCore, dependencies: [] },
  '@genmodels/datasets': { ...onCore, dependencies: ['@genmodels/core', 'fast-png'] },
  '@genmodels/metrics': onCore,
  '@genmodels/vae': onCore,
  '@genmodels/pixelcnn': onCore,
  '@genmodels/gan': onCore,
  '@genmodels/backend-simd': {
    dependencies: [],
    peers: { '@tensorflow/tfjs-core': '4.22.0', '@tensorflow/tfjs-backend-cpu': '4.22.0' },
  },
  '@genmodels/pretrained': { dependencies: [], peers: {} },
};

/** The way through a model package: a file imports from its own place or from one before it. The first pattern that fits counts. */
const flow = ['contract', 'config', 'network', 'model', 'load', 'index'] as const;
const places: readonly (readonly [RegExp, (typeof flow)[number]])[] = [
  [/(^|\/)(network|likelihood|loss|augmentation|output|pixel-model|conditioner)\.ts$/, 'contract'], // what a choice, or a part, must be able to do
  [/(^|\/)config\b|-config\.ts$/, 'config'],
  [/(^|\/)(networks|outputs|likelihoods|losses|layers|recurrences)\//, 'network'], // the choices, and what they are made of
  [/(^|\/)load-/, 'load'],
  [/^index\.ts$/, 'index'],
  [/^/, 'model'],
];

/** Files of more than 300 lines that are one idea all the same, each with the reason. */
const longFiles: readonly string[] = [];

const packages = publicPackages();
const models = packages.filter(({ folder }) => ['packages/vae', 'packages/pixelcnn', 'packages/gan'].includes(folder));
const entries = packages.flatMap(entriesOf).map(({ name }) => name);

const files = repositoryFiles('packages/*/src/**/*.ts', 'apps/**/*.ts', 'apps/**/*.tsx');
/** Folders of what only tests import. */
const forTests = [
  'packages/backend-simd/src/testing/',
  'packages/core/src/io/network/testing/',
  'packages/metrics/src/testing/',
  'packages/metrics/src/inception/testing/',
  'packages/pixelcnn/src/testing/',
];
const isTest = (file: string) => file.includes('.test.') || forTests.some((folder) => file.startsWith(folder));
const imports = files.flatMap((file) => importsOf(file).map((found) => ({ file, ...found })));
const importsIn = (folder: string) => imports.filter(({ file }) => file.startsWith(`${folder}/`));

test.each(packages)('$manifest.name declares the dependencies of the picture', ({ manifest }) => {
  expect(picture, 'a new package needs its place in the picture').toHaveProperty([manifest.name]);
  const { dependencies, peers } = picture[manifest.name]!;
  const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };
  expect(dependencies).toEqual(expect.arrayContaining(Object.keys(declared)));
  expect(manifest.peerDependencies ?? {}).toEqual(peers);
  for (const [name, range] of Object.entries(declared)) {
    expect(range, name).toBe(name.startsWith('@genmodels/') ? 'workspace:^' : 'catalog:');
  }
});

test.each(packages)('$manifest.name imports only what it declares', ({ folder, manifest }) => {
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const open = entries.filter((entry) => declared.includes(packageOf(entry)) && !entry.endsWith('/testing'));
  const strangers = importsIn(folder)
    .filter(({ file, relative }) => !relative && !isTest(file))
    .filter(({ target, loads }) => ![...declared, ...open].includes(target) && (loads || !target.startsWith('node:')));
  expect(strangers, 'browsers must be able to load it: ask for a node: module where it is needed').toEqual([]);
});

test.each(packages)('the tests of $manifest.name need no package of ours that it does not declare', ({ folder, manifest }) => {
  const declared = [manifest.name, ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })];
  const ours = importsIn(folder).filter(({ target }) => target.startsWith('@genmodels/'));
  expect(ours.filter(({ target }) => !declared.includes(packageOf(target)))).toEqual([]);
});

test.each(packages)('$manifest.name imports its own files, by their whole names', ({ folder }) => {
  const own = importsIn(folder).filter(({ relative }) => relative);
  expect(own.filter(({ target }) => !target.startsWith(`${folder}/src/`) || !target.endsWith('.ts'))).toEqual([]);
});

test.each(models)('$manifest.name flows one way: contracts, config, networks, models, loaders', ({ folder }) => {
  const own = importsIn(folder).filter(({ file, relative }) => relative && !isTest(file));
  expect(own.filter(({ file, target }) => placeInFlow(file) < placeInFlow(target))).toEqual([]);
});

test('no import reaches into the files of a package', () => {
  const deep = imports.filter(({ target, relative }) => !relative && target.split('/').includes('dist'));
  const unnamed = imports.filter(({ target }) => target.startsWith('@genmodels/') && !entries.includes(target));
  const around = importsIn('apps').filter(({ target, relative }) => relative && !target.startsWith('apps/'));
  expect([...deep, ...unnamed, ...around]).toEqual([]);
});

test('no file imports itself, however long the way', () => {
  const edges = files.map((file) => [file, imports.filter((found) => found.file === file).map(({ target }) => target)] as const);
  expect(findCycle(new Map(edges))).toEqual([]);
});

test('files are named after their idea, in kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.test-d|\.config)?\.(ts|tsx|mjs)$/;
  const vague = /^(utils?|helpers?|misc|common)\./;
  const named = [...files, ...repositoryFiles('checks/**/*.ts', 'scripts/**/*.mjs')];
  expect(named.filter((file) => !kebab.test(basename(file)) || vague.test(basename(file)))).toEqual([]);
});

test('files stay within 300 lines', () => {
  const long = files.filter((file) => !isTest(file) && readText(file).split('\n').length > 301);
  expect(long.filter((file) => !longFiles.includes(file))).toEqual([]);
});

test('no package runs anything when it is installed', () => {
  const hooks = /^(pre|post)|^(install|prepare|prepublish|publish|dependencies)/;
  const found = packages.flatMap(({ manifest }) => Object.keys(manifest.scripts ?? {}).filter((name) => hooks.test(name)));
  expect(found).toEqual([]);
});

test('the lockfile names no host, and no other file a registry', () => {
  expect(readText('pnpm-lock.yaml')).not.toMatch(/https?:\/\//);
  const text = repositoryFiles('**').filter((file) => /\.([cm]?[jt]sx?|json|ya?ml|md|npmrc)$/.test(file));
  const naming = text.filter((file) => /https?:\/\/[^/\s'"`]*(registry|verdaccio)|^registry\s*=/m.test(readText(file)));
  expect(naming).toEqual([]);
});

test('checks and README blocks can import every package by its name', () => {
  const links = Object.keys(JSON.parse(readText('package.json')).devDependencies);
  expect(links).toEqual(expect.arrayContaining(packages.map(({ manifest }) => manifest.name)));
});

test('every folder of the workspace is a package of the picture or an application', () => {
  const known = Object.keys(picture).map((name) => name.replace('@genmodels/', 'packages/'));
  expect(workspaceFolders().filter((folder) => !known.includes(folder) && !folder.startsWith('apps/'))).toEqual([]);
});

/** '@genmodels/core/testing' -> '@genmodels/core' */
function packageOf(entry: string): string {
  return entry.split('/', 2).join('/');
}

function placeInFlow(file: string): number {
  const name = file.split('/src/')[1]!;
  return flow.indexOf(places.find(([pattern]) => pattern.test(name))![1]);
}

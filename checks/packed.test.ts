import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Command, capture, npm, pnpm, tool } from '../scripts/lib/command.mjs';
import { root } from '../scripts/lib/paths.mjs';
import { buildElsewhere } from './lib/build-elsewhere.ts';
import { entriesOf, type Manifest, type Package, publicPackages } from './lib/packages.ts';
import { readText } from './lib/source-files.ts';
import { readTarball } from './lib/tarball.ts';
import { createProgram, typeErrors } from './lib/typescript-program.ts';

/** Builds, words, and the weights that metrics brings along. */
const allowed = /^(dist\/.+\.(js|js\.map|d\.ts)|extractors\/.+\.(safetensors|md)|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;

// What npm would publish, from `pnpm build` before this.
const packages = publicPackages();
const folder = mkdtempSync(join(tmpdir(), 'genmodels-packed-'));

beforeAll(() => pack('first'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent.each(packages)('$manifest.name', (subject) => {
  test('holds its build, README and license, and nothing else', () => {
    const files = [...readTarball(tarball(subject)).keys()];
    const strangers = files.filter(
      (file) => !allowed.test(file),
    );
    const entries = entriesOf(subject).map(({ source }) => source.replace(`${subject.folder}/src`, 'dist').replace(/\.ts$/, ''));
    expect(strangers).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', ...entries.flatMap((entry) => [`${entry}.js`, `${entry}.d.ts`])]),
    );
  });

  test('carries the license of the repository', () => {
    expect(readTarball(tarball(subject)).get('LICENSE')).toBe(readText('LICENSE'));
  });

  test('names real versions, runs nothing when installed and hides the sources', () => {
    const manifest: Manifest = JSON.parse(readTarball(tarball(subject)).get('package.json')!);
    expect(Object.keys(manifest.exports)).toEqual(Object.keys(subject.manifest.exports));
    expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:|@genmodels\/source/);
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => name !== 'build')).toEqual([]);
  });

  test('is what a build in another folder gives, byte for byte', async () => {
    const built = await buildElsewhere(subject.folder, join(folder, 'elsewhere', subject.manifest.name));
    const packed = [...readTarball(tarball(subject))].filter(([file]) => file.startsWith('dist/'));
    const again = readdirSync(built, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(again).toHaveLength(packed.length);
    const different = packed.filter(([file, content]) => readFileSync(join(built, '..', file), 'utf8') !== content);
    expect(different.map(([file]) => file)).toEqual([]);
  });

  test('passes publint', async () => {
    const bytes = readFileSync(tarball(subject));
    const { messages } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  test('passes arethetypeswrong', async () => {
    await succeed(tool('@arethetypeswrong/cli', 'attw', tarball(subject), '--profile=esm-only', '--no-emoji'));
  });
});

test('packing twice gives the same bytes', async () => {
  await pack('second');
  for (const subject of packages) {
    expect(readFileSync(tarball(subject)).equals(readFileSync(tarball(subject, 'second'))), subject.manifest.name).toBe(true);
  }
});

describe('a project that has only the tarballs', () => {
  const project = join(folder, 'project');
  const program = 'train-and-sample';

  beforeAll(async () => {
    const backends = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'].map((name) => [name, '4.22.0']);
    const ours = packages.map((subject) => [subject.manifest.name, `file:${tarball(subject)}`]);
    const dependencies = Object.fromEntries([...backends, ...ours]);
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
    await succeed([...npm(), 'install', '--prefer-offline', '--no-audit', '--no-fund'], project);
    const code = readText(`checks/consumer/${program}.ts`);
    writeFileSync(join(project, `${program}.ts`), code);
    writeFileSync(
      join(project, `${program}.js`),
      ts.transpile(code, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
    );
  });

  test('type-checks with the lib of ES2022, and so do our declarations', () => {
    const file = join(project, `${program}.ts`);
    const settings = {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      customConditions: [],
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
      skipLibCheck: false,
    };
    const compiled = createProgram([file], settings);
    const ours = compiled
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter((name) => name.includes('/@genmodels/'));
    expect(ours.length).toBeGreaterThan(0);
    expect([file, ...ours].flatMap((name) => typeErrors(compiled, name))).toEqual([]);
  });

  test('trains and samples in plain Node', async () => {
    expect(await succeed([process.execPath, `${program}.js`], project)).toMatch(/^\[3,4\]\n\[2,200\]$/m);
  });
});

/** Packs all packages into a folder of that name. */
async function pack(name: string): Promise<void> {
  await succeed(pnpm('--recursive', '--filter=./packages/*', 'pack', `--pack-destination=${join(folder, name)}`));
}

function tarball({ manifest }: Package, packed = 'first'): string {
  return join(folder, packed, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
}

/** Gives what the command printed, or throws it. */
async function succeed(command: Command, cwd = root): Promise<string> {
  const { code, output } = await capture(command, { cwd });
  if (code !== 0) throw new Error(output);
  return output;
}

// Compiles assembly/ into the two WebAssembly builds. Run after every install of the workspace, by the package's build, and before tests.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const generated = join(home, 'src', 'wasm', 'generated');
const builds = { baseline: 'simd,threads', relaxed: 'simd,threads,relaxed-simd' };
const options = [
  ['-O3', '--converge', '--noAssert', '--runtime', 'stub', '--use', 'abort='],
  ['--importTable', '--importMemory', '--noExportMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
  ['--memoryBase', '4096'],
].flat();

/** Writes each build as a module of text, which any bundler carries along; nothing when nothing has changed since. */
export default async function compileKernels() {
  const heading = `// Compiled from assembly/ (${hashOf(sources())}) by scripts/compile.mjs.\n`;
  if (isCurrent(heading)) return;
  mkdirSync(generated, { recursive: true });
  await Promise.all(Object.entries(builds).map(([name, features]) => compile(name, features, heading)));
}

function sources() {
  const folder = join(home, 'assembly');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return [fileURLToPath(import.meta.url), ...files.sort().map((file) => join(folder, file))];
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} heading */
function isCurrent(heading) {
  const files = Object.keys(builds).map((name) => join(generated, `${name}.ts`));
  return files.every((file) => existsSync(file) && readFileSync(file, 'utf8').startsWith(heading));
}

/**
 * @param {string} name
 * @param {string} features
 * @param {string} heading
 */
async function compile(name, features, heading) {
  const folder = mkdtempSync(join(tmpdir(), 'genmodels-'));
  const output = join(folder, `${name}.wasm`);
  try {
    await assemblyScript(['assembly/index.ts', '--outFile', output, '--enable', features, ...options]);
    const bytes = readFileSync(output).toString('base64');
    writeFileSync(join(generated, `${name}.ts`), `${heading}export const wasm =\n  '${bytes}';\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
function assemblyScript(args) {
  const compiler = join(dirname(createRequire(import.meta.url).resolve('assemblyscript/package.json')), 'bin', 'asc.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [compiler, ...args], { cwd: home, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`AssemblyScript ended with code ${code}`))));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileKernels();

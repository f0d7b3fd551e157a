import type { Build } from '../src/index.ts';
import type { Facts } from './page/trial.ts';
import type { Page } from './site.ts';

/** A page, the browser that opens it, and what must come of it. Every page asks for two threads. */
export interface Case extends Partial<Page> {
  readonly name: string;
  /** Flags for the browser. */
  readonly flags?: readonly string[];
  /** The build to ask for. @default the best */
  readonly asksFor?: Build;
  /** The build that serves: what it computes is what the same build computes in Node, to the bit. */
  readonly build?: Build;
  readonly facts?: Facts;
  /** What the page throws instead. */
  readonly error?: string;
}

const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

function policy(...directives: string[]): Record<string, string> {
  const content = ["default-src 'none'", "connect-src 'self'", ...directives].join('; ');
  return { ...isolated, 'content-security-policy': content };
}

const together: Facts = { threadCount: 2, shared: true, helped: true, grew: true };
const forsaken: Facts = { threadCount: 1, shared: true, helped: false, grew: true };
const alone: Facts = { threadCount: 1, shared: false, helped: false, grew: true };
const scalar: Facts = { threadCount: 1, shared: false, helped: false, grew: false };

/** All that this machine can be. */
export const cases = (): readonly Case[] => (process.arch === 'x64' ? [...anywhere, withoutSimd] : anywhere);

const anywhere: readonly Case[] = [
  { name: 'two threads in a page that is cross-origin isolated', headers: isolated, build: 'relaxed', facts: together },
  { name: 'one thread, with a memory of its own, in a page that is not', build: 'relaxed', facts: alone },
  { name: 'the baseline build on two threads', headers: isolated, asksFor: 'baseline', build: 'baseline', facts: together },
  { name: 'the baseline build on one', asksFor: 'baseline', build: 'baseline', facts: alone },
  { name: 'in a worker of a page', headers: isolated, place: 'worker', build: 'relaxed', facts: together },
  { name: 'in a worker of a page that is not isolated', place: 'worker', build: 'relaxed', facts: alone },
  { name: 'in one classic script', headers: isolated, script: '/classic.js', build: 'relaxed', facts: together },
  {
    name: 'a policy that forbids workers of blobs: the page computes alone',
    headers: policy("script-src 'self' 'wasm-unsafe-eval'"),
    build: 'relaxed',
    facts: forsaken,
  },
  {
    name: 'a policy that makes the constructor of workers throw: the page computes alone',
    headers: policy("script-src 'self' 'wasm-unsafe-eval'", 'worker-src blob:', "require-trusted-types-for 'script'"),
    build: 'relaxed',
    facts: forsaken,
  },
  {
    name: 'a policy that forbids WebAssembly: an error says so',
    headers: policy("script-src 'self'"),
    error:
      "GenmodelsError: [genmodels/missing-backend] the Content Security Policy of this page forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src, or use the build 'scalar'",
  },
  {
    name: 'a policy that forbids WebAssembly, and a page that asks for the scalar build',
    headers: policy("script-src 'self'"),
    asksFor: 'scalar',
    build: 'scalar',
    facts: scalar,
  },
];

/** Only x64 has processors without SIMD: V8 wants SSE4.1 for it. */
const withoutSimd: Case = {
  name: 'a processor without SIMD: tfjs computes',
  flags: ['--js-flags=--no-enable-sse4-1'],
  headers: isolated,
  build: 'scalar',
  facts: scalar,
};

/** The page of a case, complete. */
export function pageOf({ place = 'page', script = '/main.js', headers = {}, asksFor }: Case): Page {
  return { options: { threads: 2, ...(asksFor && { build: asksFor }) }, place, script, headers };
}

import { setTimeout } from 'node:timers/promises';
import type { Browser } from './chromium.ts';

/** A tab of a browser. */
export interface Tab {
  /** Calls a function that a module of the site exports, with arguments that JSON can hold, and gives what it resolves to. */
  call<Result>(module: string, name: string, ...args: readonly unknown[]): Promise<Result>;
  /** A command of the DevTools protocol for this tab. */
  send(method: string, params?: object): Promise<unknown>;
  /** What its console has been told so far. */
  readonly said: readonly string[];
  /** Errors that nobody caught, since the last time this was asked. */
  uncaught(): string[];
  close(): Promise<void>;
}

const patience = 60_000; // milliseconds

export async function openTab({ devtools, ended }: Browser, address: string): Promise<Tab> {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: object = {}) => devtools.send(method, params, sessionId);
  const [said, uncaught]: [string[], string[]] = [[], []];
  devtools.events.on(`${sessionId}:Runtime.consoleAPICalled`, ({ args }) => said.push(String(args[0]?.value)));
  devtools.events.on(`${sessionId}:Runtime.exceptionThrown`, ({ exceptionDetails }) => uncaught.push(textOf(exceptionDetails)));
  await send('Runtime.enable');
  await send('Page.navigate', { url: address });
  return {
    send,
    said,
    uncaught: () => uncaught.splice(0),
    async call(module, name, ...args) {
      const inputs = args.map((argument) => JSON.stringify(argument)).join(', ');
      const expression = `import('${module}').then((module) => module.${name}(${inputs}))`;
      const evaluation = send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = await Promise.race([evaluation, ended, giveUp(name)]);
      if (exceptionDetails) throw new Error(textOf(exceptionDetails));
      return result.value;
    },
    close: () => devtools.send('Target.closeTarget', { targetId }),
  };
}

function textOf({ exception, text }: { exception?: { description?: string }; text: string }): string {
  return exception?.description ?? text;
}

async function giveUp(name: string): Promise<never> {
  await setTimeout(patience, undefined, { ref: false });
  throw new Error(`${name} has not ended within ${patience / 1000} s`);
}

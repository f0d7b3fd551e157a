import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The answer to a command, of which only what is asked for is looked at. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol has a thousand answers
type Answer = any;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Answer;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

/** The Chrome DevTools Protocol over a pipe: JSON with a zero byte behind each message. Needs no library and no port. */
export class Devtools {
  /** Each event by its session and name: `${sessionId}:Runtime.exceptionThrown`. */
  readonly events = new EventEmitter();
  readonly #to: Writable;
  readonly #waiting = new Map<number, { resolve(result: Answer): void; reject(error: Error): void }>();
  #count = 0;
  #ended = false;

  constructor(to: Writable, from: Readable) {
    this.#to = to.on('error', () => undefined); // the browser has ended, as 'close' tells
    let rest = '';
    from.setEncoding('utf8').on('data', (text: string) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop()!;
      for (const message of messages) this.#receive(JSON.parse(message) as Message);
    });
    from.on('close', () => {
      this.#ended = true;
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has ended'));
    });
  }

  /** Sends a command and waits for its answer. Without a session it is for the browser as a whole. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Answer> {
    if (this.#ended) return Promise.reject(new Error('the browser has ended'));
    const id = ++this.#count;
    this.#to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive({ id, method, sessionId, params, result, error }: Message): void {
    if (id === undefined) {
      this.events.emit(`${sessionId ?? ''}:${method}`, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(new Error(error.message));
    else waiting?.resolve(result);
  }
}

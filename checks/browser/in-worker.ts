// The worker of `in-page.ts`. Answers with what went wrong, if anything did.
import { run } from './in-page.ts';

addEventListener('message', ({ data }: MessageEvent<{ path: string; number: number }>) => {
  run(data.path, data.number).then(
    () => postMessage(undefined),
    (error: Error) => postMessage(`${error.stack ?? error}`),
  );
});

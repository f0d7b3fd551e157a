// A process that trains until it is killed: child.ts FOLDER. It says when it is up, what is safe, and when it is done.
import { writeSync } from 'node:fs';
import { trainNetwork } from './train-network.ts';

const say = (line: string) => writeSync(1, `${line}\n`); // at once: nothing is left in a buffer when the process dies
say('up');
await trainNetwork(process.argv[2]!, { onCheckpoint: ({ step }) => void say(`saved ${step}`) });
say('done');

import { machineFacts } from '../../report/machine-facts.ts';
import { duration } from '../../report/numbers.ts';

/** What a report says of where, when and how long a run worked. `seconds` are from the start of the command to the report. */
export function surroundingFacts(run: {
  readonly seconds: number;
  readonly training: { readonly seconds: number };
}): [name: string, value: string][] {
  return [
    ...machineFacts(),
    ['Duration', `${duration(run.seconds)} in all, of which ${duration(run.training.seconds)} training`],
    ['Finished', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`],
  ];
}

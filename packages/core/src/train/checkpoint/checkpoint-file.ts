import { check, GenmodelsError, show } from '../../errors.ts';
import { checksum, checksumStart } from '../../io/format/checksum.ts';
import { decodeModelFile } from '../../io/format/decode-model-file.ts';
import { encodeModelFile } from '../../io/format/encode-model-file.ts';
import type { HostTensor } from '../../io/format/host-tensor.ts';
import { type ModelFile, trainingPrefix } from '../../io/format/model-file.ts';
import { readSafetensors } from '../../io/format/read-safetensors.ts';
import { checkSound } from '../../io/format/safetensors.ts';
import { type CheckpointState, parseCheckpointState } from './checkpoint-state.ts';
import { decodeReports, encodeReports, type Reports } from './stored-reports.ts';

// A checkpoint is a model's file with more in it:
//
//   __metadata__.training             the state, as canonical JSON
//   encoder.kernel, ...               the model, as `save` writes it
//   training/<part>/<name>, ...       slots, averages and sums
//   training/reports                  what was reported

/** A run between two steps, on the host. */
export interface Checkpoint {
  readonly model: ModelFile;
  readonly state: CheckpointState;
  readonly reports: Reports;
  /** What the parts of a run keep in tensors: "slots/elbo/encoder.kernel/mean", "average/encoder.kernel", "pending/elbo". */
  readonly tensors: ReadonlyMap<string, HostTensor>;
}

const reportsName = `${trainingPrefix}reports`;

/** Throws 'invalid-value' where a number is not finite: nothing can go on from there. */
export async function encodeCheckpoint({ model, state, reports, tensors }: Checkpoint): Promise<Uint8Array> {
  const taken = [...model.tensors.keys()].find(isTraining);
  check(
    taken === undefined,
    'invalid-config',
    () => `field paths must not start with ${show(trainingPrefix)}, got ${show(taken)}: rename the field`,
  );
  const training = [...tensors].map(([name, tensor]) => [trainingPrefix + name, tensor] as const);
  const all = new Map([...model.tensors, ...training, [reportsName, encodeReports(reports)]]);
  return encodeModelFile({ ...model, tensors: all }, {}, { training: { ...state } });
}

/** Throws 'corrupt-file' for damaged bytes, whatever the damage looks like, and 'incompatible-file' for a later version's. */
export async function decodeCheckpoint(bytes: Uint8Array): Promise<Checkpoint> {
  await checkWhole(bytes);
  const file = await decodeModelFile(bytes, { verify: false });
  const training = readSafetensors(bytes).metadata.get('training') ?? ''; // a model alone has none
  const entries = [...file.tensors].filter(([name]) => isTraining(name) && name !== reportsName);
  return {
    model: { ...file, tensors: new Map([...file.tensors].filter(([name]) => !isTraining(name))) },
    tensors: new Map(entries.map(([name, tensor]) => [name.slice(trainingPrefix.length), tensor] as const)),
    ...parse(training, file.tensors.get(reportsName)),
  };
}

/** The checksum first: one flipped bit can make a sound file of a later version out of this one. */
async function checkWhole(bytes: Uint8Array): Promise<void> {
  const start = checksumStart(bytes);
  const digits = new TextDecoder().decode(bytes.subarray(start, start + 64));
  checkSound(digits === (await checksum(bytes)), 'the file', 'match its sha256', 'other bytes');
}

function parse(training: string, reports: HostTensor | undefined): Pick<Checkpoint, 'state' | 'reports'> {
  checkSound(reports?.dtype === 'int32', 'the file', `hold int32 ${reportsName}`, reports?.dtype);
  try {
    return { state: parseCheckpointState(training), reports: decodeReports(reports) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GenmodelsError('corrupt-file', `the training state must be one, got ${reason}`, { cause });
  }
}

function isTraining(name: string): boolean {
  return name.startsWith(trainingPrefix);
}

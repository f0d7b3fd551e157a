import { check, GenmodelsError } from '../../errors.ts';
import { folder } from '../../io/places/folder.ts';
import type { ByteFolder } from '../../io/places/storage.ts';
import { brokenRun, checkFinite } from '../guards.ts';
import type { ResumedCheckpoint, SavedCheckpoint } from '../history.ts';
import type { Assignment, Progress } from '../progress.ts';
import { encodeCheckpoint } from './checkpoint-file.ts';
import { checkpointName, listCheckpoints, pruneCheckpoints, readNewest } from './checkpoint-folder.ts';
import type { CheckpointPlan } from './checkpoint-options.ts';
import { resumeCheckpoint } from './resume-checkpoint.ts';
import { takeCheckpoint } from './take-checkpoint.ts';

/** Keeps a run in a folder, and takes it out again. */
export class Checkpointer {
  readonly #given: Assignment;
  readonly #progress: Progress;
  readonly #plan: CheckpointPlan;
  readonly #folder: ByteFolder;
  #last: SavedCheckpoint | undefined;

  constructor(given: Assignment, progress: Progress, plan: CheckpointPlan) {
    this.#given = given;
    this.#progress = progress;
    this.#plan = plan;
    this.#folder = typeof plan.to === 'string' || plan.to instanceof URL ? folder(plan.to) : plan.to;
  }

  /** The newest checkpoint of the run. */
  get last(): SavedCheckpoint | undefined {
    return this.#last;
  }

  /** Goes on from the newest checkpoint, if that was asked for and there is one. */
  async resume(): Promise<ResumedCheckpoint | undefined> {
    if (!this.#plan.resume) return this.#checkEmpty();
    const found = await readNewest(this.#folder);
    if (found === undefined) return undefined;
    const { checkpoint, ...resumed } = found;
    resumeCheckpoint(this.#given, this.#progress, checkpoint);
    this.#last = { step: resumed.step, name: resumed.name };
    await this.#given.plan.callbacks?.onResume?.(resumed);
    return resumed;
  }

  /** Writes where the run stands, unless that is written. Throws 'diverged', and writes nothing, where a number is not finite. */
  async save(): Promise<void> {
    const { step } = this.#progress;
    if (step === (this.#last?.step ?? 0)) return;
    const saved = { step, name: checkpointName(step) };
    const bytes = await this.#encode();
    if (!(await this.#attempt(saved, () => this.#folder.file(saved.name).write(bytes)))) return;
    this.#last = saved;
    await this.#given.plan.callbacks?.onCheckpoint?.(saved);
    await this.#attempt(saved, () => pruneCheckpoints(this.#folder, saved, this.#plan.keep));
  }

  /** A new run shall not remove an old one's files. */
  async #checkEmpty(): Promise<undefined> {
    const [newest] = await listCheckpoints(this.#folder);
    check(
      newest === undefined,
      'invalid-argument',
      () =>
        `the folder must hold no other run's checkpoints, got ${newest!.name}. Pass resume: true to go on from it, or another folder`,
    );
  }

  async #encode(): Promise<Uint8Array> {
    const checkpoint = await takeCheckpoint(this.#given, this.#progress);
    return encodeCheckpoint(checkpoint).catch(async (cause: unknown) => {
      if (!(cause instanceof GenmodelsError && cause.code === 'invalid-value')) throw cause;
      await checkFinite(this.#given, this.#progress, await this.#progress.meter.take()); // the losses say more, if they broke too
      throw brokenRun(this.#progress, 'diverged', `a checkpoint must be finite: ${cause.message}`, { cause });
    });
  }

  /** Says whether it worked. */
  async #attempt(checkpoint: SavedCheckpoint, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const tell = this.#given.plan.callbacks?.onCheckpointError;
      if (tell === undefined) throw error;
      await tell(error as Error, checkpoint);
      return false;
    }
  }
}

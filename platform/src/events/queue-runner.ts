import { EventEmitter } from 'node:events';
import { type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker';
import type { Heartbeat } from './heartbeat.ts';
import { printNoErrors, quietLogger } from './quiet-logger.ts';

const RESTART_MS = 1_000;
/** Each of its workers asks so often, though it is told of every job. What it is not told of the next look finds (deliver.ts). */
const POLL_MS = 30_000;

type QueueOptions = Pick<RunnerOptions, 'pgPool' | 'taskList' | 'concurrency'> & {
  readonly heartbeat: Pick<Heartbeat, 'announce' | 'forget'>;
};

/** One run of the job queue; `ending` resolves when it stops, told to or because it gives up. */
type QueueRun = { readonly ending: Promise<void>; readonly runner: Runner };

const startQueue = async ({ heartbeat, ...options }: QueueOptions): Promise<QueueRun> => {
  printNoErrors();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => heartbeat.announce(workerPool.id));
  const ending = new Promise<void>((resolve) => {
    events.once('pool:gracefulShutdown', ({ workerPool }) => {
      heartbeat.forget(workerPool.id);
      resolve();
    });
  });
  const runner = await run({
    ...options,
    events,
    noHandleSignals: true,
    pollInterval: POLL_MS,
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: quietLogger(),
  });
  return { ending, runner };
};

/**
 * The job queue gives up when its database goes away at the wrong moment, and is started again until it is closed. Its own
 * promise says so late, and never when two jobs could not be ended at once: that it begins to stop is what counts.
 */
export class QueueRunner {
  readonly #options: QueueOptions;
  readonly #gaveUp: (error: unknown) => void;
  #starting: Promise<void> | undefined;
  #runner: Runner | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: QueueOptions, gaveUp: (error: unknown) => void) {
    this.#options = options;
    this.#gaveUp = gaveUp;
  }

  async start(): Promise<void> {
    const { ending, runner } = await startQueue(this.#options);
    this.#runner = runner;
    runner.promise.catch(this.#gaveUp);
    void ending.then(() => {
      this.#runner = undefined;
      // One that gives up leaves its clock running.
      runner.stop().catch(() => undefined);
      this.#startAgain();
    });
  }

  /** May take for ever. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#starting;
    const runner = this.#runner;
    await Promise.allSettled([runner?.stop(), runner?.promise]);
  }

  #startAgain(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#starting = this.start().catch(() => this.#startAgain());
    }, RESTART_MS);
  }
}

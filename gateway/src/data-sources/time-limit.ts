export class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms`);
    this.name = 'TimeLimitError';
  }
}

/** Tells work that can be stopped to stop; most cannot, and a signal costs more than the timer beside it. */
class Stop {
  #controller: AbortController | undefined;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    return this.#controller.signal;
  }

  stop(): void {
    this.#controller?.abort();
  }
}

export type Stopping = Pick<Stop, 'signal'>;

/** Waits for `work` no longer than the limit. */
export const withinTime = async <Result>(
  limitMs: number,
  work: (stopping: Stopping) => Promise<Result>,
): Promise<Result> => {
  const stop = new Stop();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(limitMs));
      stop.stop();
    }, limitMs);
  });
  try {
    return await Promise.race([work(stop), tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

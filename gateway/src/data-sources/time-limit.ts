export class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`No answer within ${limitMs} ms`);
    this.name = 'TimeLimitError';
  }
}

/** Waits for `work` no longer than the limit; the signal tells work that can be stopped to stop. */
export const withinTime = async <Result>(
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimeLimitError(limitMs));
      stop.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([work(stop.signal), tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** Runs work when its turn has come, and gives the turn back after it. */
export type Lane = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Called by work that turns out to be heavy: goes on when its turn in the other lane has come. */
export type GoHeavy = () => Promise<void>;

const signal = () => {
  let give: () => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
};

/**
 * Runs work in one lane until it says that it is heavy, and from then on in another: how much a question asks for is
 * known only when it was read. While it waits there it holds no turn of the first lane, so that however many wait, what
 * is light goes on.
 */
export const withDetour = async <Result>(
  light: Lane,
  heavy: Lane,
  work: (goHeavy: GoHeavy) => Promise<Result>,
): Promise<{ readonly result: Result; readonly isHeavy: boolean }> => {
  const left = signal();
  const next = signal();
  let isHeavy = false;
  let running: Promise<Result> | undefined;
  const goHeavy = () => {
    isHeavy = true;
    left.give();
    return next.promise;
  };
  const begin = () => {
    running = work(goHeavy);
    return Promise.race([running, left.promise]);
  };
  const goOn = async () => {
    next.give();
    await running;
  };
  await light<unknown>(begin);
  // Without a turn the work hears so where it waits, and answers; what fails later it tells itself.
  if (isHeavy) await heavy(goOn).catch(next.fail);
  if (!running) throw new Error('A lane did not run its work.');
  return { result: await running, isHeavy };
};

/** Whoever asks while a check is under way gets its answer: asking often, which anybody may, costs no more. */
export const sharedCheck = <Result>(check: () => Promise<Result>): (() => Promise<Result>) => {
  let underWay: Promise<Result> | undefined;
  return () => {
    underWay ??= check().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
};

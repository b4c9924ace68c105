let isHeedless = false;

/** Whoever read what we print may go away (`| head -1`, a closed window, a full disk): the work goes on without them. */
const heedless = (stream: NodeJS.WriteStream): NodeJS.WriteStream => {
  if (isHeedless) return stream;
  for (const each of [process.stdout, process.stderr]) each.on('error', () => undefined);
  isHeedless = true;
  return stream;
};

export const print = (text: string): void => void heedless(process.stdout).write(`${text}\n`);

/** What went wrong, on standard error. */
export const printProblem = (text: string): void => void heedless(process.stderr).write(`${text}\n`);

const SLOWEST_STOP_MS = 10_000;

const oneLine = (error: unknown): string => {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program.`;
  return message ?? String(error);
};

/**
 * Resolves at the first SIGINT or SIGTERM. Later ones change nothing: Ctrl-C reaches us twice, from the terminal and
 * from npm, and must not cut the clean stop short. A stop, or a start, that hangs ends by itself.
 */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), SLOWEST_STOP_MS).unref();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });

/**
 * Runs a service until SIGINT or SIGTERM, then stops it cleanly. What prevents it from starting is told in one
 * line, with exit code 1.
 */
export const runProcess = async (start: () => Promise<() => Promise<void>>): Promise<void> => {
  const told = toldToStop();
  try {
    const stop = await start();
    await told;
    await stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${oneLine(error)}\n`);
    process.exit(1);
  }
};

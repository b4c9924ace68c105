const SLOWEST_STOP_MS = 10_000;

const oneLine = (error: unknown): string => {
  const { code, message, port } = error as { code?: string; message?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program.`;
  return message ?? String(error);
};

/**
 * Runs a service until SIGINT or SIGTERM, then stops it cleanly. What prevents it from starting is told in one
 * line, with exit code 1.
 */
export const runProcess = async (start: () => Promise<() => Promise<void>>): Promise<void> => {
  const stopped = new Promise<NodeJS.Signals>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  try {
    const stop = await start();
    await stopped;
    // A second signal, as npm sends it, must not cut the clean stop short.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => undefined);
    setTimeout(() => process.exit(1), SLOWEST_STOP_MS).unref();
    await stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${oneLine(error)}\n`);
    process.exit(1);
  }
};

import type { RunningPostgres } from './embedded-postgres.ts';

/** Does what needs the databases; if it fails they are stopped, and the error says so when it was they who failed. */
export const explained = async <Result>(
  databases: Pick<RunningPostgres, 'explain' | 'stop'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const told = await databases.explain(error);
    await databases.stop();
    throw told;
  }
};

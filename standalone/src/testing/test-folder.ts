import { chmod, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NAME = /^relais-test-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's may not be asked.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** A run that was killed takes nothing away; the next one does it for it. */
const removeAbandoned = async (parent: string): Promise<void> => {
  const names = await readdir(parent);
  const isAbandoned = (name: string): boolean => {
    const pid = NAME.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  };
  for (const name of names.filter(isAbandoned))
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => undefined);
};

const MEMORY = '/dev/shm';
/** What a whole run holds at its height, twice over. */
const ROOM_BYTES = 6 * 1024 ** 3;

/** Of a line of `/proc/mounts`: programs may be started from there, as some tests do. */
const isMemory = (line: string): boolean => {
  const [, place, kind, options = ''] = line.split(' ');
  return place === MEMORY && kind === 'tmpfs' && !options.split(',').includes('noexec');
};

const hasRoomInMemory = async (): Promise<boolean> => {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '');
  if (!mounts.split('\n').some(isMemory)) return false;
  const { bavail, bsize } = await statfs(MEMORY);
  return bavail * bsize > ROOM_BYTES;
};

/**
 * Hundreds of databases are made and dropped, each of a thousand small files: on a disk that takes longer than half of the
 * tests. They lie in memory where there is plenty, unless somebody says where temporary things belong.
 */
export const parentOfTestFolders = async (): Promise<string> =>
  !process.env.TMPDIR && (await hasRoomInMemory()) ? MEMORY : tmpdir();

/** One folder for all that a run of the tests puts on the disk, named by who runs them. */
export const makeTestFolder = async (parent: string): Promise<string> => {
  await removeAbandoned(parent);
  const folder = await mkdtemp(path.join(parent, `relais-test-${process.pid}-`));
  // PostgreSQL's own user must reach what lies in it when root runs the tests.
  await chmod(folder, 0o711);
  return folder;
};

/** The same for a proof or a measurement: whatever it makes in the folder for temporary things goes when it ends. */
export const inTestFolder = async <Result>(work: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = await makeTestFolder(tmpdir());
  process.env.TMPDIR = folder;
  try {
    return await work(folder);
  } finally {
    process.env.TMPDIR = path.dirname(folder);
    await rm(folder, { recursive: true, force: true });
  }
};

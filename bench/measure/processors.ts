import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MS_PER_TICK = 10;
const NANOSECONDS = 1_000_000;
const KIB_PER_MIB = 1_024;

/** Fields of /proc/<pid>/stat behind the name of the program. */
const STATE_FIELDS = { parent: 1, user: 11, system: 12, childrenUser: 13, childrenSystem: 14 };

const statOf = (pid: number): readonly number[] | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number);
  } catch {
    return undefined;
  }
};

const field = (stat: readonly number[] | undefined, name: keyof typeof STATE_FIELDS): number =>
  stat?.[STATE_FIELDS[name]] ?? 0;

/** Of all threads of these programs, in milliseconds so far. */
export const processorOf = (pids: readonly number[]): number =>
  pids
    .map(statOf)
    .reduce((sum, stat) => sum + (field(stat, 'user') + field(stat, 'system')) * MS_PER_TICK, 0);

/** What one thread worked, to the nanosecond: a process of PostgreSQL has one, and short work would be lost in ticks. */
const workedBy = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / NANOSECONDS;
  } catch {
    return 0;
  }
};

const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && field(statOf(pid), 'parent') === parent);

/** PostgreSQL as a whole, by the folder of its files. Processes that ended meanwhile count as well. */
export const processorOfPostgres = (dataDir: string): number => {
  const [first] = readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n');
  const postmaster = Number(first);
  const ended = statOf(postmaster);
  const ofEnded = (field(ended, 'childrenUser') + field(ended, 'childrenSystem')) * MS_PER_TICK;
  const alive = [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + workedBy(pid), 0);
  return alive + ofEnded;
};

const residentIn = (pid: number, field: 'VmHWM' | 'VmRSS'): number => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / KIB_PER_MIB;
};

const sumOf = (pids: readonly number[], field: 'VmHWM' | 'VmRSS'): number =>
  pids.reduce((sum, pid) => sum + residentIn(pid, field), 0);

/** The most memory that was ever resident, of all together, in MiB. */
export const peakMemoryOf = (pids: readonly number[]): number => sumOf(pids, 'VmHWM');

/** What is resident now, of all together, in MiB. */
export const memoryOf = (pids: readonly number[]): number => sumOf(pids, 'VmRSS');

import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { FastWay } from '@relais/gateway/plan/fast-way.ts';
import { Accesses } from '@relais/platform/access-log/accesses.ts';
import { keepHeapSmall } from '@relais/platform/memory.ts';
import { Sight } from '@relais/platform/sight/sight.ts';
import { startRelais } from '../../src/start-relais.ts';

/** What an operation took of the process that answers it. */
export type Taken = {
  /** The longest that nobody else was heard. */
  readonly longestMs: number;
  readonly processorMs: number;
  /** Resident memory above what it was before, at its height. */
  readonly moreMiB: number;
};

export type CityMessage =
  | { readonly ready: { readonly url: string; readonly dataDir: string } }
  | { readonly taken: Taken }
  | { readonly begun: true }
  | { readonly isLogging: boolean }
  | { readonly isFast: boolean }
  | { readonly isBlind: boolean };

const MICROSECONDS = 1_000;
const NANOSECONDS = 1_000_000;
const KIB_PER_MIB = 1_024;

const tell = (message: CityMessage): void => void process.send?.(message);

const RESOLUTION_MS = 5;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

/** Linux only: what the thread of the event loop has worked so far, without what others took of the processor meanwhile. */
const workedMs = (): number =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / NANOSECONDS;

let worked = workedMs();
let longestWorkMs = 0;
setInterval(() => {
  const now = workedMs();
  longestWorkMs = Math.max(longestWorkMs, now - worked);
  worked = now;
}, RESOLUTION_MS).unref();

let processor = process.cpuUsage();
let resident = 0;

/** Linux only: the height of the resident memory, and how it is forgotten. */
const height = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / KIB_PER_MIB;
const forgetHeight = (): void => writeFileSync('/proc/self/clear_refs', '5');

const begin = (): void => {
  globalThis.gc?.();
  forgetHeight();
  resident = height();
  processor = process.cpuUsage();
  delay.reset();
  longestWorkMs = 0;
  worked = workedMs();
  tell({ begun: true });
};

const end = (): void => {
  const { user, system } = process.cpuUsage(processor);
  const processorMs = (user + system) / MICROSECONDS;
  tell({
    taken: {
      // On a busy machine others take their time: while its thread did not work, it was not silent.
      longestMs: Math.min(delay.max / NANOSECONDS, longestWorkMs),
      processorMs,
      moreMiB: height() - resident,
    },
  });
};

const { note, store } = Accesses.prototype;

/** Leaves the access log out, or takes it in again, so that what it costs can be told from all else. */
const writeDown = (isLogging: boolean): void => {
  Accesses.prototype.note = isLogging ? note : () => undefined;
  Accesses.prototype.store = isLogging ? store : async () => undefined;
  tell({ isLogging });
};

const { find } = FastWay.prototype;

/** Has every question go the ordinary way, or what is known go the fast one again. */
const goFast = (isFast: boolean): void => {
  FastWay.prototype.find = isFast ? find : () => undefined;
  tell({ isFast });
};

const { denial, filter, factColumns, allowedBy, keep, tieTo } = Sight.prototype;

/** Shows everything to everybody without asking, so that what asking costs can be told from all else. */
const goBlind = (isBlind: boolean): void => {
  const blind = {
    denial: () => null,
    filter: () => () => 'true',
    factColumns: () => [],
    allowedBy: () => true,
    keep: () => undefined,
    tieTo: () => null,
  };
  Object.assign(Sight.prototype, isBlind ? blind : { denial, filter, factColumns, allowedBy, keep, tieTo });
  tell({ isBlind });
};

const orders: Readonly<Record<string, () => void>> = {
  BEGIN: begin,
  END: end,
  LOG: () => writeDown(true),
  NO_LOG: () => writeDown(false),
  FAST: () => goFast(true),
  ORDINARY: () => goFast(false),
  SEE: () => goBlind(false),
  BLIND: () => goBlind(true),
};

/** The whole platform with its demo city in a process of its own, which says what each operation takes of it. */
const [, , dataDir = ''] = process.argv;
keepHeapSmall();
const relais = await startRelais({
  dataDir,
  port: 0,
  host: '127.0.0.1',
  seed: 1,
  clock: () => new Date(),
  tell: () => undefined,
  fail: () => process.exit(1),
});
process.on('message', (what) => orders[String(what)]?.());
process.on('disconnect', () => void relais.stop().finally(() => process.exit(0)));
tell({ ready: { url: relais.url, dataDir: relais.dataDir } });

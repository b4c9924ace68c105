import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type AgencyName, agencyNames, type ByAgency } from '../../../subgraphs/agencies.ts';
import { bareEnvironment } from '../../src/testing/bare-environment.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 600_000;
const LOOK_MS = 200;

/** An agency as a service of its own, which may be killed at any time and started again. */
export type AgencyProcess = {
  readonly name: AgencyName;
  readonly url: string;
  /** Holds it in the middle of whatever it is doing, so that one can look before one kills. */
  freeze(): void;
  /** kill -9: nothing is said, nothing is finished. */
  kill(): Promise<void>;
  start(): void;
  ready(): Promise<void>;
};

export type AgencySettings = {
  readonly ports: ByAgency<number>;
  readonly databaseUrls: ByAgency<string>;
  readonly ownerUrls: ByAgency<string>;
  /** The settings that all have in common: secrets and sign-in. */
  readonly shared: NodeJS.ProcessEnv;
  readonly eventKeys: ByAgency<string>;
};

const urlOf = ({ ports }: AgencySettings, name: AgencyName): string => `http://127.0.0.1:${ports[name]}`;

const environmentOf = (settings: AgencySettings, name: AgencyName): NodeJS.ProcessEnv => ({
  ...bareEnvironment(),
  ...settings.shared,
  DATABASE_URL: settings.databaseUrls[name],
  MIGRATIONS_DATABASE_URL: settings.ownerUrls[name],
  HOST: '127.0.0.1',
  PORT: String(settings.ports[name]),
  EVENT_KEY: settings.eventKeys[name],
  EVENT_SUBSCRIBERS: agencyNames.map((each) => `${each}=${urlOf(settings, each)}`).join(','),
});

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Makes an agency that is not started yet. A process that ends by itself (its database was away) is started again. */
export const agencyProcess = (settings: AgencySettings, name: AgencyName): AgencyProcess => {
  const url = urlOf(settings, name);
  let child: ChildProcess | undefined;
  const start = (): void => {
    const main = `subgraphs/${name}/src/main.ts`;
    const started = spawn(process.execPath, ['run.mjs', main], {
      cwd: REPOSITORY,
      env: environmentOf(settings, name),
      stdio: 'ignore',
    });
    child = started;
    started.once('exit', () => {
      if (child === started) setTimeout(() => child === started && start(), LOOK_MS);
    });
  };
  const kill = async (): Promise<void> => {
    const victim = child;
    child = undefined;
    if (!victim || victim.exitCode !== null || victim.signalCode !== null) return;
    const exit = once(victim, 'exit');
    victim.kill('SIGKILL');
    await exit;
  };
  const freeze = (): void => {
    child?.kill('SIGSTOP');
  };
  const ready = async (): Promise<void> => {
    const until = Date.now() + READY_WITHIN_MS;
    while (!(await isReady(url))) {
      if (Date.now() > until) throw new Error(`${name} did not become ready.`);
      await wait(LOOK_MS);
    }
  };
  return { name, url, freeze, kill, start, ready };
};

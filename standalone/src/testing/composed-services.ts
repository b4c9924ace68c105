import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { bareEnvironment } from './bare-environment.ts';
import { type ComposedService, REPOSITORY, readComposeFile } from './compose-file.ts';
import { freePort } from './free-port.ts';

export type RunningService = {
  readonly url: string;
  signal(name: NodeJS.Signals): void;
  /** Resolves with its exit code. */
  stop(): Promise<number | null>;
};

const READY_WITHIN_MS = 60_000;

type Services = readonly (readonly [string, ComposedService])[];

/** `${NAME:?}` and `${NAME:-default}`, as compose fills them in. */
const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g, (_, name: string, fallback?: string) => {
    const value = values[name] ?? fallback;
    if (value === undefined) throw new Error(`docker-compose.yml wants ${name}.`);
    return value;
  });

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

const untilReady = async (url: string, child: ChildProcess, said: () => string): Promise<void> => {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    if (await isReady(url)) return;
    await wait(100);
  }
  throw new Error(`A service did not become ready: ${said()}`);
};

const spawned = (command: readonly string[], environment: NodeJS.ProcessEnv) => {
  const [program = '', ...args] = command;
  // A group of its own, so that a signal reaches all that it started.
  const options = { cwd: REPOSITORY, env: { ...bareEnvironment(), ...environment }, detached: true };
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
  return { child, said: () => said };
};

const start = (command: readonly string[], environment: NodeJS.ProcessEnv, url: string) => {
  const { child, said } = spawned(command, environment);
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, name);
  };
  const stop = async (): Promise<number | null> => {
    if (child.exitCode !== null) return child.exitCode;
    const exit = once(child, 'exit');
    signal('SIGCONT');
    // As a container is stopped: only its first process is told.
    child.kill('SIGTERM');
    const [code] = await exit;
    return code;
  };
  return { url, signal, stop, ready: untilReady(url, child, said) };
};

const runToItsEnd = async (name: string, command: readonly string[], environment: NodeJS.ProcessEnv) => {
  const { child, said } = spawned(command, environment);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${said()}`);
};

/** What containers are given, here: the values of .env, the folder of secrets, and the databases of the test. */
export type Here = {
  readonly values: Readonly<Record<string, string>>;
  readonly secrets: string;
  /** Of each service that has one; passwords are written in them. */
  readonly databases: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** Its own passwords open only the databases of containers. */
const OF_CONTAINERS = /DATABASE_PASSWORD_FILE$/;

const environmentOf = (
  { environment, secrets }: ComposedService,
  here: Here,
  ports: ReadonlyMap<string, number>,
) => {
  const replaced = (text: string): string => {
    const atPorts = [...ports].reduce(
      (changed, [name, port]) => changed.replace(RegExp(`//${name}:\\d+`), `//127.0.0.1:${port}`),
      filledIn(text, here.values),
    );
    return secrets.reduce(
      (changed, { source, target }) =>
        changed.replace(RegExp(`/run/secrets/${target}$`), path.join(here.secrets, source)),
      atPorts,
    );
  };
  const given = Object.entries(environment).filter(([key]) => !OF_CONTAINERS.test(key));
  return Object.fromEntries(given.map(([key, text]) => [key, replaced(text)]));
};

const isOneShot = ([name]: readonly [string, unknown]): boolean => name.endsWith('-migrations');

const migrateAll = async (services: Services, here: Here): Promise<void> => {
  for (const [name, service] of services) {
    const environment = { ...environmentOf(service, here, new Map()), ...here.databases[name] };
    await runToItsEnd(name, service.command, environment);
  }
};

/**
 * Starts what docker-compose.yml starts, by the same commands with the same variables. Only what containers give is
 * replaced: host names, ports, the places of secrets, and the addresses of the databases.
 */
export const startComposedServices = async (here: Here): Promise<ReadonlyMap<string, RunningService>> => {
  const all = Object.entries((await readComposeFile()).services).filter(([, { build }]) => build);
  await migrateAll(all.filter(isOneShot), here);
  const services = all.filter((each) => !isOneShot(each));
  const ports = new Map<string, number>();
  for (const [name] of services) ports.set(name, await freePort());

  const running = services.map(([name, service]) => {
    const port = String(ports.get(name));
    const own = { PORT: port, HOST: '127.0.0.1', ...here.databases[name] };
    const environment = { ...environmentOf(service, here, ports), ...own };
    return { name, ...start(service.command, environment, `http://127.0.0.1:${port}`) };
  });
  await Promise.all(running.map(({ ready }) => ready));
  return new Map(running.map(({ name, ...service }) => [name, service]));
};

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bareEnvironment } from './bare-environment.ts';
import { freePort } from './free-port.ts';

type Service = {
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};
export type RunningService = {
  readonly url: string;
  signal(name: NodeJS.Signals): void;
  /** Resolves with its exit code. */
  stop(): Promise<number | null>;
};

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** The services that docker-compose.yml starts from this repository. */
const servicesIn = async (file: string): Promise<[string, Required<Omit<Service, 'build'>>][]> => {
  const { services }: { services: Record<string, Service> } = parse(
    await readFile(`${REPOSITORY}${file}`, 'utf8'),
  );
  return Object.entries(services).flatMap(([name, { build, command, environment }]) =>
    build && command && environment ? [[name, { command, environment }]] : [],
  );
};

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

const start = (command: readonly string[], environment: NodeJS.ProcessEnv, url: string) => {
  const [program = '', ...args] = command;
  // A group of its own, so that a signal reaches npm and all it started.
  const options = { cwd: REPOSITORY, env: { ...bareEnvironment(), ...environment }, detached: true };
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  }
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
  return { url, signal, stop, ready: untilReady(url, child, () => said) };
};

/**
 * Starts what docker-compose.yml starts, by the same commands with the same variables. Only what containers give is
 * replaced: host names, ports, and the addresses of the databases.
 */
export const startComposedServices = async (
  values: Readonly<Record<string, string>>,
  databaseUrls: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, RunningService>> => {
  const services = await servicesIn('docker-compose.yml');
  const ports = new Map<string, number>();
  for (const [name] of services) ports.set(name, await freePort());
  const here = (text: string): string =>
    [...ports].reduce(
      (changed, [name, port]) => changed.replace(RegExp(`//${name}:\\d+`), `//127.0.0.1:${port}`),
      text,
    );

  const running = services.map(([name, { command, environment }]) => {
    const port = String(ports.get(name));
    const filled = Object.entries(environment).map(([key, text]) => [key, here(filledIn(text, values))]);
    const own = {
      PORT: port,
      HOST: '127.0.0.1',
      ...(databaseUrls[name] && { DATABASE_URL: databaseUrls[name] }),
    };
    return { name, ...start(command, { ...Object.fromEntries(filled), ...own }, `http://127.0.0.1:${port}`) };
  });
  await Promise.all(running.map(({ ready }) => ready));
  return new Map(running.map(({ name, ...service }) => [name, service]));
};

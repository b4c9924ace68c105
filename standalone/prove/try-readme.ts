import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Machine } from './machines.ts';

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const LARGEST_OUTPUT_BYTES = 2 ** 26;

const familyFile = z.object({
  data: z.object({ family: z.object({ reference: z.string(), milestones: z.object({}) }) }),
  errors: z.undefined().optional(),
});

const inside = ({ folder, environment, user }: Machine) => ({
  cwd: folder,
  env: environment,
  ...user,
  maxBuffer: LARGEST_OUTPUT_BYTES,
});

const clone = async ({ folder, user }: Machine): Promise<void> => {
  await run('git', ['clone', '--quiet', REPOSITORY, folder]);
  if (user.uid !== undefined) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
};

/** Warnings about the user's own npm settings are not ours. */
const isOurWarning = (line: string): boolean => /^npm warn/i.test(line) && !/Unknown \w+ config/.test(line);

const install = async (machine: Machine): Promise<void> => {
  const { stdout, stderr } = await run('npm', ['ci', '--no-audit', '--no-fund'], inside(machine));
  const warnings = `${stdout}\n${stderr}`.split('\n').filter(isOurWarning);
  if (warnings.length > 0) throw new Error(`npm ci warns: ${warnings.join(' | ')}`);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('No free port');
  return address.port;
};

/** What it prints until it is ready, which ends with the command to paste. */
const greeting = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString();
      if (/^curl .*\n/m.test(said)) resolve(said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });

const found = (text: string, pattern: RegExp): string => {
  const match = pattern.exec(text)?.[1];
  if (!match) throw new Error(`npm start does not print ${pattern}`);
  return match;
};

/** As Ctrl-C does: the whole group of processes hears it. */
const interrupt = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  const end = once(child, 'exit');
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  const [code] = await end;
  if (code !== 0) throw new Error(`Ctrl-C ends npm start with ${code}`);
};

type Start = { readonly seconds: number; readonly reference: string; readonly dataDir: string };

/** Starts, pastes the command that was printed, reads a whole family file, looks at what runs if told to, and stops. */
export const startAskStop = async (
  machine: Machine,
  look: (dataDir: string) => Promise<void> = async () => undefined,
): Promise<Start> => {
  const { maxBuffer: _, ...options } = inside(machine);
  const begin = performance.now();
  const env = { ...machine.environment, PORT: String(await freePort()) };
  const child = spawn('npm', ['start'], { ...options, env, detached: true });
  try {
    const said = await greeting(child);
    const { stdout } = await run('sh', ['-c', found(said, /^(curl .*)\n/m)], inside(machine));
    const seconds = (performance.now() - begin) / 1000;
    const { reference } = familyFile.parse(JSON.parse(stdout)).data.family;
    const dataDir = found(said, /^ +Data +(\S+)/m);
    await look(dataDir);
    return { seconds, reference, dataDir };
  } finally {
    await interrupt(child);
  }
};

/** Both commands of the README on a fresh clone, then a second start. */
export const tryReadme = async (machine: Machine): Promise<{ first: number; second: number }> => {
  await clone(machine);
  await install(machine);
  const first = await startAskStop(machine);
  const second = await startAskStop(machine);
  if (second.reference !== first.reference) throw new Error('The second start shows another family');
  await rm(first.dataDir, { recursive: true, force: true });
  await rm(machine.folder, { recursive: true, force: true });
  return { first: first.seconds, second: second.seconds };
};

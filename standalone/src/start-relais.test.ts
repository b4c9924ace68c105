import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { prepareCity } from './prepare-city.ts';
import { bareEnvironment } from './testing/bare-environment.ts';
import { Browser } from './testing/browser.ts';
import { shortTours } from './testing/console/roles.ts';
import { CHROMIUM, openBrowser } from './testing/console/visit.ts';
import { freePort } from './testing/free-port.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let folder: string;
let environment: NodeJS.ProcessEnv;
let relais: ChildProcess;
let starting: ChildProcess | undefined;
let said = '';

const script = (name: string, ...args: string[]) => ['run.mjs', `standalone/src/${name}.ts`, ...args];

/** What a script says, and the code it exits with. */
const outcomeOf = async (name: string, changes: NodeJS.ProcessEnv = {}, ...args: string[]) => {
  const options = { cwd: REPOSITORY, env: { ...environment, ...changes } };
  const running = run(process.execPath, script(name, ...args), options);
  running.child.stdin?.end();
  const { stdout, stderr, code } = await running.then(
    (output) => ({ ...output, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
  return { stdout, lines: stderr.trim().split('\n'), code };
};

/** What a stream has said until now. */
const heard = (stream: NodeJS.ReadableStream) => {
  const hearing = { text: '' };
  stream.on('data', (chunk) => {
    hearing.text += String(chunk);
  });
  return hearing;
};

const postmaster = async (dataDir: string): Promise<number> => {
  const lock = await readFile(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8');
  return Number(lock.split('\n')[0]);
};

/** Two clusters have the same when one was copied from the other. */
const identifierOf = async (cluster: string): Promise<Buffer> =>
  (await readFile(path.join(cluster, 'global/pg_control'))).subarray(0, 8);

/** What `npm start` begins with where `npm ci` could make it. */
const loadedAhead = async (): Promise<string[]> => {
  const options = { cwd: REPOSITORY, env: environment };
  await run(process.execPath, ['ahead.mjs', 'standalone/src/ahead.ts', 'standalone/src/main.ts'], options);
  return (await run(process.execPath, ['ahead.mjs'], options)).stdout.split(' ');
};

const start = async (beginning: readonly string[] = []): Promise<void> => {
  said = '';
  const words = [...beginning, ...script('main')];
  relais = spawn(process.execPath, words, { cwd: REPOSITORY, env: environment });
  relais.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  relais.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  while (!said.includes('\ncurl ')) {
    if (relais.exitCode !== null) throw new Error(said);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const stop = async (...signals: NodeJS.Signals[]): Promise<number | null> => {
  const exit = once(relais, 'exit');
  for (const signal of signals) relais.kill(signal);
  const [code] = await exit;
  return code;
};

/** Pastes the printed command into a shell. */
const paste = async () => {
  const command = said.split('\n').find((line) => line.startsWith('curl ')) ?? '';
  return JSON.parse((await run('/bin/sh', ['-c', command])).stdout);
};

const ask = async (account: string, query: string) => {
  const { stdout } = await outcomeOf('token', {}, account);
  const response = await fetch(`http://localhost:${environment.PORT}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stdout.trim()}` },
    body: JSON.stringify({ query }),
  });
  return JSON.parse(await response.text());
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'relais-start-'));
  // PostgreSQL's own user must reach it when root runs the tests.
  await chmod(folder, 0o711);
  // Whatever `npm ci` has prepared here, these starts make their city.
  const own = { RELAIS_DATA_DIR: folder, RELAIS_PREPARED: '', PORT: String(await freePort()) };
  environment = { ...bareEnvironment(), ...own };
  await start();
}, 120_000);

afterAll(async () => {
  starting?.kill('SIGKILL');
  if (relais.exitCode === null) await stop('SIGINT');
  await rm(folder, { recursive: true, force: true });
}, 30_000);

describe('npm start', () => {
  it('prints a command that opens a family’s whole file', async () => {
    const { data, errors } = await paste();
    // What heals by itself, as a busy machine's time-outs, is no line of a log between the friendly ones.
    expect(said).not.toMatch(/^\s*\{|\bat .*:\d+:\d+/m);
    expect(errors).toBeUndefined();
    expect(data.family.reference).toBe('NAN-000001');
    const covers = data.family.milestones.edges.map(
      ({ node }: { node: { childcareCover: { status: string } } }) => node.childcareCover.status,
    );
    expect(new Set(covers)).toEqual(new Set(['COVERED', 'PARTIAL', 'UNCOVERED']));
    expect(data.family.children.length).toBeGreaterThan(1);
    expect(data.family.hourlyFee.cents).toBeGreaterThan(0);
  });

  it('takes tokens of three professions', async () => {
    const advisor = await ask('advisor', '{ family(reference: "NAN-000001") { id } }');
    expect(advisor.errors[0].extensions.code).toBe('FORBIDDEN');
    const found = '{ families(first: 3) { edges { node { reference } } } }';
    expect((await ask('coordinator', found)).data.families.edges).toHaveLength(3);
    expect((await ask('caseworker', found)).data.families.edges).toHaveLength(3);
  });

  it('shows its screens to whoever opens it', async () => {
    const headers = { accept: 'text/html' };
    const page = await (await fetch(`http://localhost:${environment.PORT}/week`, { headers })).text();
    expect(page).toContain('<div id="relais"></div>');
  });

  // A browser is not part of what Node brings along: `npm run prove:console` goes through whole days with one.
  const isBrowserHere = existsSync(CHROMIUM);
  if (!isBrowserHere) console.warn(`The screens are not opened: there is no browser at ${CHROMIUM}.`);
  for (const { name, run: go } of isBrowserHere ? shortTours : [])
    it(`in a browser, ${name}`, async () => {
      const browser = await openBrowser();
      await go(browser, `http://localhost:${environment.PORT}`).finally(() => browser.close());
    });

  it('shows GraphiQL, which knows no token', async () => {
    const page = await (await fetch(`http://localhost:${environment.PORT}/graphiql`)).text();
    expect(page).toContain('FamilyFile');
    expect(page).toContain('"signsIn":true');
    expect(page).not.toMatch(/eyJ/);
  });

  it('prints where to sign in, as anybody of the demo', async () => {
    const printed = / {2}Sign in {2}(\S+)/.exec(said)?.[1] ?? '';
    const browser = new Browser(new URL(printed).origin);
    const { text } = await browser.open(printed);
    for (const name of ['Solène Haddad-Morin', 'Anne-Lise Tremelo', 'Pascal Ouvrard-Diaz'])
      expect(text).toContain(name);
    await browser.signInAs('demo-coordinator');
    const { body } = await browser.ask('{ families(first: 3) { edges { node { reference } } } }');
    expect(body.data.families.edges).toHaveLength(3);
  });

  it('prints with what a system asks for a token', async () => {
    const [, endpoint = '', id, secret] =
      / {2}Systems {2}(\S+) \(client credentials: (\S+), (\S+)\)/.exec(said) ?? [];
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'impact-report:read' }),
    });
    expect(await response.json()).toMatchObject({ token_type: 'Bearer', scope: 'impact-report:read' });
  });

  it('says in one line that the port is taken', async () => {
    const { lines, code } = await outcomeOf('main', { RELAIS_DATA_DIR: path.join(folder, 'other') });
    expect({ lines, code }).toEqual({
      lines: [`Port ${environment.PORT} is in use by another program.`],
      code: 1,
    });
    expect(await readdir(folder)).not.toContain('other');
  });

  it('says in one line that the data folder is in use, and harms nothing', async () => {
    const { lines, code } = await outcomeOf('main', { PORT: String(await freePort()) });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^The data folder .* is in use by another run\./)]);
    expect((await paste()).data.family.reference).toBe('NAN-000001');
  });

  it('is found, and left alone, through another path to its data folder', async () => {
    const again = `${folder}-again`;
    await symlink(folder, again);
    const other = { RELAIS_DATA_DIR: again };
    const inUse = [expect.stringMatching(/^The data folder .* is in use by another run\./)];
    const second = await outcomeOf('main', { ...other, PORT: String(await freePort()) });
    expect([second.code, second.lines]).toEqual([1, inUse]);
    const seeded = await outcomeOf('seed', other, '--families', '1');
    expect([seeded.code, seeded.lines]).toEqual([1, inUse]);
    expect((await outcomeOf('reset', other, '--yes')).lines).toEqual([
      expect.stringMatching(/Stop it first/),
    ]);
    const lag = await outcomeOf('events', other, 'lag');
    expect([lag.code, lag.stdout]).toEqual([0, expect.stringContaining('early-childhood\n  → employment')]);
    expect((await outcomeOf('token', other, 'auditor')).stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await paste()).data.family.reference).toBe('NAN-000001');
    await rm(again);
  });

  it('goes on when its database was killed, and says so', async () => {
    process.kill(await postmaster(folder), 'SIGKILL');
    while (!said.includes('PostgreSQL runs again.')) await wait(50);
    expect(said).toContain('PostgreSQL ended by itself: SIGKILL. Starting it again…');
    expect((await paste()).data.family.reference).toBe('NAN-000001');
  });

  it('ends in one line when its database is killed while it starts', async () => {
    const fresh = await mkdtemp(path.join(tmpdir(), 'relais-start-'));
    await chmod(fresh, 0o711);
    const child = spawn(process.execPath, script('main'), {
      cwd: REPOSITORY,
      env: { ...environment, RELAIS_DATA_DIR: fresh, PORT: String(await freePort()) },
    });
    starting = child;
    const problems = heard(child.stderr);
    const steps = heard(child.stdout);
    while (!steps.text.includes('Looking after the demo city')) await wait(5);
    process.kill(await postmaster(fresh), 'SIGQUIT');
    const [code] = await once(child, 'exit');
    expect([code, problems.text]).toEqual([
      1,
      'PostgreSQL ended by itself: received immediate shutdown request.\n',
    ]);
    await rm(fresh, { recursive: true, force: true });
  });

  it('names the small file that a power cut has emptied', async () => {
    const damaged = await mkdtemp(path.join(tmpdir(), 'relais-start-'));
    await chmod(damaged, 0o711);
    const other = { RELAIS_DATA_DIR: damaged, PORT: String(await freePort()) };
    for (const name of ['database-passwords.json', 'issuer-key.json', 'demo-city.json']) {
      await writeFile(path.join(damaged, name), '');
      const { code, lines } = await outcomeOf('main', other);
      expect([code, lines]).toEqual([
        1,
        [expect.stringMatching(`^The file .*${name} is empty or damaged\\. \\w.*\\.$`)],
      ]);
      await rm(path.join(damaged, name));
    }
    await rm(damaged, { recursive: true, force: true });
  });

  it('does not run as production', async () => {
    const other = { RELAIS_DATA_DIR: path.join(folder, 'production'), PORT: String(await freePort()) };
    const { lines, code } = await outcomeOf('main', { ...other, NODE_ENV: 'production' });
    expect({ lines, code }).toEqual({ lines: [expect.stringContaining('NODE_ENV=production')], code: 1 });
    expect(await readdir(folder)).not.toContain('production');
  });

  it('is not reset while it runs', async () => {
    const { lines, code } = await outcomeOf('reset', {}, '--yes');
    expect({ lines, code }).toEqual({ lines: [expect.stringMatching(/Stop it first/)], code: 1 });
  });

  it('gives fresh tokens', async () => {
    const { stdout } = await outcomeOf('token', {}, 'auditor');
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await outcomeOf('token', {}, 'integrator')).stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect((await outcomeOf('token', {}, 'nobody')).lines[0]).toMatch(/^Usage: npm run token/);
    expect((await outcomeOf('token', {}, 'advisor', '--scope', 'centres:read')).code).toBe(1);
  });

  it('gives a system the scopes that are asked for, and names those it does not know', async () => {
    const given = await outcomeOf('token', {}, 'integrator', '--scope', 'centres:read bookings:read');
    expect(decodeJwt(given.stdout.trim())).toMatchObject({ scope: 'centres:read bookings:read' });
    const refused = await outcomeOf('token', {}, 'integrator', '--scope', 'centres:read centres:write');
    expect([refused.code, refused.stdout, refused.lines]).toEqual([
      1,
      '',
      [expect.stringMatching(/^Unknown scope: centres:write\. Known: centres:read /)],
    ]);
  });

  it('stops at Ctrl-C, however often it is pressed, and keeps the data', async () => {
    const before = await paste();
    expect(await stop('SIGINT', 'SIGINT')).toBe(0);
    expect(said).toContain('The data is kept.');
    await start();
    expect((await paste()).data.family.milestones).toEqual(before.data.family.milestones);
    // Whoever read what it printed is gone, as in `npm start | head -1`.
    relais.stdout?.destroy();
    relais.stderr?.destroy();
    expect(await stop('SIGTERM')).toBe(0);
  }, 60_000);

  it('opens the same city when it was prepared before', async () => {
    if (relais.exitCode !== null) await start();
    const { data: before } = await paste();
    await stop('SIGINT');
    const prepared = await mkdtemp(path.join(tmpdir(), 'relais-prepared-'));
    const other = await mkdtemp(path.join(tmpdir(), 'relais-start-'));
    await chmod(other, 0o711);
    const own = environment;
    try {
      await prepareCity(path.join(prepared, 'city'));
      const { ino } = await stat(path.join(prepared, 'city'));
      await prepareCity(path.join(prepared, 'city'));
      expect((await stat(path.join(prepared, 'city'))).ino).toBe(ino);
      environment = { ...own, RELAIS_DATA_DIR: other, RELAIS_PREPARED: path.join(prepared, 'city') };
      await start();
      expect((await paste()).data).toEqual(before);
      expect(await stop('SIGINT')).toBe(0);
      expect(await identifierOf(path.join(other, 'cluster'))).toEqual(
        await identifierOf(path.join(prepared, 'city/cluster')),
      );
      expect(await readdir(prepared)).toEqual(['city']);
      // What this very code made needs nothing more, neither prepared nor at a second start.
      expect(said).not.toContain('up to date');
      const ahead = await loadedAhead();
      expect(ahead).toEqual(['--snapshot-blob', expect.stringContaining('.ahead-')]);
      await start(ahead);
      expect(said).not.toContain('up to date');
      expect((await paste()).data).toEqual(before);
      expect(await stop('SIGINT')).toBe(0);
    } finally {
      environment = own;
      await rm(prepared, { recursive: true, force: true });
      await rm(other, { recursive: true, force: true });
    }
  }, 180_000);

  it('starts over after a reset, which asks first', async () => {
    const asked = await outcomeOf('reset');
    expect(asked.stdout).toMatch(/Type yes to go on: Nothing was deleted\.\n$/);
    expect(await readdir(folder)).toContain('cluster');
    expect((await outcomeOf('reset', {}, '--yes')).code).toBe(0);
    expect(await readdir(folder)).not.toContain('cluster');
  });
});

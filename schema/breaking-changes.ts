import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const run = promisify(execFile);
const announcements = new URL('../docs/schema-changes.md', import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
const API = 'schema/api.graphql';

const git = async (...parameters: string[]): Promise<string> =>
  (await run('git', parameters, { cwd: root, maxBuffer: 2 ** 26 }).catch(() => ({ stdout: '' }))).stdout;

/** The last committed contract that differs from this one; none on a first commit or without history. */
const contractBefore = async (api: string): Promise<string | undefined> => {
  const commits = (await git('log', '-2', '--format=%H', '--', API)).split('\n').filter(Boolean);
  for (const commit of commits) {
    const committed = await git('show', `${commit}:${API}`);
    if (committed && committed !== api) return committed;
  }
  return undefined;
};

/** Changes that break a client and that `docs/schema-changes.md` does not name by their path. */
export const unannouncedChanges = async (api: string): Promise<string[]> => {
  const before = await contractBefore(api);
  if (!before) return [];

  const announced = await readFile(announcements, 'utf8').catch(() => '');
  const changes = await diff(buildSchema(before, { assumeValid: true }), buildSchema(api));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ path, message }) => !announced.includes(`\`${path ?? message}\``))
    .map(
      ({ path, message }) => `${message}: that breaks clients, name \`${path}\` in docs/schema-changes.md.`,
    );
};

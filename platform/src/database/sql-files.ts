import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * A file of SQL that makes a database what the code expects. A migration is applied once and then never edited. One that
 * `repeats` (functions and triggers, with what depends on them) is run again whenever it changed.
 */
export type SqlFile = { readonly name: string; readonly sql: string; readonly repeats: boolean };

const filesIn = (owner: string, folder: URL, repeats: boolean): SqlFile[] => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => ({
    name: `${owner}/${name}`,
    // A checkout may end its lines in another way.
    sql: readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n'),
    repeats,
  }));
};

/** The migrations in a folder, in the order of their names, then the files in its `functions/`. */
export const sqlFilesIn = (owner: string, folder: URL): readonly SqlFile[] => {
  const functions = new URL('functions/', folder);
  const migrations = filesIn(owner, folder, false);
  return existsSync(functions)
    ? [...migrations, ...filesIn(`${owner}/functions`, functions, true)]
    : migrations;
};

/** What every agency's database has, whatever the agency: events, jobs, closed quarters. */
export const platformMigrations = sqlFilesIn('platform', new URL('../../migrations/', import.meta.url));

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Two databases made from files with the same fingerprint are alike. */
export const fingerprintOf = (files: readonly SqlFile[]): string =>
  hashOf(JSON.stringify(files.map(({ name, sql }) => [name, hashOf(sql)])));

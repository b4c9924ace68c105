import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { beforeAll, expect, it } from '@jest/globals';
import { DIST, isBuilt } from './stamp.ts';

const pack = promisify(gzip);
const KB = 1024;

const inDist = (file: string): Promise<string> => readFile(path.join(DIST, file), 'utf8');

/** What a script asks for before it runs: not what it asks for when somebody opens a page. */
const importsOf = (script: string): string[] =>
  [...script.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)].map(([, name]) => `assets/${name}`);

const withImports = async (file: string, found = new Set<string>()): Promise<ReadonlySet<string>> => {
  if (found.has(file)) return found;
  found.add(file);
  for (const each of importsOf(await inDist(file))) await withImports(each, found);
  return found;
};

const gzipped = async (files: Iterable<string>): Promise<number> => {
  let size = 0;
  for (const file of files) size += (await pack(await readFile(path.join(DIST, file)), { level: 9 })).length;
  return size / KB;
};

let page: string;
let files: string[];
let shared: ReadonlySet<string>;
beforeAll(async () => {
  page = await inDist('index.html');
  files = (await readdir(path.join(DIST, 'assets'))).map((name) => `assets/${name}`);
  const main = /src="\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  shared = new Set([...(await withImports(main)), ...files.filter((file) => /\/fr-[\w-]+\.js$/.test(file))]);
});

const routes = async (): Promise<string[]> => {
  const scripts = files.filter((file) => file.endsWith('.js'));
  const texts = await Promise.all(scripts.map(inDist));
  return scripts.filter((_, index) =>
    /as (WeekPage|FamiliesPage|FilePage|DeskPage|WaitingPage|OffersPage|LackingPage|DayPage|PlanPage|SeekersPage|SeekerPage|ReportPage|ClosuresPage|PlacementsPage|PlacesPage|DoublesPage|ColleaguesPage|RegisterPage|RequestPage|InboxPage|IncompletePage|CityPage|AuditPage)\b/.test(
      texts[index] ?? '',
    ),
  );
};

it('is built of what lies here', async () => {
  expect(await isBuilt()).toBe(true);
});

it('begins with at most 120 KB of script, words in one language included', async () => {
  expect(shared.size).toBeGreaterThan(2);
  expect(await gzipped(shared)).toBeLessThan(120);
});

it('opens each page with at most 60 KB more', async () => {
  const found = await routes();
  expect(found).toHaveLength(23);
  for (const route of found) {
    const more = [...(await withImports(route))].filter((file) => !shared.has(file));
    expect(await gzipped(more)).toBeLessThan(60);
  }
});

it('has at most 15 KB of styles and 35 KB of fonts, all its own', async () => {
  expect(await gzipped(files.filter((file) => file.endsWith('.css')))).toBeLessThan(15);
  const fonts = files.filter((file) => file.endsWith('.woff2'));
  const sizes = await Promise.all(fonts.map(async (file) => (await readFile(path.join(DIST, file))).length));
  expect(sizes.reduce((sum, size) => sum + size, 0) / KB).toBeLessThan(35);
  const styles = await Promise.all(files.filter((file) => file.endsWith('.css')).map(inDist));
  expect(styles.join('').match(/url\((?!\/assets\/)/g)).toBeNull();
});

it('has neither script nor style in its page, and asks no other host', () => {
  expect(page).not.toMatch(/<style|style=|https?:|<script(?![^>]*src=)/);
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importSchoolCalendar } from '@relais/early-childhood/care/own-arrangements/import-school-calendar.ts';
import { importCentreList } from '@relais/early-childhood/desk/centre-lists/import-centre-list.ts';
import { readConfig } from '@relais/platform/config.ts';
import { runCommand } from '@relais/platform/process.ts';
import { print } from '@relais/platform/terminal.ts';
import { importMonthlyFile } from '@relais/social-protection/entitlements/import-monthly-file.ts';
import { z } from 'zod';

const USAGE = `Usage: npm run import -- entitlements FILE [--dry-run]
       npm run import -- centres FILE --source NAME [--from DAY] [--dry-run]
       npm run import -- school-calendar FILE --zone B [--dry-run]`;

const settings = z.object({
  RELAIS_URL: z.url().default('http://localhost:4000/graphql'),
  RELAIS_TOKEN: z.string('is needed: the token of whoever imports'),
});

const given = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      source: { type: 'string' },
      from: { type: 'string' },
      zone: { type: 'string' },
    },
  });
  const [kind = '', file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(USAGE);
  const { 'dry-run': isPreview, ...said } = values;
  // npm runs a script in the project's folder; the path was typed somewhere else.
  return { kind, path: resolve(process.env.INIT_CWD ?? '.', file), isPreview, said };
};

type Given = ReturnType<typeof given>;
type Access = { readonly url: string; readonly token: string };

const importGiven = ({ kind, path, isPreview, said }: Given, access: Access): Promise<0 | 2> => {
  const importing = { ...access, isPreview, say: print };
  const { source, from, zone } = said;
  const named = Object.values(said).filter((value) => value !== undefined);
  if (kind === 'entitlements' && named.length === 0) return importMonthlyFile(path, importing);
  if (kind === 'centres' && source && zone === undefined)
    return importCentreList(path, { ...importing, source, from: from ?? null });
  if (kind === 'school-calendar' && zone && named.length === 1)
    return importSchoolCalendar(path, { ...importing, zone });
  throw new Error(USAGE);
};

/** `npm run import -- entitlements | centres | school-calendar FILE`: 0 all taken, 1 the file cannot be used or was not taken, 2 some rows were refused. */
void runCommand(async () => {
  const wanted = given();
  const { RELAIS_URL: url, RELAIS_TOKEN: token } = readConfig(settings);
  process.exitCode = await importGiven(wanted, { url, token });
  return undefined;
});

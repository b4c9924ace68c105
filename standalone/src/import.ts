import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importCentreList } from '@relais/early-childhood/desk/centre-lists/import-centre-list.ts';
import { readConfig } from '@relais/platform/config.ts';
import { runCommand } from '@relais/platform/process.ts';
import { print } from '@relais/platform/terminal.ts';
import { importMonthlyFile } from '@relais/social-protection/entitlements/import-monthly-file.ts';
import { z } from 'zod';

const USAGE = `Usage: npm run import -- entitlements FILE [--dry-run]
       npm run import -- centres FILE --source NAME [--from DAY] [--dry-run]`;

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
    },
  });
  const [kind = '', file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Error(USAGE);
  const { source, from } = values;
  // npm runs a script in the project's folder; the path was typed somewhere else.
  return {
    kind,
    path: resolve(process.env.INIT_CWD ?? '.', file),
    isPreview: values['dry-run'],
    source,
    from,
  };
};

type Given = ReturnType<typeof given>;
type Access = { readonly url: string; readonly token: string };

const importGiven = ({ kind, path, isPreview, source, from }: Given, access: Access): Promise<0 | 2> => {
  const importing = { ...access, isPreview, say: print };
  if (kind === 'entitlements' && source === undefined && from === undefined)
    return importMonthlyFile(path, importing);
  if (kind === 'centres' && source)
    return importCentreList(path, { ...importing, source, from: from ?? null });
  throw new Error(USAGE);
};

/** `npm run import -- entitlements | centres FILE`: 0 all taken, 1 the file cannot be used or was not taken, 2 some rows were refused. */
void runCommand(async () => {
  const wanted = given();
  const { RELAIS_URL: url, RELAIS_TOKEN: token } = readConfig(settings);
  process.exitCode = await importGiven(wanted, { url, token });
  return undefined;
});

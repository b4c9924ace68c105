import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '@relais/platform/config.ts';
import { runCommand } from '@relais/platform/process.ts';
import { print } from '@relais/platform/terminal.ts';
import { importMonthlyFile } from '@relais/social-protection/entitlements/import-monthly-file.ts';
import { z } from 'zod';

const USAGE = 'Usage: npm run import -- entitlements FILE [--dry-run]';

const settings = z.object({
  RELAIS_URL: z.url().default('http://localhost:4000/graphql'),
  RELAIS_TOKEN: z.string('is needed: the token of whoever imports'),
});

const wanted = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [kind, file, ...others] = positionals;
  if (kind !== 'entitlements' || file === undefined || others.length > 0) throw new Error(USAGE);
  // npm runs a script in the project's folder; the path was typed somewhere else.
  return { path: resolve(process.env.INIT_CWD ?? '.', file), isPreview: values['dry-run'] };
};

/** `npm run import -- entitlements FILE`: 0 all taken, 1 the file cannot be used or was not taken, 2 some rows were refused. */
void runCommand(async () => {
  const { path, isPreview } = wanted();
  const { RELAIS_URL: url, RELAIS_TOKEN: token } = readConfig(settings);
  process.exitCode = await importMonthlyFile(path, { url, token, isPreview, say: print });
  return undefined;
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DIST, isBuilt } from '@relais/console/stamp.ts';
import type { ConsoleOptions } from '@relais/gateway/console/serve-console.ts';

const BUILD = new URL('../../console/build.ts', import.meta.url).pathname;

const build = async (): Promise<void> => {
  const arguments_ = ['--import', 'tsx', BUILD];
  const cwd = path.dirname(BUILD);
  const child = spawn(process.execPath, arguments_, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(child, 'exit');
};

/** The screens as `npm ci` built them; built now where scripts were left out, or a source was changed since. */
export const builtConsole = async (tell: (step: string) => void): Promise<ConsoleOptions | undefined> => {
  if (!(await isBuilt())) {
    tell('Building the console');
    await build();
  }
  return existsSync(path.join(DIST, 'index.html')) ? { folder: DIST } : undefined;
};

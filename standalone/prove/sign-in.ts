/**
 * `npm run prove:sign-in`: people sign in and out in headless Chromium, against the gateway and the demo's issuer. Debian: `apt-get
 * install chromium`; elsewhere `CHROMIUM=/path/to/chromium`.
 */
import { print } from '@relais/platform/terminal.ts';
import { chromium } from 'playwright-core';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { cases } from './sign-in/cases.ts';
import { openStage } from './sign-in/stage.ts';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Chromium does not isolate itself when root runs it. */
const options = { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };

const proveIn = async (folder: string): Promise<number> => {
  const browser = await chromium.launch(options);
  const stage = await openStage(folder);
  let failed = 0;
  for (const { name, run } of cases) {
    const problem = await run(browser, stage, folder).catch((error: unknown) => error);
    print(`${problem === undefined ? '✔' : '✘'} ${name}`);
    if (problem !== undefined) print(String(problem instanceof Error ? problem.message : problem));
    failed += Number(problem !== undefined);
  }
  print(`${cases.length - failed} of ${cases.length} hold, in Chromium ${browser.version()}`);
  await stage.close();
  await browser.close();
  return failed;
};

process.exitCode = (await inTestFolder(proveIn)) > 0 ? 1 : 0;

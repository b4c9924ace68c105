/**
 * `npm run prove:console`: each role's day at the screens, in headless Chromium against the real product. Debian: `apt-get install
 * chromium`; elsewhere `CHROMIUM=/path/to/chromium`. `npm run prove:console -- --pictures` writes those of `docs/pictures/` anew; `--only advisor`
 * goes through the days, and takes the pictures, whose name holds it, `--url` through a Relais that runs already.
 */
import { parseArgs } from 'node:util';
import { createLog } from '@relais/platform/log.ts';
import { print } from '@relais/platform/terminal.ts';
import type { Browser } from 'playwright-core';
import { startRelais } from '../src/start-relais.ts';
import { type Tour, tours } from '../src/testing/console/roles.ts';
import { openBrowser } from '../src/testing/console/visit.ts';
import { freePort } from '../src/testing/free-port.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { advisorDays } from './console/advisor.ts';
import { caseworkerDays } from './console/caseworker.ts';
import { centreDays } from './console/centre.ts';
import { coordinatorDays } from './console/coordinator.ts';
import { days } from './console/days.ts';
import { emptyCity } from './console/empty-city.ts';
import { inboxDays } from './console/inbox.ts';
import { takePictures } from './console/pictures.ts';
import { placesDays } from './console/places.ts';
import { registersFamily } from './console/registration.ts';
import { stoppedAgency } from './console/stopped-agency.ts';
import { supportTeamDays } from './console/support-team.ts';
import { togetherDays } from './console/together.ts';

const { values } = parseArgs({
  options: {
    pictures: { type: 'boolean', default: false },
    url: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const log = createLog('prove');

const withRelais = async (
  folder: string,
  work: (url: string, dataDir?: string) => Promise<number>,
): Promise<number> => {
  if (values.url) return work(values.url);
  const relais = await startRelais({
    dataDir: folder,
    port: await freePort(),
    host: '127.0.0.1',
    seed: 1,
    clock: () => new Date(),
    tell: (step) => print(step),
    fail: (error) => log.error({ err: error }, 'Relais ended'),
  });
  try {
    return await work(relais.url, relais.dataDir);
  } finally {
    await relais.stop();
  }
};

/** Whether it does not hold. */
const fails = async ({ name, run }: Tour, browser: Browser, url: string): Promise<boolean> => {
  const problem = await run(browser, url).catch((error: unknown) => error);
  print(`${problem === undefined ? '✔' : '✘'} ${name}`);
  if (problem !== undefined) print(String(problem instanceof Error ? problem.message : problem));
  return problem !== undefined;
};

const prove = async (url: string, dataDir?: string): Promise<number> => {
  const browser = await openBrowser();
  if (values.pictures)
    for (const picture of await takePictures(browser, url, values.only)) print(`  ${picture}`);
  let failed = 0;
  const stopped = dataDir === undefined ? [] : [stoppedAgency(dataDir)];
  const every = [
    ...tours,
    ...days,
    registersFamily,
    ...advisorDays,
    ...coordinatorDays,
    ...placesDays,
    ...caseworkerDays,
    ...supportTeamDays,
    ...centreDays,
    ...togetherDays,
    emptyCity,
    ...inboxDays,
    ...stopped,
  ];
  const all = every.filter(({ name }) => name.includes(values.only));
  for (const each of all) failed += Number(await fails(each, browser, url));
  print(`${all.length - failed} of ${all.length} hold, in Chromium ${browser.version()}`);
  await browser.close();
  return failed;
};

process.exitCode = (await inTestFolder((folder) => withRelais(folder, prove))) > 0 ? 1 : 0;

import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { demoAccounts, demoCentreName } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
import { openVisit, settled, signIn } from '../../src/testing/console/visit.ts';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url).pathname;
const WIDTHS = [1440, 820, 390];
const { administrator, advisor, caseworker, coordinator } = demoAccounts;

type Picture = {
  readonly name: string;
  readonly sub: string;
  readonly at: string;
  /** What opens its first row says what comes of it. */
  readonly opens?: string;
  /** Too long to be of use whole: as much as a screen shows. */
  readonly isLong?: boolean;
  /** What is done before it is taken. */
  readonly does?: (page: Page) => Promise<unknown>;
};

const openActs = (page: Page) => page.locator('.colleague-acts summary').first().click();

const chooseSeeker = (page: Page) =>
  page.getByLabel('Demandeur d’emploi', { exact: true }).selectOption({ index: 3 });

const openSeeker = async (page: Page) => {
  await page.getByRole('link', { name: 'Djamila Ionescu', exact: true }).click();
  await page.getByRole('heading', { name: 'Étapes à venir' }).waitFor();
};

const SOON_MS = 2 * 86_400_000;

const lookAtClosing = async (page: Page) => {
  const day = dayOf(new Date(Date.now() + SOON_MS));
  await page.getByLabel('Structure', { exact: true }).selectOption({ label: demoCentreName });
  await page.getByLabel('Du', { exact: true }).fill(day);
  await page.getByLabel('Au', { exact: true }).fill(day);
  await page.getByLabel('Raison').fill('Panne de chauffage.');
  await page.getByRole('button', { name: 'Voir ce que cela retire' }).click();
  await page.getByRole('heading', { name: 'Si vous fermez' }).waitFor();
};

const lookAtSuspending = async (page: Page) => {
  await page.getByLabel('Structure', { exact: true }).selectOption({ label: demoCentreName });
  await page.locator('.placement-line').first().click();
  await page.getByRole('button', { name: 'Suspendre', exact: true }).click();
  await page.getByLabel('Raison').fill('Séjour chez les grands-parents.');
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
  await page.getByRole('heading', { name: 'Si vous le faites' }).waitFor();
};

const openDayOfCentre = async (page: Page) => {
  await page.locator('button.room:not(.closed)').nth(7).click();
  await page.locator('.places-spans').first().waitFor();
  await page
    .getByRole('button', { name: /^chaque semaine, pour six mois/ })
    .first()
    .click();
};

const lookAtJoining = async (page: Page) => {
  await page.getByRole('button', { name: 'Voir ce qui passe' }).click();
  await page.getByRole('heading', { name: 'Si vous les réunissez' }).waitFor();
};

const pictures: readonly Picture[] = [
  { name: 'week', sub: advisor.sub, at: '/week' },
  { name: 'week-open', sub: advisor.sub, at: '/week', opens: '.child-choices' },
  { name: 'plan', sub: advisor.sub, at: '/plan', does: chooseSeeker },
  { name: 'job-seekers', sub: advisor.sub, at: '/job-seekers' },
  { name: 'job-seeker', sub: advisor.sub, at: '/job-seekers', does: openSeeker },
  { name: 'families', sub: caseworker.sub, at: '/families' },
  { name: 'file', sub: caseworker.sub, at: '/families/NAN-000001' },
  { name: 'file-coordinator', sub: coordinator.sub, at: '/families/NAN-000001' },
  { name: 'colleagues', sub: administrator.sub, at: '/colleagues', does: openActs },
  { name: 'today', sub: coordinator.sub, at: '/today' },
  { name: 'waiting', sub: coordinator.sub, at: '/waiting', opens: '.waiting-chosen h3' },
  { name: 'offers', sub: coordinator.sub, at: '/offers' },
  { name: 'commission', sub: coordinator.sub, at: '/waiting?kind=LONG_TERM', opens: '.waiting-chosen h3' },
  { name: 'without-care', sub: coordinator.sub, at: '/without-care' },
  { name: 'places', sub: coordinator.sub, at: '/places', does: openDayOfCentre },
  {
    name: 'doubles',
    sub: coordinator.sub,
    at: '/doubles?keep=NAN-000001&drop=NAN-000116',
    does: lookAtJoining,
  },
  { name: 'placements', sub: coordinator.sub, at: '/placements', does: lookAtSuspending },
  { name: 'closures', sub: coordinator.sub, at: '/closures', does: lookAtClosing },
  { name: 'city', sub: coordinator.sub, at: '/city' },
  { name: 'report', sub: coordinator.sub, at: '/report' },
  { name: 'centre-day', sub: demoAccounts['centre-staff'].sub, at: '/day', isLong: true },
];

/** One PNG for each page and width, of the pages whose name holds the text; the files that were written. */
export const takePictures = async (
  browser: Browser,
  url: string,
  only: string,
): Promise<readonly string[]> => {
  const taken: string[] = [];
  const wanted = pictures.filter(({ name }) => name.includes(only));
  for (const { name, sub, at, opens, does, isLong = false } of wanted) {
    const visit = await openVisit(browser, url);
    await signIn(visit, sub);
    const greeting = visit.page.getByRole('button', { name: 'Compris' });
    if (await greeting.isVisible()) await greeting.click();
    await visit.page.goto(url + at);
    await settled(visit);
    if (opens) {
      await visit.page.locator('[data-row]').first().click();
      await visit.page.locator(opens).first().waitFor();
    }
    await does?.(visit.page);
    await settled(visit);
    for (const width of WIDTHS) {
      await visit.page.setViewportSize({ width, height: 900 });
      // What stays in sight while one reads on stands at the top of the whole page.
      await visit.page.evaluate('scrollTo(0, 0)');
      const file = `${name}-${width}.png`;
      await visit.page.screenshot({ path: path.join(FOLDER, file), fullPage: !isLong });
      taken.push(file);
    }
    await visit.close();
  }
  return taken;
};

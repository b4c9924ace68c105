import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { coordinator } = demoAccounts;

const asCoordinator = async (browser: Browser, url: string, work: (visit: Visit) => Promise<void>) => {
  const visit = await openVisit(browser, url);
  try {
    await signIn(visit, coordinator.sub);
    await visit.page.waitForURL(/\/today/);
    await work(visit);
  } finally {
    await visit.close();
  }
};

const readsTheDay: Tour = {
  name: 'a coordinator reads what waits, and a line opens the place where it is settled',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByText(/points? vous attend/).waitFor();
      await settled(visit);
      await visit.holds('the day');
      await page.locator('a.desk-line', { hasText: 'étape du' }).first().click();
      await page.waitForURL(/\/without-care#about-/);
      await settled(visit);
      await visit.holds('milestones without care');
      await page
        .getByRole('button', { name: /^Trouver une garde/ })
        .first()
        .click();
      await page.locator('.child-choices').first().waitFor();
      await visit.holds('where they could go');
    }),
};

/** The first request for which a place can be held; for regular care a commission has to grant it first. */
const findRequestWithPlace = async ({ page }: Visit): Promise<void> => {
  const lines = page.locator('.waiting-line').filter({ hasNotText: 'accueil régulier' });
  for (let index = 0; index < (await lines.count()); index += 1) {
    await lines.nth(index).click();
    await page.locator('.waiting-chosen h3').waitFor();
    if ((await page.getByRole('button', { name: /^Tenir cette place/ }).count()) > 0) return;
  }
  throw new Error('No request has a place to hold.');
};

const holdsAndTakesBack: Tour = {
  name: 'a coordinator holds a place for who waits, sees until when, and takes it back',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.goto(`${url}/waiting`);
      await settled(visit);
      await visit.holds('the waiting list');
      await findRequestWithPlace(visit);
      await visit.holds('a request beside its places');
      await page
        .getByRole('button', { name: /^Tenir cette place/ })
        .first()
        .click();
      await page.getByText('place tenue jusqu’à').waitFor();
      assert.equal(await page.getByRole('button', { name: /^Tenir cette place/ }).count(), 0);
      await visit.holds('a place held');
      await page.getByRole('button', { name: 'Annuler', exact: true }).click();
      await page
        .getByRole('button', { name: /^Tenir cette place/ })
        .first()
        .waitFor();
      await visit.holds('a place taken back');
    }),
};

const OTHERWISE = 'Une assistante maternelle agréée rue du Calvaire, le temps qu’une place se libère.';

const proposesOtherwise: Tour = {
  name: 'a coordinator proposes another solution: without words it is asked for some, with them the request waits on',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.goto(`${url}/waiting`);
      await settled(visit);
      await findRequestWithPlace(visit);
      await page.getByRole('button', { name: 'Proposer autrement' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
      await dialog.getByRole('alert').waitFor();
      await visit.holds('words are missing');
      await dialog.getByLabel('Autre solution').fill(OTHERWISE);
      await dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(OTHERWISE).first().waitFor();
      await visit.holds('another solution proposed');
    }),
};

const notesAnAnswer: Tour = {
  name: 'a coordinator needs a reason to note a decline, and notes that a family accepts',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.goto(`${url}/offers`);
      await settled(visit);
      await visit.holds('the offers');
      const lines = page.locator('.offer-line');
      const before = await lines.count();
      await lines
        .first()
        .getByRole('button', { name: /^Elle refuse/ })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Elle refuse', exact: true }).click();
      await dialog.getByRole('alert').waitFor();
      await visit.holds('a reason is missing');
      await page.keyboard.press('Escape');
      await lines
        .first()
        .getByRole('button', { name: /^La famille accepte/ })
        .click();
      await lines.nth(before - 1).waitFor({ state: 'detached' });
      await visit.holds('an answer noted');
    }),
};

export const coordinatorDays: readonly Tour[] = [
  readsTheDay,
  holdsAndTakesBack,
  proposesOtherwise,
  notesAnAnswer,
];

import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { demoAccounts, demoCentreName } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { coordinator } = demoAccounts;
const SOON_MS = 2 * 86_400_000;

export const asCoordinator = async (browser: Browser, url: string, work: (visit: Visit) => Promise<void>) => {
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

/** A request of regular care that a commission has to decide first, with a place that it could grant. */
const decidesInCommission: Tour = {
  name: 'regular care: no place is held before a commission grants it; it grants one, and then it can be held',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.goto(`${url}/waiting?kind=LONG_TERM`);
      await settled(visit);
      await visit.holds('the requests of regular care');
      if ((await page.getByRole('button', { name: 'Clore la commission' }).count()) === 0) {
        await page.getByRole('button', { name: 'Fixer une commission' }).first().click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('Elle siège le').fill(dayOf(new Date()));
        await visit.holds('a commission is fixed');
        await dialog.getByRole('button', { name: /^Fixer/ }).click();
        await page.getByRole('button', { name: 'Clore la commission' }).waitFor();
      }
      const lines = page.locator('.waiting-line');
      const grant = page.getByRole('button', { name: /^Accorder cette place/ });
      for (let index = 0; index < (await lines.count()); index += 1) {
        await lines.nth(index).click();
        await settled(visit);
        if ((await grant.count()) === 0) continue;
        assert.equal(await page.getByRole('button', { name: /^Tenir cette place/ }).count(), 0);
        await visit.holds('what has to happen first');
        await grant.first().click();
        await page.getByRole('dialog').getByRole('button', { name: 'Accorder cette place' }).click();
        await page.getByText('La commission a accordé une place').waitFor();
        await page.getByRole('button', { name: /^Tenir cette place/ }).waitFor();
        return visit.holds('a place granted');
      }
      throw new Error('No request of regular care has a place to grant.');
    }),
};

const readsReport: Tour = {
  name: 'a coordinator reads the report of a quarter, and saves it as a table',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Bilan' }).click();
      await page.getByRole('heading', { name: 'Familles accueillies' }).waitFor();
      await settled(visit);
      await visit.holds('the report');
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Enregistrer en CSV' }).click();
      assert.match((await saved).suggestedFilename(), /^bilan-\d{4}-\d\d-01\.csv$/);
      await page.emulateMedia({ media: 'print' });
      await visit.holds('the report on paper');
    }),
};

const seesWhatClosingTakes: Tour = {
  name: 'a coordinator sees what a closure would take, closes, finds the children another place, and opens again',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Fermetures' }).click();
      await settled(visit);
      await visit.holds('closures');
      const day = dayOf(new Date(Date.now() + SOON_MS));
      await page.getByLabel('Structure', { exact: true }).selectOption({ label: demoCentreName });
      await page.getByLabel('Du', { exact: true }).fill(day);
      await page.getByLabel('Au', { exact: true }).fill(day);
      await page.getByRole('button', { name: 'Voir ce que cela retire' }).click();
      await page.getByText('Dites pourquoi').waitFor();
      await page.getByLabel('Raison').fill('Panne de chauffage.');
      await page.getByRole('button', { name: 'Voir ce que cela retire' }).click();
      await page.getByRole('heading', { name: 'Si vous fermez' }).waitFor();
      await visit.holds('what a closure takes');
      await page.getByRole('button', { name: 'Fermer', exact: true }).click();
      await page.getByRole('heading', { name: 'Enfants à replacer' }).waitFor();
      await settled(visit);
      await visit.holds('the children of a closed centre');
      const book = page.getByRole('button', { name: /^Réserver c(es|ette) / });
      if ((await book.count()) > 0) {
        await book.click();
        await page.getByText(/\d+ sur \d+ réservées/).waitFor();
        await visit.holds('other places booked');
      }
      const closure = page.locator('.closure', { hasText: 'Panne de chauffage.' });
      await closure.getByRole('button', { name: /^Rouvrir/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir' }).click();
      await closure.waitFor({ state: 'detached' });
      await visit.holds('open again');
    }),
};

export const coordinatorDays: readonly Tour[] = [
  seesWhatClosingTakes,
  decidesInCommission,
  readsReport,
  readsTheDay,
  holdsAndTakesBack,
  proposesOtherwise,
  notesAnAnswer,
];

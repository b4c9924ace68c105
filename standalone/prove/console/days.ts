import assert from 'node:assert/strict';
import type { Locator, Route } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { advisor, caseworker } = demoAccounts;
const MOST_WEEKS = 6;

const bookButtons = ({ page }: Visit): Locator => page.locator('.cover-action .button.primary');

/** The first week from now on in which something can be booked. */
const findBookable = async (visit: Visit): Promise<void> => {
  await visit.page.waitForURL(/\/week/);
  for (let week = 0; week < MOST_WEEKS; week += 1) {
    await settled(visit);
    if ((await bookButtons(visit).count()) > 0) return;
    await visit.page.getByRole('button', { name: 'Semaine suivante' }).click();
  }
  throw new Error('There is nothing to book in the weeks to come.');
};

const rowOf = (visit: Visit): Locator =>
  visit.page.locator('.week-row', { has: visit.page.locator('.cover-action .button.primary') }).first();

const named = async (row: Locator): Promise<string> =>
  (await row.locator('[data-row]').getAttribute('aria-controls')) ?? '';

const stays = (visit: Visit, controls: string): Locator =>
  visit.page.locator('.week-row', { has: visit.page.locator(`[aria-controls="${controls}"]`) });

const asAdvisor = async (
  browser: Parameters<Tour['run']>[0],
  url: string,
  work: (visit: Visit) => Promise<void>,
) => {
  const visit = await openVisit(browser, url);
  try {
    await signIn(visit, advisor.sub);
    await findBookable(visit);
    await work(visit);
  } finally {
    await visit.close();
  }
};

const booksAndUndoes: Tour = {
  name: 'an advisor books the place that is shown by keyboard alone, and undoes it; the row and the focus stay',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const controls = await named(rowOf(visit));
      const row = stays(visit, controls);
      await row.locator('.cover-action button').focus();
      await visit.page.keyboard.press('Enter');
      await row.locator('.booked').waitFor();
      await settled(visit);
      await visit.holds('booked');
      assert.match(String(await visit.page.evaluate('document.activeElement.textContent')), /^Annuler/);
      await visit.page.keyboard.press('Enter');
      await row.getByText('Réservation annulée, la place est rendue.').waitFor();
      await row.locator('.cover-action .button.primary').waitFor();
      assert.match(String(await visit.page.evaluate('document.activeElement.textContent')), /^Réserver/);
      await visit.holds('undone');
    }),
};

const choosesAnother: Tour = {
  name: 'an advisor opens a row, sees why, and books another place',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      const heads = page.locator('[data-row]');
      for (let index = 0; index < (await heads.count()); index += 1) {
        const head = heads.nth(index);
        const row = stays(visit, (await head.getAttribute('aria-controls')) ?? '');
        if ((await row.locator('.cover-action .button.primary').count()) === 0) continue;
        await head.click();
        await settled(visit);
        const radios = row.locator('fieldset').first().locator('input[type=radio]');
        await row.locator('.child-choices').first().waitFor();
        if ((await radios.count()) < 2) continue;
        await visit.holds('opened');
        await radios.nth(1).check();
        await row.getByRole('button', { name: /^Réserver ce choix/ }).click();
        await row.locator('.booked').waitFor();
        await row.getByRole('button', { name: /^Annuler/ }).click();
        await row.getByText('Réservation annulée').waitFor();
        return visit.holds('undone');
      }
      throw new Error('No row has two places to choose from.');
    }),
};

/** As if somebody had changed the milestone since it was read. */
const asReadBefore = async (route: Route): Promise<void> => {
  const body = JSON.parse(route.request().postData() ?? '{}');
  if (body.variables?.input?.milestoneVersion === undefined) return route.continue();
  body.variables.input.milestoneVersion -= 1;
  await route.continue({ postData: JSON.stringify(body) });
};

const isRefused: Tour = {
  name: 'a milestone that changed in the meantime is refused in its row, opened and read anew; then it is booked',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      const row = stays(visit, await named(rowOf(visit)));
      await page.route('**/graphql', asReadBefore);
      await row.locator('.cover-action button').click();
      await row.getByText('Rien n’a été réservé.').waitFor();
      await row.locator('.child-choices').first().waitFor();
      await settled(visit);
      await visit.holds('refused');
      await page.unroute('**/graphql');
      await row.locator('.cover-action button').click();
      await row.locator('.booked').waitFor();
      await row.getByRole('button', { name: /^Annuler/ }).click();
      await row.getByText('Réservation annulée').first().waitFor();
    }),
};

const booksAll: Tour = {
  name: 'an advisor reads the list of all that is possible, leaves one out, books the rest, and undoes each',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('button', { name: /^Réserver l(es|a) .*possibles?…$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await visit.holds('the list');
      const boxes = dialog.getByRole('checkbox');
      const isLong = (await boxes.count()) > 1;
      if (isLong) await boxes.first().uncheck();
      await dialog.getByRole('button', { name: /^Réserver c(es|ette) / }).click();
      await page.locator('.booked').first().waitFor();
      if ((await dialog.count()) > 0)
        await dialog
          .getByRole('button', { name: 'Fermer' })
          .click({ timeout: 60_000 })
          .catch(() => undefined);
      await dialog.waitFor({ state: 'detached' });
      await settled(visit);
      await visit.holds('all booked');
      const undo = page.getByRole('button', { name: /^Annuler/ });
      for (let left = await undo.count(); left > 0; left -= 1) {
        await undo.first().click();
        await page
          .locator('.booked')
          .nth(left - 1)
          .waitFor({ state: 'detached' });
      }
      await visit.holds('all undone');
    }),
};

const NOTE = 'Joignable le mardi matin, après neuf heures.';

const sessionEnds: Tour = {
  name: 'a session ends amid a note: nothing typed is lost, and after signing in again it is written once',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page, context } = visit;
    await signIn(visit, caseworker.sub);
    await page.waitForURL(/\/families/);
    await page.goto(`${url}/families/NAN-000003`);
    await settled(visit);
    await page.getByRole('button', { name: 'Écrire une note' }).click();
    await page.getByLabel('Note', { exact: true }).fill(NOTE);
    await context.clearCookies();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByRole('dialog', { name: 'Votre session est terminée' }).waitFor();
    const popup = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Me reconnecter' }).click();
    const other = await popup;
    await other.locator(`button[value=${caseworker.sub}]`).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Note', { exact: true }).inputValue(), NOTE);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.locator('.note-text', { hasText: NOTE }).waitFor();
    assert.equal(await page.locator('.note-text', { hasText: NOTE }).count(), 1);
    await visit.close();
  },
};

const somebodyElse: Tour = {
  name: 'whoever else signs in under an open page does not see what was on it',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page, context } = visit;
    await signIn(visit, caseworker.sub);
    await page.goto(`${url}/families/NAN-000003`);
    await settled(visit);
    const other = await context.newPage();
    await other.goto(`${url}/session/sign-in?return=/signed-in&as=someone-else`);
    await other.locator(`button[value=${advisor.sub}]`).click();
    await page.waitForURL(/\/week/);
    await page.getByText(advisor.name, { exact: true }).waitFor();
    assert.equal(await page.locator('.file-head').count(), 0);
    await visit.close();
  },
};

const booksFromFile: Tour = {
  name: 'a caseworker finds care in the family file, books it, gives it back with a reason; forced colours',
  async run(browser, url) {
    const visit = await openVisit(browser, url, { forcedColors: 'active' });
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    await page.waitForURL(/\/families/);
    await page.goto(`${url}/families/NAN-000001`);
    await settled(visit);
    await page
      .getByRole('button', { name: /^Trouver une garde/ })
      .first()
      .click();
    await page.locator('.child-choices').first().waitFor();
    await visit.holds('the choices');
    const book = page.getByRole('button', { name: /^Réserver ce choix/ });
    if ((await book.count()) > 0) {
      await book.first().click();
      await page.locator('.booked').waitFor();
      await page
        .getByRole('button', { name: /^Annuler/ })
        .first()
        .click();
      await page.getByText('Réservation annulée').first().waitFor();
    }
    await visit.holds('the file');
    await visit.close();
  },
};

/** What changes something, against the real product. */
export const days: readonly Tour[] = [
  booksAndUndoes,
  choosesAnother,
  isRefused,
  booksAll,
  sessionEnds,
  somebodyElse,
  booksFromFile,
];

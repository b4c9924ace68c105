import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { advisor } = demoAccounts;

const asAdvisor = async (
  browser: Browser,
  url: string,
  work: (visit: Visit) => Promise<void>,
  options: Parameters<typeof openVisit>[2] = {},
) => {
  const visit = await openVisit(browser, url, options);
  try {
    await signIn(visit, advisor.sub);
    await visit.page.waitForURL(/\/week/);
    await work(visit);
  } finally {
    await visit.close();
  }
};

/** The first job seeker whose children lack care at the hour that is proposed, with places that could be booked. */
const chooseWhoLacksCare = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const seekers = page.getByLabel('Demandeur d’emploi', { exact: true });
  const options = await seekers.locator('option').count();
  for (let index = 1; index < options; index += 1) {
    await seekers.selectOption({ index });
    await settled(visit);
    if ((await page.getByText('Tout ce qui manque peut être réservé').count()) > 0) return;
  }
  throw new Error('Nobody lacks care that could be booked.');
};

const plansAndBooks: Tour = {
  name: 'an advisor sees the care of an hour before it is fixed, plans it, books what is missing, and undoes the booking',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Planifier', exact: true }).click();
      await settled(visit);
      await visit.holds('the form');
      await page.getByRole('button', { name: 'Compris' }).click();
      await page.getByRole('button', { name: 'Planifier', exact: true }).click();
      await page.getByText('Choisissez d’abord la personne.').waitFor();
      await chooseWhoLacksCare(visit);
      // What is left of this week, and the whole of the next: on a Sunday no more than that.
      assert.ok((await page.locator('.plan-day').count()) >= 5, 'the next week is foreseen');
      await visit.holds('the forecast');
      await page.getByLabel('Objet').fill('Entretien à la crêperie');
      await page.getByRole('button', { name: 'Planifier', exact: true }).click();
      await page.getByRole('heading', { name: 'Étape planifiée' }).waitFor();
      await page
        .getByRole('button', { name: /^Réserver/ })
        .first()
        .click();
      await page.locator('.booked').waitFor();
      await settled(visit);
      await visit.holds('planned and booked');
      await page
        .getByRole('button', { name: /^Annuler/ })
        .first()
        .click();
      await page.getByText('Réservation annulée').first().waitFor();
      await page.getByRole('button', { name: 'Planifier une autre étape' }).click();
      await page.getByLabel('Objet').fill('Entretien à la crêperie, encore');
      await page.getByRole('button', { name: 'Planifier', exact: true }).click();
      await page.getByRole('button', { name: 'Planifier quand même' }).waitFor();
      await visit.holds('two at the same time are asked about');
    }),
};

const plansSeries: Tour = {
  name: 'an advisor counts the sessions of a series before it is planned, at 390 px',
  run: (browser, url) =>
    asAdvisor(
      browser,
      url,
      async (visit) => {
        const { page } = visit;
        await page.goto(`${url}/plan`);
        await settled(visit);
        await page.getByLabel('Demandeur d’emploi', { exact: true }).selectOption({ index: 2 });
        await page.getByLabel('Étape', { exact: true }).selectOption({ label: 'Formation' });
        await page.getByLabel('Objet').fill('Français professionnel');
        await page.getByLabel('De', { exact: true }).fill('19:00');
        await page.getByLabel('À', { exact: true }).fill('20:00');
        await page.getByLabel('Revient chaque semaine').check();
        const save = page.getByRole('button', { name: /^Planifier ces 5 séances/ });
        await save.waitFor();
        await settled(visit);
        await visit.holds('a series');
        await save.click();
        const anyway = page.getByRole('button', { name: 'Planifier quand même' });
        const done = page.getByRole('heading', { name: '5 séances planifiées' });
        await anyway.or(done).waitFor();
        if (await anyway.isVisible()) await anyway.click();
        await done.waitFor();
        await visit.holds('a series planned');
      },
      { width: 390 },
    ),
};

const readsSeekers: Tour = {
  name: 'an advisor finds a job seeker, reads the file, notes a contract, and what became of a return',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Mes demandeurs' }).click();
      await settled(visit);
      await visit.holds('my job seekers');
      await page.locator('.seeker-line a[data-row]').first().click();
      await settled(visit);
      await visit.holds('the file of a job seeker');
      await page.getByRole('button', { name: 'Noter un contrat signé' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Heures d’activité par semaine').fill('80');
      await dialog.getByRole('button', { name: 'Noter un contrat signé' }).click();
      await dialog.getByRole('alert').waitFor();
      await visit.holds('a contract of too many hours');
      await page.keyboard.press('Escape');
      await page.goto(`${url}/job-seekers?show=due`);
      await settled(visit);
      await visit.holds('the follow-ups due');
      const lines = page.locator('.due-line');
      const before = await lines.count();
      assert.ok(before > 0, 'somebody is still to be asked what became of a return');
      await lines.first().getByRole('combobox').selectOption({ index: 1 });
      await lines
        .first()
        .getByRole('button', { name: /^Noter/ })
        .click();
      await lines.nth(before - 1).waitFor({ state: 'detached' });
      await visit.holds('a follow-up noted');
    }),
};

const WRITTEN = 'Entretien au port';

const asksBeforeLeaving: Tour = {
  name: 'a link, and the way back, ask before they leave what is not sent; whoever stays finds it as it was',
  run: (browser, url) =>
    asAdvisor(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Planifier', exact: true }).click();
      await settled(visit);
      await page.getByLabel('Objet').fill(WRITTEN);
      await page.getByRole('link', { name: 'Mes demandeurs' }).click();
      const dialog = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' });
      await dialog.waitFor();
      await visit.holds('the question before one leaves');
      await dialog.getByRole('button', { name: 'Rester ici' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await page.getByLabel('Objet').inputValue(), WRITTEN);
      await page.goBack();
      await dialog.waitFor();
      assert.match(page.url(), /\/plan/);
      assert.equal(await page.getByLabel('Objet').inputValue(), WRITTEN);
      await dialog.getByRole('button', { name: 'Quitter la page' }).click();
      await page.waitForURL(/\/week/);
      await settled(visit);
      await page.goForward();
      await page.waitForURL(/\/plan/);
      await settled(visit);
      assert.equal(await page.getByLabel('Objet').inputValue(), '');
    }),
};

export const advisorDays: readonly Tour[] = [plansAndBooks, plansSeries, readsSeekers, asksBeforeLeaving];

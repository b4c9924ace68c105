import assert from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { administrator, advisor, caseworker } = demoAccounts;

const inFile = async (
  browser: Browser,
  url: string,
  reference: string,
  work: (visit: Visit) => Promise<void>,
) => {
  const visit = await openVisit(browser, url);
  try {
    await signIn(visit, caseworker.sub);
    await visit.page.waitForURL(/\/families/);
    await visit.page.goto(`${url}/families/${reference}`);
    await settled(visit);
    await work(visit);
  } finally {
    await visit.close();
  }
};

const notesBenefits: Tour = {
  name: 'a caseworker notes a benefit, its next state and the resources of a year; what is no amount is asked for again; at 320 px as well',
  run: (browser, url) =>
    inFile(browser, url, 'NAN-000001', async (visit) => {
      const { page } = visit;
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: 'Ajouter une prestation' }).click();
      await dialog.getByLabel('Prestation').selectOption('AEEH');
      await dialog.getByLabel('Pour quel enfant').selectOption({ index: 1 });
      await dialog.getByLabel('Montant par mois').fill('beaucoup');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.getByRole('alert').waitFor();
      await visit.holds('what is no amount');
      await dialog.getByLabel('Montant par mois').fill('151,80');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      const row = page.locator('.benefits-table tr', { hasText: '151,80' }).first();
      await row.waitFor();
      await row.getByRole('button', { name: /^Changer l’état/ }).click();
      await dialog.getByLabel('État').selectOption('SUSPENDED');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Noter les ressources' }).click();
      await dialog.getByLabel('Ressources de l’année').fill('18 400');
      await page.setViewportSize({ width: 320, height: 900 });
      await visit.holds('the resources of a year, at 320 px');
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      await settled(visit);
      await visit.holds('a file with a benefit more');
    }),
};

const IN_A_MONTH_MS = 31 * 86_400_000;

/** What is of one day is noted, its loss looked at, and taken away. */
const takesAwayOne = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await page
    .getByRole('button', { name: /^Noter une garde par la famille/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Une fois' }).click();
  await dialog.getByLabel('Jour', { exact: true }).fill(dayOf(new Date(Date.now() + IN_A_MONTH_MS)));
  await dialog.getByLabel('De', { exact: true }).fill('06:00');
  await dialog.getByLabel('À', { exact: true }).fill('07:30');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  const noted = page.locator('.dated li', { hasText: /la famille.*06:00 – 07:30/ }).first();
  await noted.waitFor();
  await settled(visit);
  await page
    .getByRole('button', { name: /^Mettre fin à une garde/ })
    .first()
    .click();
  const which = dialog.getByLabel('Quelle garde');
  const label = await which.locator('option', { hasText: '06:00 – 07:30' }).first().textContent();
  await which.selectOption({ label: label ?? '' });
  await dialog.getByRole('button', { name: 'Voir ce que cela retire' }).click();
  await dialog.getByRole('status').waitFor();
  await visit.holds('what taking it away takes');
  await dialog.getByRole('button', { name: 'Retirer', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await noted.waitFor({ state: 'detached' });
};

const notesOwnCare: Tour = {
  name: 'a caseworker notes who else looks after a child, sees what its end would take, and ends it',
  run: (browser, url) =>
    inFile(browser, url, 'NAN-000001', async (visit) => {
      const { page } = visit;
      const dialog = page.getByRole('dialog');
      await page
        .getByRole('button', { name: /^Noter une garde par la famille/ })
        .first()
        .click();
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.getByRole('alert').waitFor();
      await visit.holds('a week without a day');
      await dialog.getByLabel('samedi', { exact: true }).check();
      await dialog.getByRole('button', { name: 'Enregistrer' }).click();
      await dialog.waitFor({ state: 'detached' });
      const noted = page.locator('.dated li', { hasText: /la famille.*sam\. 08:30 – 17:00/ }).first();
      await noted.waitFor();
      await settled(visit);
      await page
        .getByRole('button', { name: /^Mettre fin à une garde/ })
        .first()
        .click();
      await dialog.getByLabel('Quelle garde').selectOption({ label: 'la famille, sam. 08:30 – 17:00' });
      await dialog.getByRole('button', { name: 'Voir ce que cela retire' }).click();
      await dialog.getByRole('status').waitFor();
      await visit.holds('what an end takes');
      await dialog.getByRole('button', { name: 'Mettre fin', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await noted.waitFor({ state: 'detached' });
      await settled(visit);
      await visit.holds('a file without it');
      await takesAwayOne(visit);
    }),
};

const AWAY_MS = 3 * 86_400_000;

/** Puts somebody into the directory whom nobody knows yet; answers the name. */
const addColleague = async (visit: Visit): Promise<string> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  const name = `Nolwenn Le Guen-${Date.now().toString(36).replaceAll(/\d/g, 'x')}`;
  await dialog.getByLabel('Prénom et nom').fill(name);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByRole('alert').waitFor();
  await visit.holds('a sign-in is missing');
  await dialog.getByLabel('Identifiant de connexion').fill(`demo-${Date.now()}`);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  return name;
};

/** Another place of work, and somebody else until another day. */
const changesEntry = async (visit: Visit, line: Locator): Promise<void> => {
  const dialog = visit.page.getByRole('dialog');
  await line.getByRole('button', { name: /^Changer la fiche/ }).click();
  await dialog.getByLabel('Lieu de travail').fill('Maison de la petite enfance');
  await dialog.getByLabel('Nantes Sud').check();
  await visit.holds('an entry of the directory, at 320 px');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await line.getByText('Maison de la petite enfance').waitFor();
  await line.getByRole('button', { name: /^Changer l’absence/ }).click();
  assert.notEqual(await dialog.getByLabel('Qui remplace').inputValue(), '', 'who stands in is kept');
  await dialog.getByLabel('Jour du retour').fill('');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await line.getByText(/absent\(e\) depuis le/).waitFor();
};

/** Whoever has never signed in has no session to end, and that is said; those of a colleague end at once, and it is written down. */
const endsSessions = async (visit: Visit, line: Locator, whose: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await line.getByRole('button', { name: /^Terminer ses sessions/ }).click();
  await dialog.getByRole('button', { name: 'Terminer', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await visit.holds('no session to end');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sessions terminées' }).click();
  await page.getByRole('button', { name: 'Quelqu’un qui n’est pas à l’annuaire' }).click();
  await dialog.getByRole('button', { name: 'Terminer', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Identifiant de connexion').fill(caseworker.sub);
  await dialog.getByRole('button', { name: 'Terminer', exact: true }).click();
  await dialog.getByText('les trois agences l’ont confirmé').waitFor();
  await dialog.getByRole('button', { name: 'Fermer', exact: true }).click();
  await page.locator('.lines > li', { hasText: caseworker.name }).first().waitFor();
  await whose.page.getByRole('link', { name: 'Aujourd’hui' }).click();
  await whose.page.getByRole('dialog', { name: 'Votre session est terminée' }).waitFor();
  await visit.holds('the sessions that were ended');
};

/** Whoever keeps no directory reads it and changes nothing. */
const readsDirectory = async (browser: Browser, url: string): Promise<void> => {
  const other = await openVisit(browser, url);
  await signIn(other, advisor.sub);
  await other.page.goto(`${url}/colleagues?show=all`);
  await other.page.locator('.colleague').first().waitFor();
  await settled(other);
  await other.holds('the directory as an advisor reads it');
  for (const kept of ['Gérer', 'Ajouter une personne', 'Sessions terminées'])
    assert.equal(await other.page.getByText(kept).count(), 0, `${kept} is not offered`);
  await other.close();
};

const keepsDirectory: Tour = {
  name: 'an administrator adds a caseworker, notes an absence with who stands in, has families taken over and ends sessions; whoever else reads the directory changes nothing',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    await signIn(visit, administrator.sub);
    await page.getByRole('link', { name: 'Annuaire' }).click();
    await page.getByRole('button', { name: 'Ajouter une personne' }).waitFor();
    await settled(visit);
    await visit.holds('the directory as its administrator reads it');
    const dialog = page.getByRole('dialog');
    const name = await addColleague(visit);
    await page.getByPlaceholder('Nom').fill(name);
    const line = page.locator('.colleague', { hasText: name });
    await line.getByText('Gérer', { exact: false }).click();
    await line.getByRole('button', { name: /^Noter une absence/ }).click();
    await dialog.getByLabel('Jour du retour').fill(dayOf(new Date(Date.now() + AWAY_MS)));
    await dialog.getByLabel('Qui remplace').selectOption({ index: 1 });
    await visit.holds('an absence');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await line.getByText(/remplacé\(e\) par/).waitFor();
    await line.getByRole('button', { name: /^Faire reprendre/ }).click();
    await dialog.getByLabel('Qui reprend').selectOption({ index: 1 });
    await dialog.getByLabel('Raison').fill('Congé.');
    await dialog.getByRole('button', { name: 'Faire reprendre' }).click();
    await dialog.getByRole('button', { name: /^Reprendre tout de/ }).click();
    // Whoever was just added follows nobody.
    await dialog.getByText('0 famille reprise').waitFor();
    await page.setViewportSize({ width: 320, height: 900 });
    await visit.holds('nothing to take over, at 320 px');
    await dialog.getByRole('button', { name: 'Fermer', exact: true }).click();
    await changesEntry(visit, line);
    const colleague = await openVisit(browser, url);
    await signIn(colleague, caseworker.sub);
    await settled(colleague);
    await endsSessions(visit, line, colleague);
    await colleague.close();
    await visit.close();
    await readsDirectory(browser, url);
  },
};

export const caseworkerDays: readonly Tour[] = [notesBenefits, notesOwnCare, keepsDirectory];

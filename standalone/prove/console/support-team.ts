import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';
import { newSurname, registersOne } from './registration.ts';

const { administrator, caseworker } = demoAccounts;
const MOST_TRIES = 20;

/** As if somebody had changed it since it was read. */
const asReadBefore = async (route: Route): Promise<void> => {
  const body = JSON.parse(route.request().postData() ?? '{}');
  if (!/mutation (PutNoteRight|SplitOrLook)/.test(body.query)) return route.continue();
  body.variables.input.version += 1;
  await route.continue({ postData: JSON.stringify(body) });
};

const NOTE = 'Joignable le mardi matin.';

const correctsNote = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Écrire une note' }).click();
  await page.getByLabel('Note', { exact: true }).fill(NOTE);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('button', { name: `Corriger ${NOTE}` }).click();
  await dialog.getByLabel('Note', { exact: true }).fill('Joignable le jeudi matin.');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByText('Dites pourquoi').waitFor();
  await dialog.getByLabel('Pourquoi corriger').fill('Le jour était faux.');
  await page.route('**/graphql', asReadBefore);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByText(`À présent : « ${NOTE} »`).waitFor();
  await visit.holds('a note that somebody changed since');
  await page.unroute('**/graphql', asReadBefore);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(`avant : « ${NOTE} »`).waitFor();
};

const notesObjection = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Noter une opposition' }).click();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.getByText('Dites qui de la famille').waitFor();
  await dialog.getByLabel('Qui l’a dit').selectOption({ index: 1 });
  await visit.holds('an objection');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Pas pour les services de l’emploi : la garde des enfants').first().waitFor();
  await page.getByRole('button', { name: /^La famille retire son opposition/ }).click();
  await dialog.getByLabel('Qui l’a dit').selectOption({ index: 2 });
  await dialog.getByLabel('Pourquoi, comme').fill('Elle veut bien, après tout.');
  await page.setViewportSize({ width: 320, height: 900 });
  await visit.holds('an objection taken back, at 320 px');
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Une opposition que la famille a retirée').waitFor();
  // Its button is gone: whoever works by keyboard stays at the part that it stood in.
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Oppositions au partage');
};

/** Until every agency has taken what was told of the file it waits, and says who has not. */
const splitsFile = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Faire deux dossiers de celui-ci' }).click();
  await dialog.getByRole('button', { name: 'Voir les deux dossiers' }).click();
  await dialog.getByText('Dites qui part.').waitFor();
  await dialog.getByLabel(/^Malo/).check();
  await dialog.getByLabel('Numéro et rue').fill('12 rue de Strasbourg');
  await dialog.getByLabel('Code postal').fill('44000');
  await page.route('**/graphql', asReadBefore);
  await dialog.getByRole('button', { name: 'Voir les deux dossiers' }).click();
  await dialog.getByRole('alert').waitFor();
  await page.unroute('**/graphql', asReadBefore);
  const would = dialog.getByRole('heading', { name: 'Si vous séparez' });
  for (let tries = 0; tries < MOST_TRIES && (await would.count()) === 0; tries += 1) {
    await dialog.getByRole('button', { name: 'Voir les deux dossiers' }).click();
    await would.or(dialog.getByRole('alert')).waitFor();
  }
  await would.waitFor();
  await visit.holds('two files as they would be');
  await dialog.getByRole('button', { name: 'Faire deux dossiers', exact: true }).click();
  await dialog.getByRole('heading', { name: 'Deux dossiers', exact: true }).waitFor();
  await visit.holds('two files');
  await page.keyboard.press('Escape');
};

const actsForTeam: Tour = {
  name: 'a caseworker notes an objection and its end, corrects a note that changed meanwhile, splits a file, and leaves its team; at 320 px as well',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    const reference = await registersOne(visit, newSurname(), '0240000003', 'Malo');
    await page.goto(`${url}/families/${reference}`);
    await page.getByRole('button', { name: 'Faire deux dossiers de celui-ci' }).waitFor();
    await settled(visit);
    await notesObjection(visit);
    await correctsNote(visit);
    await visit.holds('a file with what was said before');
    await splitsFile(visit);
    await page.getByRole('button', { name: 'Quitter le groupe' }).click();
    await page.getByRole('dialog').getByText('Vous êtes seul(e)').waitFor();
    await visit.holds('leaving a team');
    await page.getByRole('dialog').getByRole('button', { name: 'Quitter le groupe' }).click();
    await page.getByRole('dialog', { name: 'Vous ne suivez plus cette famille.' }).waitFor();
    await page.getByRole('link', { name: 'Mes familles' }).last().click();
    await page.waitForURL(/\/families$/);
    await visit.close();
  },
};

/** As the graph answers whoever signed in more than five minutes ago. */
const asLongAgo = async (route: Route): Promise<void> => {
  if (!route.request().postData()?.includes('OpenInEmergency')) return route.continue();
  const refusal = { reason: 'SIGN_IN_AGAIN', message: 'Connectez-vous à nouveau.' };
  await route.fulfill({ json: { data: { breakGlass: { access: null, notYetTold: [], refusal } } } });
};

const URGENT = 'Enfant seul devant la structure, mère injoignable : qui peut le prendre ?';

const opensInEmergency = async (visit: Visit, surname: string): Promise<void> => {
  const { page } = visit;
  await page.getByLabel('Nom de famille').fill(surname);
  await page.getByLabel('Naissance d’un enfant').fill('2025-03-01');
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Lire ce dossier en urgence' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Pourquoi maintenant').fill('Enfant seul');
  await dialog.getByRole('button', { name: 'Ouvrir pour 15 minutes' }).click();
  await dialog.getByText('encore 19 caractères').waitFor();
  await visit.holds('what an emergency records');
  await dialog.getByLabel('Pourquoi maintenant').fill(URGENT);
  await page.route('**/graphql', asLongAgo);
  await dialog.getByRole('button', { name: 'Ouvrir pour 15 minutes' }).click();
  await dialog.getByRole('link', { name: 'Me reconnecter' }).waitFor();
  await visit.holds('who signed in long ago');
  await page.unroute('**/graphql', asLongAgo);
  assert.equal(await dialog.getByLabel('Pourquoi maintenant').inputValue(), URGENT);
  await dialog.getByRole('button', { name: 'Ouvrir pour 15 minutes' }).click();
  await dialog.getByRole('link', { name: 'Ouvrir le dossier' }).click();
};

const readsInEmergency: Tour = {
  name: 'a caseworker finds that a file exists, reads what an emergency records, opens it for reading, and ends it; at 390 px',
  async run(browser, url) {
    const surname = newSurname();
    const other = await openVisit(browser, url);
    await signIn(other, administrator.sub);
    const reference = await registersOne(other, surname, '0240000004');
    await other.close();
    const visit = await openVisit(browser, url, { width: 390 });
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    await page.waitForURL(/\/families/);
    await opensInEmergency(visit, surname);
    await page.getByText('Vous lisez ce dossier en urgence').waitFor();
    await settled(visit);
    assert.equal(await page.getByRole('button', { name: 'Écrire une note' }).count(), 0);
    await visit.holds('a file read in an emergency');
    await page.getByRole('button', { name: 'Terminer maintenant' }).click();
    await page.getByText('Lecture en urgence terminée').first().waitFor();
    assert.equal(await page.locator('.file-head').count(), 0);
    await visit.holds('a file that is closed again');
    assert.match(page.url(), new RegExp(reference));
    await page.goto(`${url}/families`);
    await page.getByText('attend l’examen de l’audit').first().waitFor();
    await settled(visit);
    await visit.holds('what one opened in an emergency');
    await visit.close();
  },
};

/** What those who follow a family do of its file, and whoever does not, in an emergency. */
export const supportTeamDays: readonly Tour[] = [actsForTeam, readsInEmergency];

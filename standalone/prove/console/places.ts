import assert from 'node:assert/strict';
import { demoAccounts, demoCentreName } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';
import { asCoordinator } from './coordinator.ts';
import { newSurname, registersOne } from './registration.ts';

const FOCUSED = 'document.activeElement.textContent';
/** Beyond what is booked, so that nothing stands in the way. */
const KEPT_IN_MS = 600 * 86_400_000;
const ABSENT_MS = 8 * 86_400_000;
const MOST_TRIES = 20;

/** At another centre the section is chosen by whoever looks, and by nobody else. */
const looksElsewhere = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await page.getByRole('button', { name: 'Changer les heures ou la section' }).click();
  await page.getByLabel('À la structure').selectOption({ index: 1 });
  await page.getByLabel('Raison').fill('La famille a déménagé.');
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
  await page.getByText('Choisissez la section.').waitFor();
  await page.getByLabel('Dans la section').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
  const centre = await page.getByLabel('À la structure').locator('option:checked').textContent();
  const would = page.locator('.placement-would').getByText(`à ${centre}`);
  // It may not suit the child: then that is said, and nothing is done.
  await would.or(page.locator('.placement-chosen [role=alert]')).first().waitFor();
  await visit.holds('other hours, elsewhere');
};

const changesPlacement: Tour = {
  name: 'a coordinator sees who would lose care before a placement is suspended, leaves it, and notes an absence; at 320 px as well',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Accueils', exact: true }).click();
      await settled(visit);
      await visit.holds('placements, before a centre is chosen');
      await page.getByLabel('Structure', { exact: true }).selectOption({ label: demoCentreName });
      await page.locator('.placement-line').first().click();
      await settled(visit);
      await visit.holds('a placement');
      await page.getByRole('button', { name: 'Suspendre', exact: true }).click();
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      await page.getByText('Dites pourquoi').waitFor();
      await page.getByLabel('Raison').fill('Séjour chez les grands-parents.');
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      await page.getByRole('heading', { name: 'Si vous le faites' }).waitFor();
      await visit.holds('what a suspension takes');
      await page.getByRole('button', { name: 'Ne rien changer' }).click();
      await looksElsewhere(visit);
      await page.getByRole('button', { name: 'Noter une absence' }).click();
      const day = dayOf(new Date(Date.now() + ABSENT_MS));
      await page.getByLabel('Premier jour d’absence').fill(day);
      await page.getByLabel('Raison').fill('Vacances.');
      await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
      await page.getByRole('heading', { name: 'Si vous le faites' }).waitFor();
      await page.setViewportSize({ width: 320, height: 900 });
      await visit.holds('what an absence takes, at 320 px');
      await page.getByRole('button', { name: 'Noter une absence' }).last().click();
      await page.getByRole('heading', { name: 'Suspensions et absences' }).waitFor();
      await page.getByText('Vacances.').first().waitFor();
      await visit.holds('an absence noted');
    }),
};

/** A place is kept for emergencies as the city voted, shown with its hours, and given up again. */
const keepsPlaces = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  const dialog = page.getByRole('dialog');
  const decide = page.locator('.places-kept').getByRole('button', { name: 'Décider…' });
  await decide.click();
  await dialog.getByRole('button', { name: 'Ajouter des heures' }).click();
  await dialog.getByLabel('De', { exact: true }).fill('10:00');
  await dialog.getByLabel('À', { exact: true }).fill('09:00');
  await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await dialog.getByText('la fin vient après le début').waitFor();
  await visit.holds('places to keep, with hours in no order');
  await dialog.getByLabel('À partir du').fill(dayOf(new Date(Date.now() + KEPT_IN_MS)));
  await dialog.getByLabel('À', { exact: true }).fill('11:00');
  await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.places-kept').getByText('1 place gardée').waitFor();
  await visit.holds('places kept from a later day on');
  await decide.click();
  await dialog.getByRole('button', { name: /^Retirer/ }).click();
  await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.places-kept').getByText('1 place gardée').waitFor({ state: 'detached' });
};

const findsPlaces: Tour = {
  name: 'a coordinator sees where there is room, opens a day, reads whom a place would serve, and looks for hours; at 320 px as well',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Places', exact: true }).click();
      await page.locator('.city-centre').first().waitFor();
      await page.locator('button.room').first().waitFor();
      await settled(visit);
      await visit.holds('the places of a week');
      await page.getByRole('combobox', { name: 'Quartier' }).selectOption({ index: 3 });
      await settled(visit);
      await page.locator('button.room:not(.closed)').first().click();
      await page.locator('.places-spans').first().waitFor();
      await page
        .getByRole('button', { name: /^chaque semaine, pour six mois/ })
        .first()
        .click();
      await settled(visit);
      const served = page.locator('.places-whom ol li');
      assert.ok(
        (await served.count()) > 0 || (await page.getByText('Aucune demande en attente').isVisible()),
        'it says whom a place would serve, or that it would serve nobody',
      );
      await visit.holds('a day of a centre');
      await keepsPlaces(visit);
      await page.getByRole('button', { name: 'Chercher', exact: true }).click();
      await page.getByText(/section(s ont| a) de la place|Aucune section/).waitFor();
      await page.setViewportSize({ width: 320, height: 900 });
      await visit.holds('free places for given hours, at 320 px');
    }),
};

/** As one of the two files; the one that is found by its reference. */
const pickFile = async ({ page }: Visit, side: string, reference: string): Promise<void> => {
  const part = page.getByRole('region', { name: side });
  await part.getByLabel('Nom ou référence').fill(reference);
  await part.getByRole('button', { name: new RegExp(`^Choisir.*${reference}$`) }).click();
  await part.getByRole('heading', { name: 'Adultes' }).waitFor();
};

const joinsDoubles: Tour = {
  name: 'a coordinator sees two files side by side and what would pass, leaves it, joins them, and gives both back; at 390 px as well',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      const surname = newSurname();
      const keep = await registersOne(visit, surname, '0240000001');
      const drop = await registersOne(visit, surname, '0240000002');
      await page.getByRole('link', { name: 'Doublons' }).click();
      await settled(visit);
      await visit.holds('two files to choose');
      await pickFile(visit, 'Le dossier qui reste', keep);
      await pickFile(visit, 'Le dossier en double', drop);
      assert.doesNotMatch(page.url(), /q=/);
      await visit.holds('two files side by side');
      await page.getByRole('button', { name: 'Voir ce qui passe' }).click();
      await page.getByRole('heading', { name: 'Si vous les réunissez' }).waitFor();
      await page.setViewportSize({ width: 390, height: 900 });
      await visit.holds('what would pass, at 390 px');
      assert.match(String(await page.evaluate(FOCUSED)), /^Si vous les réunissez/);
      await page.getByRole('button', { name: 'Ne rien réunir' }).click();
      await page.getByRole('heading', { name: 'Si vous les réunissez' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Voir ce qui passe' }).click();
      await page.getByRole('button', { name: 'Réunir les deux dossiers' }).click();
      await page.getByRole('heading', { name: new RegExp(`^Un seul dossier.*${keep}$`) }).waitFor();
      await settled(visit);
      await visit.holds('one file made of two');
      // What was written down of the double leads to the file that stays.
      await page.goto(`${url}/families/${drop}`);
      await page.locator('.file-head', { hasText: keep }).waitFor();
      assert.equal(await page.locator('.file-row.child').count(), 1, 'the child stands in it once');
      await page.goto(`${url}/doubles?undo=${drop}`);
      await settled(visit);
      await givesBack(visit, drop);
    }),
};

/** Once every agency has taken the merge it is undone: until then it says who has not. */
const givesBack = async (visit: Visit, drop: string): Promise<void> => {
  const { page } = visit;
  const part = page.getByRole('region', { name: 'Réunis par erreur ?' });
  assert.equal(await part.getByLabel('Référence du dossier').inputValue(), drop);
  await part.getByRole('button', { name: 'Voir ce qui revient' }).click();
  await part.getByText('Dites pourquoi, en quelques mots').waitFor();
  await part.getByLabel('Pourquoi ce sont deux familles').fill('Deux mères du même nom.');
  const would = part.getByRole('heading', { name: 'Si vous les rendez' });
  for (let tries = 0; tries < MOST_TRIES && (await would.count()) === 0; tries += 1) {
    await part.getByRole('button', { name: 'Voir ce qui revient' }).click();
    await would.or(part.getByRole('alert')).waitFor();
  }
  await would.waitFor();
  await visit.holds('what would come back');
  await part.getByRole('button', { name: 'Rendre les deux dossiers' }).click();
  await part.getByRole('heading', { name: 'Deux dossiers de nouveau' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: /^Un seul dossier/ }).count(), 0);
  await visit.holds('two files again');
  await part.getByRole('link', { name: `Ouvrir ${drop}` }).click();
  await page.locator('.file-head', { hasText: drop }).waitFor();
};

const decidesRules: Tour = {
  name: 'an administrator of the service point decides other weights from tomorrow on, sees what they change, and takes them back',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    const dialog = page.getByRole('dialog');
    await signIn(visit, demoAccounts['point-administrator'].sub);
    await page.getByRole('link', { name: 'Règles', exact: true }).click();
    await settled(visit);
    await visit.holds('the rules of the city');
    await page.getByRole('button', { name: 'Décider…' }).click();
    await dialog.getByLabel('Motif').fill('Vote du conseil.');
    await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await dialog.getByText('Ce sont déjà les règles décidées').waitFor();
    await dialog.getByLabel('Parent seul').fill('20');
    await dialog.getByText('Ensemble : 105 sur 100').waitFor();
    await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Minimum social').fill('20');
    await page.setViewportSize({ width: 320, height: 900 });
    await visit.holds('other weights, at 320 px');
    await dialog.getByRole('button', { name: 'Enregistrer la décision' }).click();
    await dialog.waitFor({ state: 'detached' });
    const toCome = page.getByRole('region', { name: 'Décidé pour plus tard' });
    await toCome.getByText('Parent seul : 15 → 20').waitFor();
    await settled(visit);
    await visit.holds('a decision for tomorrow, at 320 px');
    await toCome.getByRole('button', { name: 'Retirer cette décision…' }).click();
    await dialog.getByLabel('Pourquoi la retirer').fill('Le vote est reporté.');
    await dialog.getByRole('button', { name: 'Retirer la décision' }).click();
    await dialog.waitFor({ state: 'detached' });
    await toCome.waitFor({ state: 'detached' });
    await page.getByText('retirée', { exact: true }).first().waitFor();
    await visit.close();
  },
};

/** Where there is room, what changes in a placement, and two files of one family. */
export const placesDays: readonly Tour[] = [findsPlaces, decidesRules, changesPlacement, joinsDoubles];

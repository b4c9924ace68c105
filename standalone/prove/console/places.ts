import assert from 'node:assert/strict';
import { demoCentreName } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { settled, type Visit } from '../../src/testing/console/visit.ts';
import { asCoordinator } from './coordinator.ts';

const FOCUSED = 'document.activeElement.textContent';
const ABSENT_MS = 8 * 86_400_000;

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
      await page.getByRole('button', { name: 'Changer les heures' }).click();
      await visit.holds('other hours');
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
      await page.getByRole('button', { name: 'Chercher', exact: true }).click();
      await page.getByText(/section(s ont| a) de la place|Aucune section/).waitFor();
      await page.setViewportSize({ width: 320, height: 900 });
      await visit.holds('free places for given hours, at 320 px');
    }),
};

/** Of those that are found, as one of the two files. */
const pickFile = async (
  { page }: Visit,
  side: string,
  text: string,
  which: 'first' | 'last',
): Promise<void> => {
  const part = page.getByRole('region', { name: side });
  await part.getByLabel('Nom ou référence').fill(text);
  await part
    .getByRole('button', { name: /^Choisir/ })
    [which]()
    .click();
  await part.getByRole('heading', { name: 'Adultes' }).waitFor();
};

const joinsDoubles: Tour = {
  name: 'a coordinator sees two files side by side and what would pass, leaves it, and then joins them; at 390 px as well',
  run: (browser, url) =>
    asCoordinator(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Doublons' }).click();
      await settled(visit);
      await visit.holds('two files to choose');
      await pickFile(visit, 'Le dossier qui reste', 'NAN-000100', 'first');
      await pickFile(visit, 'Le dossier en double', 'mar', 'last');
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
      await page.getByRole('heading', { name: /^Un seul dossier.*NAN-000100$/ }).waitFor();
      await settled(visit);
      await visit.holds('one file made of two');
    }),
};

/** Where there is room, what changes in a placement, and two files of one family. */
export const placesDays: readonly Tour[] = [findsPlaces, changesPlacement, joinsDoubles];

import assert from 'node:assert/strict';
import { z } from 'zod';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';
import { asksGraph } from './asks-graph.ts';

const { caseworker } = demoAccounts;

const asksForCare = async (visit: Visit): Promise<void> => {
  const { page } = visit;
  await page.getByRole('link', { name: /^Demander un accueil/ }).click();
  await page.getByRole('heading', { name: /^Demander un accueil pour Ewen/ }).waitFor();
  await settled(visit);
  await page.getByLabel('Ajouter une structure').selectOption({ index: 2 });
  await page.getByLabel('Ajouter une structure').selectOption({ index: 1 });
  await page.getByRole('button', { name: /^Monter/ }).click();
  await page.getByLabel('samedi', { exact: true }).check();
  await page.getByLabel('samedi à').fill('07:00');
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await page.getByText('Indiquez les heures : la fin vient après le début.').waitFor();
  await visit.holds('a request of care');
  await page.getByLabel('samedi', { exact: true }).uncheck();
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await page.getByRole('heading', { name: 'Demande enregistrée' }).waitFor();
  await page.getByRole('link', { name: 'Ouvrir le dossier' }).last().click();
  await page.getByText('en attente d’une place').first().waitFor();
  await visit.holds('a request in the file');
};

/** Nobody is called so yet, however often a Relais is gone through. */
export const newSurname = (): string =>
  `Quéméner-${Date.now()
    .toString(26)
    .replaceAll(/\d/g, (digit) => 'lmnopqrstu'.charAt(Number(digit)))}`;

const REGISTER = `mutation RegisterFamily($input: RegisterFamilyInput!) {
  registerFamily(input: $input) { family { reference } refusal { message } }
}`;

/** A family of the scenario's own, of one adult, or of two. */
export const registersOne = async (
  { page }: Visit,
  lastName: string,
  phone: string,
  other?: string,
): Promise<string> => {
  const child = { firstName: 'Ewen', lastName, birthDate: '2025-03-01' };
  const family = {
    householdKind: 'COUPLE',
    address: { street: '3 rue Kervégan', postalCode: '44000', city: 'Nantes' },
  };
  const adults = [
    { firstName: 'Maïwenn', lastName, phone },
    ...(other ? [{ firstName: other, lastName }] : []),
  ];
  const input = { family, adults, children: [child], confirmed: true };
  const { data } = z
    .object({
      data: z.object({
        registerFamily: z.object({ family: z.object({ reference: z.string() }).nullable() }),
      }),
    })
    .parse(await asksGraph(page, REGISTER, { input }));
  const reference = data.registerFamily.family?.reference;
  assert.ok(reference, 'a family is registered');
  return reference;
};

export const registersFamily: Tour = {
  name: 'a caseworker looks for a file first, registers the family, and asks for care; at 390 px',
  async run(browser, url) {
    const visit = await openVisit(browser, url, { width: 390 });
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    const surname = newSurname();
    await page.goto(`${url}/register`);
    await settled(visit);
    await visit.holds('first the question');
    await page.getByLabel('Nom de famille').fill(surname);
    await page.getByLabel('Naissance d’un enfant').fill('2025-03-01');
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await page.getByText(`Vérifié : ${surname}`).waitFor();
    await settled(visit);
    await visit.holds('then the form');
    await page.getByRole('button', { name: 'Inscrire la famille' }).click();
    await page.getByText('Chaque adulte a un prénom et un nom.').waitFor();
    await page.getByRole('group', { name: 'Adulte 1' }).getByLabel('Prénom').fill('Maïwenn');
    await page.getByRole('group', { name: 'Enfant 1' }).getByLabel('Prénom').fill('Ewen');
    await page.getByLabel('Numéro et rue').fill('3 rue Kervégan');
    await page.getByLabel('Code postal').fill('44');
    await page.getByRole('button', { name: 'Inscrire la famille' }).click();
    await page.getByRole('alert').waitFor();
    await visit.holds('an address that is not understood');
    await page.getByLabel('Code postal').fill('44000');
    await page.getByRole('button', { name: 'Inscrire la famille' }).click();
    await page.getByRole('heading', { name: 'Famille inscrite' }).waitFor();
    await visit.holds('registered');
    await page.getByRole('link', { name: 'Ouvrir le dossier' }).click();
    await page.getByText('Ewen').first().waitFor();
    await settled(visit);
    await visit.holds('its file');
    await asksForCare(visit);
    await visit.close();
  },
};

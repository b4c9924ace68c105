import assert from 'node:assert/strict';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const { auditor, caseworker, coordinator } = demoAccounts;

/** Asked once a run: the same twice is a question. */
const asked = `Une garde le mardi matin est-elle possible ? ${Date.now()}`;

const entrusts = async ({ page, ...visit }: Visit, url: string): Promise<void> => {
  await page.goto(`${url}/families/NAN-000001`);
  await page.getByRole('button', { name: 'Orienter vers quelqu’un' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  await dialog.getByRole('alert').waitFor();
  await visit.holds('what is asked is missing');
  await dialog.getByLabel('Quelqu’un en particulier').fill('Tremelo');
  await dialog
    .getByRole('button', { name: /^Choisir/ })
    .first()
    .click();
  await dialog.getByText(`À ${coordinator.name}`).waitFor();
  await dialog.getByLabel('Ce que vous demandez').fill(asked);
  await visit.holds('somebody is asked');
  await dialog.getByRole('button', { name: 'Envoyer' }).click();
  const anyway = dialog.getByRole('button', { name: 'Envoyer quand même' });
  const sent = page.getByText(`Confié à ${coordinator.name}`).first();
  await anyway.or(sent).waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await dialog.waitFor({ state: 'detached' });
  await sent.waitFor();
};

const refers: Tour = {
  name: 'a caseworker refers a family to a coordinator, who accepts and follows it from then on; a task is noted',
  async run(browser, url) {
    const sender = await openVisit(browser, url);
    await signIn(sender, caseworker.sub);
    await sender.page.waitForURL(/\/families/);
    await entrusts(sender, url);
    await sender.page.getByRole('button', { name: 'Ajouter une tâche' }).click();
    const dialog = sender.page.getByRole('dialog');
    await dialog.getByLabel('Ce qui est à faire').fill('Rappeler la famille après la réponse.');
    await dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await dialog.waitFor({ state: 'detached' });
    await sender.page.getByText('Rappeler la famille après la réponse.').first().waitFor();
    await sender.holds('a file with a referral and a task');
    const receiver = await openVisit(browser, url, { width: 390 });
    const { page } = receiver;
    await signIn(receiver, coordinator.sub);
    await page.goto(`${url}/inbox`);
    await settled(receiver);
    await receiver.holds('what is entrusted');
    const line = page.locator('.lines > li', { hasText: asked });
    await line.getByRole('button', { name: /^Décliner/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Décliner' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await receiver.holds('a reason is missing');
    await page.keyboard.press('Escape');
    await line.getByRole('button', { name: /^Je regarde/ }).click();
    await line.getByText('vue', { exact: true }).waitFor();
    await line.getByRole('button', { name: /^Accepter/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Accepter', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await line.getByText('acceptée').waitFor();
    assert.equal(await line.getByRole('button', { name: /^Accepter/ }).count(), 0);
    await line.locator('a.strong').click();
    await page
      .locator('section', { has: page.locator('#team') })
      .getByText(coordinator.name)
      .waitFor();
    await Promise.all([sender.close(), receiver.close()]);
  },
};

const readsSeals: Tour = {
  name: 'an auditor reads how far each log is sealed, and that what the others keep agrees',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    await signIn(visit, auditor.sub);
    await page.waitForURL(/\/audit/);
    for (const shown of ['Recherches', 'Sessions terminées']) {
      await page.getByRole('button', { name: shown, exact: true }).click();
      await settled(visit);
      await visit.holds(shown);
    }
    await page.getByRole('button', { name: 'Sceaux', exact: true }).click();
    await page.getByRole('heading', { name: 'Journal : petite enfance' }).waitFor();
    assert.equal(await page.locator('.audit-part .wrong').count(), 0, 'no log was written anew');
    const said = page.locator('.audit-part li', { hasText: /s’accorde|n’a encore reçu aucune empreinte/ });
    assert.equal(await said.count(), 6, 'two others were asked of each of the three');
    await visit.holds('how the logs are sealed');
    await visit.close();
  },
};

const READ_ON = /à jour à \d\d:\d\d, \d+/;

const prints: Tour = {
  name: 'a family file on paper has no control and no navigation, and says of whom it is and when it was read',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    await page.waitForURL(/\/families/);
    await page.goto(`${url}/families/NAN-000001`);
    await settled(visit);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['nav', '.account', 'main button', 'main input', 'main select'])
      assert.equal(await page.locator(gone).filter({ visible: true }).count(), 0, `${gone} is not printed`);
    const readOn = page.locator('.file-head .only-print');
    assert.ok(await readOn.isVisible(), 'it says on which day it was read');
    assert.match(String(await page.locator('.file-head').textContent()), READ_ON);
    await page.getByText(`Imprimé par ${caseworker.name}`).waitFor();
    await visit.close();
  },
};

/** What colleagues ask of each other, what an auditor sees of the logs, and what goes onto paper. */
export const inboxDays: readonly Tour[] = [refers, readsSeals, prints];

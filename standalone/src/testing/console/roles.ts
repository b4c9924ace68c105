import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { demoAccounts } from '../../demo-accounts.ts';
import { openVisit, settled, signIn, type Visit } from './visit.ts';

const { caseworker, advisor, coordinator, auditor } = demoAccounts;

/** Markup that would say so if it ever became more than text. */
const CANARY = '<img src=x onerror="relaisViolations.push(1)"><b>note</b>';

const TOKEN = /eyJ[\w-]{20}/;

/** Everything that a script on the page could find. */
const WITHIN_REACH = `JSON.stringify([document.documentElement.outerHTML, document.cookie, {...localStorage}, {...sessionStorage}])`;

export type Tour = {
  readonly name: string;
  readonly run: (browser: Browser, url: string) => Promise<void>;
};

const withVisit = async (
  browser: Browser,
  url: string,
  work: (visit: Visit) => Promise<void>,
  options: Parameters<typeof openVisit>[2] = {},
): Promise<void> => {
  const visit = await openVisit(browser, url, options);
  try {
    await work(visit);
  } finally {
    await visit.close();
  }
};

const advisorWeek: Tour = {
  name: 'an advisor finds the week, and the page holds no token',
  run: (browser, url) =>
    withVisit(browser, url, async (visit) => {
      const { page } = visit;
      await visit.holds('the front page');
      await signIn(visit, advisor.sub);
      await page.waitForURL(/\/week/);
      await page.getByRole('button', { name: /^Toutes/ }).click();
      await settled(visit);
      await visit.holds('the week');
      assert.doesNotMatch(String(await page.evaluate(WITHIN_REACH)), TOKEN);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Raccourcis au clavier' }).waitFor();
      await visit.holds('the keys');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }),
};

const caseworkerFile: Tour = {
  name: 'a caseworker finds a family, reads its file and writes a note; markup in it stays text',
  run: (browser, url) =>
    withVisit(browser, url, async (visit) => {
      const { page } = visit;
      await signIn(visit, caseworker.sub);
      await page.waitForURL(/\/families/);
      await settled(visit);
      await visit.holds('my families');
      await page.keyboard.press('/');
      await page.keyboard.type('NAN-000004');
      await page.getByRole('link', { name: 'NAN-000004' }).waitFor();
      assert.doesNotMatch(page.url(), /NAN/, 'who is looked for stays out of the address');
      await page.getByRole('link', { name: 'NAN-000004' }).click();
      await page.waitForURL(/\/families\/NAN-000004/);
      await settled(visit);
      await page.getByRole('button', { name: 'Écrire une note' }).click();
      await page.getByLabel('Note', { exact: true }).fill(CANARY);
      await page.getByRole('button', { name: 'Enregistrer' }).click();
      await page.locator('.note-text', { hasText: CANARY }).first().waitFor();
      await visit.holds('the file');
    }),
};

const inEnglishOnAPhone: Tour = {
  name: 'it is whole in English, at 320 px: the day of a coordinator, and the file as one reads it',
  run: (browser, url) =>
    withVisit(
      browser,
      url,
      async (visit) => {
        const { page } = visit;
        await signIn(visit, coordinator.sub);
        await page.waitForURL(/\/today/);
        await page.getByText(/matters? waits? for you|Nothing waits for you/).waitFor();
        await visit.holds('the day of a coordinator');
        await page.goto(`${url}/families/NAN-000001`);
        await settled(visit);
        await page.getByText('Not shared with you').first().waitFor();
        await visit.holds('the file as a coordinator reads it');
        await page.goto(`${url}/nowhere`);
        await page.getByText('There is no such page.').waitFor();
        await visit.holds('no such page');
      },
      { width: 320, locale: 'en-GB' },
    ),
};

const auditorPage: Tour = {
  name: 'an auditor reads who opened a file in an emergency, and who asked for what',
  run: (browser, url) =>
    withVisit(browser, url, async (visit) => {
      await signIn(visit, auditor.sub);
      const { page } = visit;
      await page.waitForURL(/\/audit/);
      await settled(visit);
      await visit.holds('what was opened in an emergency');
      await page.getByRole('button', { name: 'Accès', exact: true }).click();
      await page.getByLabel('Référence du dossier').fill('NAN-000001');
      await page.getByRole('button', { name: 'Chercher' }).click();
      await page.locator('.audit-access').first().waitFor();
      await settled(visit);
      await visit.holds('who asked for what');
      await page.getByRole('link', { name: 'Accueil' }).click();
      await page.getByRole('link', { name: 'Ouvrir les requêtes' }).waitFor();
      await visit.holds('what else there is');
    }),
};

/** Whatever the demo city holds today, these hold; the first are short enough for every run of the tests. */
export const shortTours: readonly Tour[] = [advisorWeek, caseworkerFile, inEnglishOnAPhone];
export const tours: readonly Tour[] = [...shortTours, auditorPage];

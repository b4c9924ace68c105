import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Route } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn, type Visit } from '../../src/testing/console/visit.ts';

const staff = demoAccounts['centre-staff'];

const atTheDoor = async (browser: Browser, url: string, work: (visit: Visit) => Promise<void>) => {
  const visit = await openVisit(browser, url, { width: 820 });
  try {
    await signIn(visit, staff.sub);
    await visit.page.waitForURL(/\/day/);
    await settled(visit);
    await work(visit);
  } finally {
    await visit.close();
  }
};

/** So long a message between two tabs takes at most. */
const SOON_MS = 500;

/** Nothing that is touched goes out before it is let go. */
const heldBack = () => {
  const held: Route[] = [];
  return {
    hold: async (route: Route) => {
      if (!route.request().postData()?.includes('NoteAtTheDoor')) return route.continue();
      held.push(route);
    },
    letGo: () => Promise.all(held.splice(0).map((route) => route.continue())),
  };
};

const notesTheDay: Tour = {
  name: 'at the door of a centre: a touch is kept while the network hangs, then sent, and a mistake is put right',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page } = visit;
      await visit.holds('the day of a centre');
      const arrived = page.getByRole('button', { name: /^Arrivé/ });
      // On a day without children the page says so; on any other somebody is still to come, or there is nothing to prove.
      if ((await page.locator('.door-line').count()) === 0) {
        await page
          .getByText(/Fermé ce jour|Aucun enfant/)
          .first()
          .waitFor();
        return;
      }
      assert.ok((await arrived.count()) > 0, 'a child is still to come');
      const id = await page.locator('.door-line', { has: arrived }).first().getAttribute('id');
      const line = page.locator(`[id="${id}"]`);
      const network = heldBack();
      await page.route('**/graphql', network.hold);
      await line.getByRole('button', { name: /^Arrivé/ }).click();
      await line.getByText('pas encore envoyé').waitFor();
      await visit.holds('a touch that waits for the network');
      await network.letGo();
      await page.unroute('**/graphql');
      await line.getByText('pas encore envoyé').waitFor({ state: 'detached' });
      await line.getByText('présent').waitFor();
      await line.getByRole('button', { name: /^C’est une erreur/ }).click();
      await line.locator('.door-presence.absent').waitFor();
      await visit.holds('a mistake put right');
    }),
};

const locksItself: Tour = {
  name: 'a tablet that nobody touches locks itself, shows no child, and opens for who signs in again',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page, context } = visit;
      await page.clock.install();
      await page.reload();
      await settled(visit);
      await page.locator('.door-line').first().waitFor();
      await page.clock.fastForward('05:01');
      await page.getByRole('dialog', { name: 'Écran verrouillé' }).waitFor();
      assert.equal(await page.locator('.door-line').first().isVisible(), false);
      const popup = context.waitForEvent('page');
      await page.getByRole('link', { name: 'Me reconnecter' }).click();
      const other = await popup;
      await other.locator(`button[value=${staff.sub}]`).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.door-line').first().waitFor();
    }),
};

const countsEveryTab: Tour = {
  name: 'a touch in another tab keeps the screen open, and without one it is locked',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page, context } = visit;
      await page.clock.install();
      await page.reload();
      await settled(visit);
      const other = await context.newPage();
      await other.goto(`${url}/day`);
      await other.locator('.door-line').first().waitFor();
      await page.clock.fastForward('04:00');
      await other.keyboard.press('Shift');
      await wait(SOON_MS);
      await page.clock.fastForward('04:00');
      assert.equal(await page.getByRole('dialog').count(), 0);
      await page.clock.fastForward('01:30');
      await page.getByRole('dialog', { name: 'Écran verrouillé' }).waitFor();
    }),
};

const IS_OVER = `fetch('/session', { headers: { accept: 'application/json' } })
  .then((response) => response.json()).then(({ signedIn }) => signedIn === false)`;
const TRIES = 20;

const endsOnceThereIsNetwork: Tour = {
  name: 'a tablet that locked itself without a network ends its session at the gateway as soon as there is one',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page, context } = visit;
      await page.clock.install();
      await page.reload();
      await settled(visit);
      await context.setOffline(true);
      await page.clock.fastForward('05:01');
      await page.getByRole('dialog', { name: 'Écran verrouillé' }).waitFor();
      await context.setOffline(false);
      for (let left = TRIES; left > 0; left -= 1) {
        if ((await page.evaluate(IS_OVER)) === true) return;
        await wait(SOON_MS);
      }
      assert.fail('the gateway was never told');
    }),
};

export const centreDays: readonly Tour[] = [notesTheDay, locksItself, countsEveryTab, endsOnceThereIsNetwork];

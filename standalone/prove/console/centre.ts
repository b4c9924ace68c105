import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Locator, Route } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import { dayOf } from '../../src/testing/console/days.ts';
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

/** Within the three months that are shown; whatever weekday it is. */
const CLOSED_IN_MS = 80 * 86_400_000;

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

/** The touch, and not what puts an absence right. */
const ARRIVED = /^Arrivé(?! à l’instant)/;

/** An arrival after the hours that were booked is refused: the id of a line that somebody can still come to. */
const stillToCome = async (lines: Locator): Promise<string | undefined> => {
  const clock = new Intl.DateTimeFormat('fr', {
    timeZone: 'Europe/Paris',
    hour: '2-digit',
    minute: '2-digit',
  });
  const [now, untils] = [
    clock.format(new Date()),
    await lines.locator('.door-time .muted').allTextContents(),
  ];
  const index = untils.findIndex((until) => (/\d\d:\d\d/.exec(until)?.[0] ?? '') > now);
  return (index >= 0 && (await lines.nth(index).getAttribute('id'))) || undefined;
};

const AWAY = `Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true })`;
const BACK = `delete navigator.onLine, dispatchEvent(new Event('online'))`;

/** Without a network nothing was sent: the touch is taken back, and nothing of it is noted once there is one. */
const takesBack = async (visit: Visit, line: Locator): Promise<void> => {
  const { page } = visit;
  await page.evaluate(AWAY);
  await line.getByRole('button', { name: /^Parti/ }).click();
  await line.locator('.door-presence.left').waitFor();
  await visit.holds('a touch that can be taken back');
  await line.getByRole('button', { name: /^Annuler ce geste/ }).click();
  await line.locator('.door-presence.here').waitFor();
  await page.evaluate(BACK);
  await page.reload();
  await line.locator('.door-presence.here').waitFor();
};

/** Noted as absent, it comes after all; noted as gone, it is there still; and a time is put right, with the reason. */
const putsRight = async (visit: Visit, line: Locator): Promise<void> => {
  const { page, holds } = visit;
  await line.getByRole('button', { name: /^Arrivé à l’instant/ }).click();
  await line.locator('.door-presence.here').waitFor();
  await takesBack(visit, line);
  await line.getByRole('button', { name: /^Parti/ }).click();
  await line.getByRole('button', { name: /^Encore là/ }).click();
  await line.locator('.door-presence.here').waitFor();
  await line.getByRole('button', { name: /^Corriger…/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await dialog.getByRole('alert').waitFor();
  await holds('times to put right, without a reason');
  await dialog.getByRole('button', { name: 'Pas venu' }).click();
  await dialog.getByLabel('Pourquoi c’est corrigé').fill('Un autre enfant est venu.');
  await dialog.getByRole('button', { name: 'Enregistrer la correction' }).click();
  await dialog.waitFor({ state: 'detached' });
  await line.locator('.door-presence.absent').waitFor();
  await page.getByRole('button', { name: 'Par départ' }).click();
  assert.equal(
    await line.locator('.door-presence.absent').count(),
    1,
    'whoever is absent stays within reach',
  );
  await page.getByText('Places libres au fil de la journée').click();
  await holds('the day by departure, with its free places');
};

const closesItself: Tour = {
  name: 'a centre sees what a closure of its own takes, closes, and opens again; it sees no other',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page } = visit;
      await page.getByRole('link', { name: 'Fermetures' }).click();
      await settled(visit);
      const choice = page.getByLabel('Structure', { exact: true });
      assert.equal(await choice.locator('option:not([value=""])').count(), 1, 'its own alone');
      const day = dayOf(new Date(Date.now() + CLOSED_IN_MS));
      await page.getByLabel('Au', { exact: true }).fill(day);
      await page.getByLabel('Du', { exact: true }).fill(day);
      await page.getByLabel(/^Raison/).fill('Journée pédagogique');
      await page.getByRole('button', { name: 'Voir ce que cela retire' }).click();
      await page.getByText('La coordination voit quelles étapes').waitFor();
      await visit.holds('what a closure of its own takes');
      await page
        .getByRole('button', { name: /^Fermer/ })
        .last()
        .click();
      const closed = page.locator('.closure', { hasText: 'Journée pédagogique' }).first();
      await closed.waitFor();
      assert.equal(await closed.getByRole('button', { name: /^Replacer/ }).count(), 0);
      await closed.getByRole('button', { name: /^Rouvrir/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rouvrir', exact: true }).click();
      await closed.waitFor({ state: 'detached' });
      await visit.holds('no closure of its own any more');
    }),
};

const notesTheDay: Tour = {
  name: 'at the door of a centre: a touch is kept while the network hangs, then sent, and a mistake is put right',
  run: (browser, url) =>
    atTheDoor(browser, url, async (visit) => {
      const { page } = visit;
      await visit.holds('the day of a centre');
      const arrived = page.getByRole('button', { name: ARRIVED });
      // On a day without children the page says so; late on another nobody is to come any more: there is nothing to prove.
      if ((await page.locator('.door-line').count()) === 0) {
        await page
          .getByText(/Fermé ce jour|Aucun enfant/)
          .first()
          .waitFor();
        return;
      }
      const id = await stillToCome(page.locator('.door-line', { has: arrived }));
      if (!id) return;
      const line = page.locator(`[id="${id}"]`);
      const network = heldBack();
      await page.route('**/graphql', network.hold);
      await line.getByRole('button', { name: ARRIVED }).click();
      await line.getByText('pas encore envoyé').waitFor();
      await visit.holds('a touch that waits for the network');
      assert.equal(await line.getByRole('button', { name: /^Annuler/ }).count(), 0, 'it is on its way');
      await network.letGo();
      await page.unroute('**/graphql');
      await line.getByText('pas encore envoyé').waitFor({ state: 'detached' });
      await line.getByText('présent').waitFor();
      await line.getByRole('button', { name: /^C’est une erreur/ }).click();
      await line.locator('.door-presence.absent').waitFor();
      await visit.holds('a mistake put right');
      await putsRight(visit, line);
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

export const centreDays: readonly Tour[] = [
  notesTheDay,
  closesItself,
  locksItself,
  countsEveryTab,
  endsOnceThereIsNetwork,
];

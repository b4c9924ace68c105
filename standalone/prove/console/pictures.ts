import path from 'node:path';
import type { Browser } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import { openVisit, settled, signIn } from '../../src/testing/console/visit.ts';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url).pathname;
const WIDTHS = [1440, 820, 390];
const { advisor, caseworker, coordinator } = demoAccounts;

/** What opens its first row says what comes of it. */
type Picture = { readonly name: string; readonly sub: string; readonly at: string; readonly opens?: string };

const pictures: readonly Picture[] = [
  { name: 'week', sub: advisor.sub, at: '/week' },
  { name: 'week-open', sub: advisor.sub, at: '/week', opens: '.child-choices' },
  { name: 'families', sub: caseworker.sub, at: '/families' },
  { name: 'file', sub: caseworker.sub, at: '/families/NAN-000001' },
  { name: 'file-coordinator', sub: coordinator.sub, at: '/families/NAN-000001' },
  { name: 'today', sub: coordinator.sub, at: '/today' },
  { name: 'waiting', sub: coordinator.sub, at: '/waiting', opens: '.waiting-chosen h3' },
  { name: 'offers', sub: coordinator.sub, at: '/offers' },
  { name: 'without-care', sub: coordinator.sub, at: '/without-care' },
];

/** One PNG for each page and width; the files that were written. */
export const takePictures = async (browser: Browser, url: string): Promise<readonly string[]> => {
  const taken: string[] = [];
  for (const { name, sub, at, opens } of pictures) {
    const visit = await openVisit(browser, url);
    await signIn(visit, sub);
    const greeting = visit.page.getByRole('button', { name: 'Compris' });
    if (await greeting.isVisible()) await greeting.click();
    await visit.page.goto(url + at);
    await settled(visit);
    if (opens) {
      await visit.page.locator('[data-row]').first().click();
      await visit.page.locator(opens).first().waitFor();
    }
    for (const width of WIDTHS) {
      await visit.page.setViewportSize({ width, height: 900 });
      const file = `${name}-${width}.png`;
      await visit.page.screenshot({ path: path.join(FOLDER, file), fullPage: true });
      taken.push(file);
    }
    await visit.close();
  }
  return taken;
};

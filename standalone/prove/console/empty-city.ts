import assert from 'node:assert/strict';
import type { Route } from 'playwright-core';
import { demoAccounts } from '../../src/demo-accounts.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn } from '../../src/testing/console/visit.ts';

/** As the graph answers where a city has only begun: no district, no centre, no family, nothing that waits. */
const emptyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (name === 'totalCount') return [name, 0];
      return [name, name === 'hasNextPage' ? false : emptyOf(each)];
    }),
  );
};

const emptied = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  const { data } = await response.json();
  await route.fulfill({ response, json: { data: emptyOf(data) } });
};

const { advisor, auditor, caseworker, coordinator } = demoAccounts;

/** What each role finds where there is nothing yet: what brings something here. */
const next: readonly (readonly [sub: string, page: string, said: RegExp])[] = [
  [caseworker.sub, '/families', /vérifiez qu’elle n’a pas de dossier/],
  [caseworker.sub, '/today', /se cherche ou s’inscrit/],
  [caseworker.sub, '/inbox', /depuis le dossier d’une famille/],
  [advisor.sub, '/week', /Planifiez-en une/],
  [advisor.sub, '/job-seekers', /Prenez un dossier/],
  [advisor.sub, '/job-seekers?show=desk', /Aucun dossier n’attend/],
  [advisor.sub, '/job-seekers?show=due', /Aucun suivi à faire/],
  [advisor.sub, '/today', /Un dossier se prend/],
  [coordinator.sub, '/today', /Une famille s’inscrit/],
  [coordinator.sub, '/waiting', /s’enregistre depuis le dossier/],
  [coordinator.sub, '/offers', /depuis la liste d’attente/],
  [coordinator.sub, '/places', /liste de la ville/],
  [coordinator.sub, '/placements', /liste de la ville/],
  [coordinator.sub, '/closures', /liste de la ville/],
  [coordinator.sub, '/incomplete', /est complète/],
  [coordinator.sub, '/without-care', /a sa garde/],
  [auditor.sub, '/audit?show=seals', /Aucun sceau encore/],
];

export const emptyCity: Tour = {
  name: 'in a city that has only begun each page says what to do next, to each role; at 390 px',
  async run(browser, url) {
    for (const sub of new Set(next.map(([who]) => who))) {
      const visit = await openVisit(browser, url, { width: 390 });
      const { page } = visit;
      await signIn(visit, sub);
      await page.route('**/graphql', emptied);
      for (const [, path, said] of next.filter(([who]) => who === sub)) {
        await page.goto(url + path);
        await settled(visit);
        assert.match(String(await page.locator('main').textContent()), said, `${sub} at ${path}`);
        await visit.holds(`${path} with nothing in it`);
      }
      await visit.close();
    }
  },
};

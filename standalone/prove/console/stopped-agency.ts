import { withClient } from '@relais/platform/database/with-client.ts';
import { demoAccounts } from '../../src/demo-accounts.ts';
import { portOf } from '../../src/postgres/cluster-lock.ts';
import { superuserUrl } from '../../src/postgres/postgres-cluster.ts';
import type { Tour } from '../../src/testing/console/roles.ts';
import { openVisit, settled, signIn } from '../../src/testing/console/visit.ts';

const { caseworker } = demoAccounts;

/** The database of an agency lets nobody in, and who was in is put out; or lets them in again. */
const letIn = async (dataDir: string, database: string, isOpen: boolean): Promise<void> => {
  const url = await superuserUrl(dataDir, portOf(dataDir) ?? 0);
  await withClient(url, async (client) => {
    await client.query(`alter database ${database} with allow_connections ${isOpen}`);
    if (!isOpen)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        database,
      ]);
  });
};

const BACK_MS = 60_000;

/** Only where the product was started by the proof: its databases are at hand. */
export const stoppedAgency = (dataDir: string): Tour => ({
  name: 'an agency stops: its part of the file says so and nothing else does; it comes back, and is read again',
  async run(browser, url) {
    const visit = await openVisit(browser, url);
    const { page } = visit;
    await signIn(visit, caseworker.sub);
    await page.goto(`${url}/families/NAN-000001`);
    await settled(visit);
    await letIn(dataDir, 'social_protection', false);
    try {
      await page.reload();
      await settled(visit);
      await page.locator('#benefits').waitFor();
      await page.getByText('Momentanément indisponible').first().waitFor();
      await page.getByText('La protection sociale ne répond pas').first().waitFor();
      await page.locator('.file-main .chip').first().waitFor();
      await visit.holds('the file without one agency');
    } finally {
      await letIn(dataDir, 'social_protection', true);
    }
    const again = page.getByRole('button', { name: 'Réessayer' }).first();
    const until = Date.now() + BACK_MS;
    while ((await again.isVisible()) && Date.now() < until) {
      await again.click();
      await settled(visit);
    }
    await page.getByText('Momentanément indisponible').first().waitFor({ state: 'detached' });
    await visit.holds('the file, whole again');
    await visit.close();
  },
});

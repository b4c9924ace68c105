/**
 * `npm run prove:cost`: what a family file costs with a promise and without it, in turns in one process, so that whatever
 * else the machine does meets both. `-- walls` asks one of them only.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { print } from '@relais/platform/terminal.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type pg from 'pg';
import { type AgencyName, agencyNames, type ByAgency } from '../../subgraphs/agencies.ts';
import { type DemoAccount, demoAccounts } from '../src/demo-accounts.ts';
import { openDevIssuer } from '../src/dev-issuer.ts';
import { runningDatabases, withAgencies } from '../src/embedded-databases.ts';
import { familyFileVariables, operationText } from '../src/operations.ts';
import { inTestFolder } from '../src/testing/test-folder.ts';
import { followEveryFamily } from './agencies/follow-every-family.ts';
import { databaseProcessor } from './database-processor.ts';
import { type MeasuredCity, startMeasuredCity } from './questions/measured-city.ts';

const FAMILIES = 100;
const MOST_TRIES = 10;
/** So that nobody asks more in a minute than one may. */
const PEOPLE = 20;
const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '20' }, 'in-a-row': { type: 'string', default: '20' } },
  allowPositionals: true,
});
/** Files of one side in a row: changing sides has a cost of its own, which is not asked. */
const inARow = Number(values['in-a-row']);

type Stand = { readonly city: MeasuredCity; readonly owners: ByAgency<pg.Client> };

type Figures = {
  readonly p50: number;
  readonly p95: number;
  /** Of node and of PostgreSQL, for one file. */
  readonly processor: number;
  readonly node: number;
  readonly database: number;
};

type Promised = {
  readonly name: string;
  readonly figure: 'p95' | 'processor';
  /** Of the figure, with the promise ÷ without it. */
  readonly most: number;
  /** Who asks. */
  readonly asks: (isKept: boolean) => DemoAccount;
  readonly keep: (stand: Stand, isKept: boolean) => Promise<unknown>;
};

const WALLED = 'select relname as name from pg_class where relforcerowsecurity order by relname';
const walledTables: Partial<Record<AgencyName, string[]>> = {};

const raise = async (owners: ByAgency<pg.Client>, agency: AgencyName, isKept: boolean): Promise<void> => {
  const found = await owners[agency].query<{ name: string }>(WALLED);
  walledTables[agency] ??= found.rows.map(({ name }) => name);
  for (const table of walledTables[agency]) {
    const how = isKept ? ['force', 'enable'] : ['no force', 'disable'];
    for (const word of how) await owners[agency].query(`alter table ${table} ${word} row level security`);
  }
};

const theCaseworker = (): DemoAccount => demoAccounts.caseworker;
const nothing = async (): Promise<void> => undefined;

const promises: readonly Promised[] = [
  {
    name: 'access-log',
    figure: 'p95',
    most: 1.2,
    asks: theCaseworker,
    keep: ({ city }, isKept) => city.logs(isKept),
  },
  {
    name: 'walls',
    figure: 'processor',
    most: 1.05,
    asks: theCaseworker,
    async keep({ owners }, isKept) {
      for (const agency of agencyNames) await raise(owners, agency, isKept);
    },
  },
  {
    // Whoever sees a family whole pays for what decides it.
    name: 'caseworker',
    figure: 'processor',
    most: 1.05,
    asks: theCaseworker,
    keep: ({ city }, isKept) => city.sees(isKept),
  },
  {
    name: 'fast-way',
    figure: 'processor',
    most: 0.95,
    asks: theCaseworker,
    keep: ({ city }, isKept) => city.goesFast(isKept),
  },
  {
    // Who sees less of a file is not to cost more than who sees it whole.
    name: 'coordinator',
    figure: 'processor',
    most: 1,
    asks: (isKept) => (isKept ? demoAccounts.coordinator : demoAccounts.caseworker),
    keep: nothing,
  },
];

const quantile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)] ?? 0;

const subs = Array.from({ length: PEOPLE }, (_, index) => `desk-${index}`);

const tokensOf = async (dataDir: string, account: DemoAccount): Promise<string[]> => {
  const issuer = await openDevIssuer(dataDir);
  return Promise.all(subs.map((sub) => issuer.tokenFor({ ...account, sub: `${account.role}-${sub}` })));
};

/** Opens one file after the other, each as another person. */
const opener = async (city: MeasuredCity, account: DemoAccount) => {
  const tokens = await tokensOf(city.dataDir, account);
  const file = await operationText('family-file');
  const today = dayOf(new Date());
  let asked = 0;
  const next = () => {
    asked += 1;
    const reference = `NAN-${String((asked % FAMILIES) + 1).padStart(6, '0')}`;
    return city.ask(file, tokens[asked % PEOPLE] ?? '', familyFileVariables(reference, today));
  };
  return async () => {
    // On a busy machine an agency may miss its time: half of a file measures nothing.
    for (let tried = 0; tried < MOST_TRIES; tried += 1) {
      const { codes, ms } = await next();
      if (codes.every((code) => code === 'NOT_SHARED')) return ms;
    }
    throw new Error('No whole file was answered.');
  };
};

type Side = {
  readonly isKept: boolean;
  readonly open: Awaited<ReturnType<typeof opener>>;
  readonly ms: number[];
  node: number;
  database: number;
};

const sideOf = async ({ city }: Stand, { asks }: Promised, isKept: boolean): Promise<Side> => ({
  isKept,
  open: await opener(city, asks(isKept)),
  ms: [],
  node: 0,
  database: 0,
});

const openSome = async (side: Side): Promise<void> => {
  for (let count = 0; count < inARow; count += 1) {
    side.ms.push(await side.open());
  }
};

const takeTurn = async ({ city, owners }: Stand, { keep }: Promised, side: Side): Promise<void> => {
  await keep({ city, owners }, side.isKept);
  // What the change of sides makes cold is made warm again first.
  for (let count = 0; count < inARow; count += 1) await side.open();
  side.database += await databaseProcessor(owners.employment, async () => {
    const { processorMs } = await city.taken(() => openSome(side));
    side.node += processorMs;
  });
};

const figuresOf = ({ ms, node, database }: Side): Figures => ({
  p50: quantile(ms, 0.5),
  p95: quantile(ms, 0.95),
  processor: (node + database) / ms.length,
  node: node / ms.length,
  database: database / ms.length,
});

const isKept = async (stand: Stand, promised: Promised): Promise<boolean> => {
  const sides = [await sideOf(stand, promised, true), await sideOf(stand, promised, false)] as const;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // Neither always comes first.
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) await takeTurn(stand, promised, side);
  }
  await promised.keep(stand, true);
  const [kept, not] = [figuresOf(sides[0]), figuresOf(sides[1])];
  for (const figure of ['p50', 'p95', 'processor', 'node', 'database'] as const) {
    const ratio = (kept[figure] / not[figure]).toFixed(2);
    print(`  ${figure} ${kept[figure].toFixed(1)} ms with, ${not[figure].toFixed(1)} ms without, ${ratio}`);
  }
  const { name, figure, most } = promised;
  const isGood = kept[figure] / not[figure] <= most;
  print(`${isGood ? '✔' : '✘'} ${name}: ${figure} at most ${most}`);
  return isGood;
};

const proveIn = async (folder: string): Promise<boolean> => {
  const city = await startMeasuredCity(folder);
  try {
    const { ownerUrls } = await runningDatabases(city.dataDir);
    const roles = [demoAccounts.caseworker, demoAccounts.coordinator].map(({ role }) => role);
    await followEveryFamily(
      ownerUrls,
      roles.flatMap((role) => subs.map((sub) => `${role}-${sub}`)),
    );
    return await withAgencies(ownerUrls, async (owners) => {
      let isGood = true;
      for (const promised of promises) {
        if (positionals.length > 0 && !positionals.includes(promised.name)) continue;
        isGood = (await isKept({ city, owners }, promised)) && isGood;
      }
      return isGood;
    });
  } finally {
    await city.stop();
  }
};

print(`${Number(values.rounds) * inARow} family files of each side, load ${loadavg()[0]?.toFixed(1)}`);
process.exitCode = (await inTestFolder(proveIn)) ? 0 : 1;

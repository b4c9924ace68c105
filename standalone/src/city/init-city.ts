import { importCentres } from '@relais/early-childhood/desk/centre-lists/import-centres.ts';
import { type ListedRow, MOST_ROWS } from '@relais/early-childhood/desk/centre-lists/listed-row.ts';
import { asInput } from '@relais/early-childhood/desk/centre-lists/row-as-input.ts';
import { plantDistricts, wereThereBefore } from '@relais/early-childhood/seeds/plant-city.ts';
import { type CommandAgency, withDatabaseOf } from '@relais/platform/database/for-a-command.ts';
import { hasRows } from '@relais/platform/database/rows.ts';
import { inTransaction, type Transaction } from '@relais/platform/database/transaction.ts';
import { knowFirst } from '@relais/platform/professionals/professional.queries.ts';
import { type FileProblem, UnusableCity } from './file-problem.ts';
import { agenciesOf } from './read-accounts.ts';
import { CENTRES_FILE, type City } from './read-city.ts';

const BEGUN = 'select 1 from districts union all select 1 from centres limit 1';
const SOURCE = 'city';
const ACTING = { sub: 'city init' };

/** The city's database that has districts and centres, and those that have only the directory. */
export type CityDatabases = { readonly places: CommandAgency; readonly others: readonly CommandAgency[] };

type Told = { readonly line: number; readonly row: ListedRow };

const takeCentres = async (tx: Transaction, { centres }: City, now: Date): Promise<Told[]> => {
  const told: Told[] = [];
  for (let start = 0; start < centres.length; start += MOST_ROWS) {
    const lines = centres.slice(start, start + MOST_ROWS);
    const rows = lines.map(({ row }) => asInput(row));
    const answer = await importCentres(tx, { source: SOURCE, rows, preview: false }, { user: ACTING, now });
    if ('refusal' in answer) throw new UnusableCity([{ file: CENTRES_FILE, problem: answer.refusal }]);
    for (const row of answer.rows) told.push({ line: lines[row.index]?.number ?? 0, row });
  }
  return told;
};

const problemsOf = (told: readonly Told[]): FileProblem[] =>
  told
    .filter(({ row }) => row.outcome === 'REFUSED')
    .map(({ line, row }) => ({
      file: CENTRES_FILE,
      line,
      problem: `${row.refusal?.reason}: ${row.refusal?.message({ language: 'en' }) ?? ''}`,
    }));

const knowAccounts = async (tx: Transaction, { accounts }: City): Promise<void> => {
  for (const account of accounts) await knowFirst(tx, account);
};

/** Writes the directory of the others, and ends each of their transactions after what is done within: all of it is stored, or nothing. */
const everywhere = async <Result>(
  [other, ...rest]: readonly CommandAgency[],
  city: City,
  work: () => Promise<Result>,
): Promise<Result> => {
  if (!other) return work();
  return withDatabaseOf(other, 'relais city', (db) =>
    inTransaction(db, async (tx) => {
      await knowAccounts(tx, city);
      return everywhere(rest, city, work);
    }),
  );
};

/** Puts down a city in one transaction of the service point's database. */
const found = async (tx: Transaction, city: City, now: Date): Promise<Told[]> => {
  if (await hasRows(tx, BEGUN, []))
    throw new Error(
      'This city has begun: its districts are there. Centres are changed by npm run import -- centres.',
    );
  const { districts } = city;
  await plantDistricts(
    tx,
    districts.map(({ outline: _outline, ...district }) => district),
    districts,
  );
  const told = await takeCentres(tx, city, now);
  const problems = problemsOf(told);
  if (problems.length > 0) throw new UnusableCity(problems);
  await wereThereBefore(tx);
  await knowAccounts(tx, city);
  return told;
};

const countOf = (told: readonly Told[], outcome: ListedRow['outcome']): number =>
  told.filter(({ row }) => row.outcome === outcome).length;

const incomplete = (told: readonly Told[]): string[] =>
  told.flatMap(({ line, row }) => {
    if (row.outcome === 'INCOMPLETE')
      return [`${CENTRES_FILE}, line ${line}: shown, not to be booked: ${row.missing.join(', ')} missing.`];
    return row.outcome === 'NOT_A_CENTRE' ? [`${CENTRES_FILE}, line ${line}: no centre, not taken.`] : [];
  });

/** Begins a city in empty databases, and answers what whoever runs it has to know. Of one that cannot begin nothing is stored. */
export const initCity = async (city: City, databases: CityDatabases, now: Date): Promise<string[]> => {
  const { places, others } = databases;
  const told = await everywhere(others, city, () =>
    withDatabaseOf(places, 'relais city', (db) => inTransaction(db, (tx) => found(tx, city, now))),
  );
  const administrators = city.accounts.filter(({ isAdministrator }) => isAdministrator).map(({ sub }) => sub);
  return [
    ...incomplete(told),
    `${city.districts.length} districts, ${countOf(told, 'OPENED')} centres, ${city.accounts.length} accounts.`,
    `Put this into .env: RELAIS_AGENCIES=${agenciesOf(city.accounts)}`,
    `Give these accounts the claim admin at your issuer: ${administrators.join(', ')}`,
  ];
};

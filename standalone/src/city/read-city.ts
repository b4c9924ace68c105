import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  type Line as CentreLine,
  readCentreList,
} from '@relais/early-childhood/desk/centre-lists/import-centre-list.ts';
import { type FileProblem, UnusableCity } from './file-problem.ts';
import { ACCOUNTS_FILE, type CityAccount, readAccounts } from './read-accounts.ts';
import { type CityDistrict, DISTRICTS_FILE, readDistricts } from './read-districts.ts';

export const CENTRES_FILE = 'centres.csv';

/** All that a city begins with. */
export type City = {
  readonly districts: readonly CityDistrict[];
  readonly centres: readonly CentreLine[];
  readonly accounts: readonly CityAccount[];
};

const readCentres = async (folder: string) => {
  const { lines, problems } = await readCentreList(path.join(folder, CENTRES_FILE));
  return {
    centres: lines,
    problems: problems.map(({ number, problem }) => ({ file: CENTRES_FILE, line: number, problem })),
  };
};

/** A file that is not there, or cannot be read as what it should be, is a problem like any other. */
const orProblem = async <Read>(
  folder: string,
  file: string,
  read: (folder: string) => Promise<Read>,
): Promise<Read | FileProblem> => {
  if (!existsSync(path.join(folder, file))) return { file, problem: 'is not there: the folder needs it.' };
  try {
    return await read(folder);
  } catch (error) {
    return { file, problem: error instanceof Error ? error.message : String(error) };
  }
};

/** The files of a city, read whole: every problem of every file is named at once. */
export const readCity = async (folder: string): Promise<City> => {
  const districts = await orProblem(folder, DISTRICTS_FILE, readDistricts);
  const centres = await orProblem(folder, CENTRES_FILE, readCentres);
  const accounts = await orProblem(folder, ACCOUNTS_FILE, readAccounts);
  if ('problem' in districts || 'problem' in centres || 'problem' in accounts) {
    const all: readonly (FileProblem | { readonly problems: readonly FileProblem[] })[] = [
      districts,
      centres,
      accounts,
    ];
    throw new UnusableCity(all.flatMap((each) => ('problem' in each ? [each] : each.problems)));
  }
  const problems = [...districts.problems, ...centres.problems, ...accounts.problems];
  if (problems.length > 0) throw new UnusableCity(problems);
  return { ...districts, ...centres, ...accounts };
};

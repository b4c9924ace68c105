import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { databaseOfService, withDatabaseOf } from '../database/for-a-command.ts';
import { runCommand } from '../process.ts';
import type { Subgraph } from '../subgraph.ts';
import { isInstantInCalendar } from '../time/calendar.ts';
import { describeLag } from './describe-lag.ts';
import { knownContract } from './event-contract.ts';
import { type EventKeyPair, newEventKey } from './event-keys.ts';
import { dealWithLetters, describeLetters, discarding, replaying as replayLetter } from './letters.ts';
import { leapAhead, rebuild } from './rebuild.ts';
import { type ReplaySelection, replay } from './replay.ts';

/** An agency as the command sees it: what it publishes, and where its database is. */
export type EventAgency = {
  readonly subgraph: Pick<Subgraph, 'name' | 'entities' | 'events' | 'rebuild' | 'receives'>;
  readonly databaseUrl: string;
};

const USAGE = `Usage, after \`npm run events --\`:
  lag                                   what each agency still owes each other one
  replay --family ID | --since TIME | --all    tell again what was told in the last 90 days: the newest state of each thing
  rebuild [--after-restore]             tell the current state of all families anew
  letters                               what arrived and could not be taken
  letters replay|discard ID | --all     take it after all, or forget it
  key                                   a new pair of keys to sign events with
Each with --agency NAME for the events of one agency only. A running service delivers them.
--after-restore: this agency's database was restored from a backup; its numbering goes on beyond the others' memory.`;

class UsageError extends Error {}

const argumentsOf = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        agency: { type: 'string' },
        family: { type: 'string' },
        since: { type: 'string' },
        all: { type: 'boolean', default: false },
        'after-restore': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
};

type Values = ReturnType<typeof argumentsOf>['values'];
type Work = (db: Database, agency: EventAgency['subgraph']) => Promise<string>;

const selectionOf = ({ family, since, all }: Values): ReplaySelection => {
  const isNamed = family !== undefined || since !== undefined;
  if (isNamed === all) throw new UsageError(`Name --family, --since or --all.\n${USAGE}`);
  if (family !== undefined && !z.uuid().safeParse(family).success) {
    throw new UsageError(`--family ${family}: not the id of a family.`);
  }
  const time = since === undefined ? undefined : new Date(since);
  if (time && !isInstantInCalendar(time)) throw new UsageError(`--since ${since}: not a time.`);
  return { familyId: family, since: time };
};

const replaying = (values: Values): Work => {
  const selection = selectionOf(values);
  return async (db, { events = [] }) => `  ${await replay(db, selection, events)} events told again`;
};

const rebuilding =
  ({ 'after-restore': isRestored }: Values): Work =>
  async (db, agency) => {
    if (!agency.rebuild) return '  nothing to tell';
    if (isRestored) await leapAhead(db);
    return `  current state of ${await rebuild(db, agency.rebuild, new Date())} families told`;
  };

const lettersWork = ([, verb, id]: readonly string[], { all }: Values): Work => {
  if (verb === undefined) return describeLetters;
  if ((id === undefined) !== all) throw new UsageError(`Name one ID, or --all.\n${USAGE}`);
  if (id !== undefined && !z.uuid().safeParse(id).success)
    throw new UsageError(`${id}: not the id of an event.`);
  if (verb === 'discard') return (db) => dealWithLetters(db, id, discarding);
  if (verb !== 'replay') throw new UsageError(USAGE);
  return (db, agency) => {
    const { name, receives } = agency;
    const receiving = { name, receives, contract: knownContract(agency) };
    return dealWithLetters(db, id, replayLetter(receiving, new Date()));
  };
};

const workOf = (positionals: readonly string[], values: Values): Work => {
  const [verb] = positionals;
  if (verb === 'letters') return lettersWork(positionals, values);
  if (verb === 'lag') return (db) => describeLag(db, new Date());
  if (verb === 'replay') return replaying(values);
  if (verb === 'rebuild') return rebuilding(values);
  throw new UsageError(USAGE);
};

const describeKey = ({ key, publicKey }: EventKeyPair): string =>
  `Of the agency that signs, and of no other: EVENT_KEY=${key}\nIn EVENT_PUBLIC_KEYS of the others: AGENCY=${publicKey}`;

/** Does what the arguments ask for with each agency, one after the other, and answers what to print. */
export const runEvents = async (
  args: readonly string[],
  findAgencies: () => Promise<readonly EventAgency[]>,
): Promise<string> => {
  const { positionals, values } = argumentsOf(args);
  if (positionals[0] === 'key') return describeKey(newEventKey());
  const work = workOf(positionals, values);
  const agencies = await findAgencies();
  const asked = agencies.filter(({ subgraph }) => subgraph.name === (values.agency ?? subgraph.name));
  if (asked.length === 0) throw new UsageError(`No agency ${values.agency} here.`);
  const lines: string[] = [];
  for (const agency of asked) {
    const { subgraph } = agency;
    lines.push(subgraph.name, await withDatabaseOf(agency, 'events', (db) => work(db, subgraph)));
  }
  return lines.join('\n');
};

/** The command as a program. */
export const eventsCommand = (findAgencies: () => Promise<readonly EventAgency[]>): Promise<void> =>
  runCommand(() => runEvents(process.argv.slice(2), findAgencies));

/** `npm run events -w subgraphs/employment -- lag`: of one service, on its own `DATABASE_URL`. */
export const eventsOfService = (subgraph: Subgraph): Promise<void> =>
  eventsCommand(async () => [{ subgraph, databaseUrl: databaseOfService() }]);

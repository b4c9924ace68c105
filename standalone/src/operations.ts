import { readFile } from 'node:fs/promises';
import type { GraphiqlOptions } from '@relais/gateway/graphiql/serve-graphiql.ts';
import { lastQuarterBefore } from '@relais/platform/statistics/quarter.rules.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';
import { demoAccounts } from './demo-accounts.ts';

/** An operation that stands ready, and the demo account that it is for. */
export type DemoExample = GraphiqlOptions['examples'][number] & { readonly as: keyof typeof demoAccounts };

const OPERATIONS = new URL('../../schema/operations/', import.meta.url);

/** The text of a documented operation. */
export const operationText = (name: string): Promise<string> =>
  readFile(new URL(`${name}.graphql`, OPERATIONS), 'utf8');

/** Midnight in Paris, so many days from today, with its offset. */
const midnight = (today: Temporal.PlainDate, days: number): string =>
  Temporal.Instant.fromEpochMilliseconds(startOfDay(today.add({ days })).getTime()).toString({
    timeZone: 'Europe/Paris',
  });

/** Two weeks around today, as the family file asks for them. */
export const familyFileVariables = (reference: string, today: Temporal.PlainDate) => ({
  reference,
  from: midnight(today, -3),
  to: midnight(today, 11),
  today: today.toString(),
});

/** The documented operations with values that find something in the demo city. */
export const readyExamples = async (reference: string, today: Temporal.PlainDate): Promise<DemoExample[]> => {
  const example =
    (as: DemoExample['as']) =>
    async (title: string, name: string, variables: object): Promise<DemoExample> => ({
      title,
      as,
      role: demoAccounts[as].role,
      query: await operationText(name),
      variables,
    });
  const day = (days: number) => today.add({ days }).toString();
  const caseworker = example('caseworker');
  const advisor = example('advisor');
  const coordinator = example('coordinator');
  const staff = example('centre-staff');
  const integrator = example('integrator');
  const [id] = demoAccounts['centre-staff'].centreIds;
  const { from, to } = lastQuarterBefore(today);
  const lastQuarter = { from: from.toString(), to: to.toString() };
  const twoWeeks = { from: midnight(today, 0), to: midnight(today, 14) };
  return Promise.all([
    caseworker('Family file', 'family-file', familyFileVariables(reference, today)),
    caseworker('Caseworker: my families', 'my-families', { first: 20 }),
    caseworker('A family’s timeline', 'family-timeline', { reference, first: 20 }),
    caseworker('Support team', 'support-team', { reference, first: 20 }),
    caseworker('Benefits as of last month', 'benefits-as-of', { reference, asOf: day(-30) }),
    advisor('Advisor: my weeks', 'advisor-week', twoWeeks),
    advisor('Advisor: who to call', 'due-follow-ups', {}),
    coordinator('Coordinator: who waits', 'waiting-list', { filter: {} }),
    coordinator('Find a family', 'find-family', { search: 'a' }),
    staff('Centre: my day', 'centre-day', { id, date: day(0) }),
    staff('Centre: my week', 'centre-week', { id, date: day(0) }),
    staff('Centres', 'centres', { from: day(0), to: day(60) }),
    integrator('A system: the figures of the practice', 'impact-report', lastQuarter),
  ]);
};

/** An operation in one line, to be pasted into a shell. */
const inOneLine = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A command that asks for a family's file when pasted into a terminal. */
export const familyFileCommand = async (
  url: string,
  token: string,
  variables: ReturnType<typeof familyFileVariables>,
): Promise<string> => {
  const body = JSON.stringify({ query: inOneLine(await operationText('family-file')), variables });
  const header = `-H 'content-type: application/json' -H 'authorization: Bearer ${token}'`;
  return `curl -s ${url} ${header} -d '${body}'`;
};

import { readFile } from 'node:fs/promises';
import type { GraphiqlOptions } from '@relais/gateway/graphiql/serve-graphiql.ts';
import { startOfDay } from '@relais/platform/time/civil-time.ts';
import { Temporal } from 'temporal-polyfill';

type Example = GraphiqlOptions['examples'][number];

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
export const readyExamples = async (reference: string, today: Temporal.PlainDate): Promise<Example[]> => {
  const example = async (title: string, name: string, variables: object): Promise<Example> => ({
    title,
    query: await operationText(name),
    variables,
  });
  const day = (days: number) => today.add({ days }).toString();
  return Promise.all([
    example('Family file', 'family-file', familyFileVariables(reference, today)),
    example('Advisor: my weeks', 'advisor-week', { from: midnight(today, 0), to: midnight(today, 14) }),
    example('Find a family', 'find-family', { search: 'a' }),
    example('Benefits as of last month', 'benefits-as-of', { reference, asOf: day(-30) }),
    example('Centres', 'centres', { from: day(0), to: day(60) }),
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

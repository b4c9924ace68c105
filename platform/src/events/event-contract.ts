import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { PublishedEvent } from './published-event.ts';

/** What whoever hears of a type has to know of it: the fields that name in whose order it is told, and what the state is of. */
const toldType = z.object({ subject: z.string(), about: z.string() });
export type ToldType = z.output<typeof toldType>;

const contractFile = z.record(z.string(), z.record(z.string(), toldType));

/** Which agency may say which type of event: by the agency, then by the type. */
export type EventContract = Readonly<Record<string, Readonly<Record<string, ToldType>>>>;

type Publisher = { readonly name: string; readonly events?: readonly PublishedEvent[] };

/** What the agencies' own definitions say; `npm run schema` writes it down for services that know only themselves. */
export const contractOf = (publishers: readonly Publisher[]): EventContract =>
  Object.fromEntries(
    publishers.map(({ name, events = [] }) => [
      name,
      Object.fromEntries(events.map(({ type, subject, about }) => [type, { subject: subject.id, about }])),
    ]),
  );

const WRITTEN = new URL('../../../schema/events.json', import.meta.url);

/** `schema/events.json`. */
const writtenContract = (): EventContract => contractFile.parse(JSON.parse(readFileSync(WRITTEN, 'utf8')));

/** The same, with what an agency says itself that no contract tells of: the agencies of tests. */
export const knownContract = (agency: Publisher): EventContract => {
  const written = writtenContract();
  return { ...written, [agency.name]: { ...contractOf([agency])[agency.name], ...written[agency.name] } };
};

export const maySay = (contract: EventContract, source: string, type: string): boolean =>
  Object.hasOwn(contract, source) && Object.hasOwn(contract[source] ?? {}, type);

/** A type means the same whoever says it. */
export const toldAs = (contract: EventContract, type: string): ToldType | undefined =>
  Object.values(contract).flatMap((types) => (Object.hasOwn(types, type) ? [types[type]] : []))[0];

import { type EventField, fieldsOf, type PublishedEvent } from '@relais/platform/events/published-event.ts';
import type { Subgraph } from '@relais/platform/subgraph.ts';

type Publisher = Pick<Subgraph, 'name' | 'publishes' | 'events'>;
const INTRODUCTION = `# Events

What the agencies tell each other. Generated from the code by \`npm run schema\`; do not edit.

Every event is a [CloudEvents 1.0](https://cloudevents.io) event of one subject (a family, a professional, a centre, a district or a log), and carries in \`data\` the whole
current state of one thing. \`sequence\` rises per subject and publisher, with gaps: a receiver takes events of a subject in this
order and ignores a number it has seen. Taking the same state twice changes nothing, so whatever was told may be told again
(\`npm run events -- replay\`, \`rebuild\`).

Between services an event is a \`POST /events\` of type \`application/jose\`: a JWS in compact form over the event's JSON, with the protected
header \`{ "alg": "EdDSA", "typ": "relais-event+jws", "kid": …, "aud": …, "at": … }\`, signed with the publisher's own Ed25519 key. \`kid\` is the public
key, \`aud\` the subscriber, \`at\` the milliseconds of now, at most 30 seconds ago. 204 says that it is stored; 401 that the key, the
subscriber or the time is another; 403 that this publisher tells nothing of this type (\`events.json\`); 503 means "later". All but 204
are tried again.

An event whose data cannot be used, whose \`subject\` is not that of its data, or whose number leaps by more than 10,000 is put aside:
\`/health/ready\` names it (\`deadLetters\`), \`npm run events -- letters\` lists it, and what comes after it is taken.

An event of a type that this version does not know yet is kept there too, and taken by the version that does, before what is told later
of the same type and subject ([decision 99](../docs/decisions/0099-what-a-newer-neighbour-tells.md)). Of a family that objects to sharing anything between
the two agencies nothing is kept: once the type is known, \`npm run events -- rebuild\` tells what may be told.

A type's data may gain fields; a receiver ignores those it does not know. Any other change is a new type, \`….v2\`, beside the old one.
`;

class UndescribedEvent extends Error {}
class UnknownSubscriber extends Error {}

const nameOf = (schema: EventField): string => {
  if (schema.anyOf) return schema.anyOf.map(nameOf).join(' or ');
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.items) return `list of ${nameOf(schema.items)}`;
  if (schema.properties) {
    const fields = Object.entries(schema.properties).map(([name, field]) => `${name}: ${nameOf(field)}`);
    return `{ ${fields.join('; ')} }`;
  }
  return schema.format ?? schema.type ?? 'any';
};

const rowOf = ([name, schema]: [string, EventField]): string =>
  `| \`${name}\` | ${nameOf(schema)} | ${schema.description ?? ''} |`;

const exampleOf = (publisher: string, event: PublishedEvent): string =>
  JSON.stringify(
    {
      specversion: '1.0',
      id: '0190d8a4-8c00-7000-8000-000000000001',
      source: publisher,
      type: event.type,
      subject: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
      time: '2026-09-01T08:30:00.000Z',
      datacontenttype: 'application/json',
      sequence: 7,
      data: event.data.parse(event.example),
    },
    null,
    2,
  );

const hearersOf = ({ publishes }: Publisher, type: string): string =>
  Object.entries(publishes)
    .filter(([, types]) => types.includes(type))
    .map(([subscriber]) => subscriber)
    .join(', ');

const sectionOf = (publisher: Publisher, event: PublishedEvent): string => {
  return [
    `### ${event.type}`,
    '',
    event.description,
    '',
    `Told by ${publisher.name} to ${hearersOf(publisher, event.type)}; its subject is the ${event.subject.kind.toLowerCase()} in \`${event.subject.id}\`; the newest about the same \`${event.about}\` counts.`,
    '',
    '| field | value | meaning |',
    '|---|---|---|',
    ...fieldsOf(event).map(rowOf),
    '',
    '```json',
    exampleOf(publisher.name, event),
    '```',
    '',
  ].join('\n');
};

const describedEvents = ({ name, publishes, events = [] }: Publisher): readonly PublishedEvent[] => {
  const described = new Set(events.map(({ type }) => type));
  const missing = Object.values(publishes)
    .flat()
    .filter((type) => !described.has(type));
  if (missing.length === 0) return events;
  throw new UndescribedEvent(
    `${name} publishes ${missing.join(', ')} without a description in its \`events\`.`,
  );
};

/** An event for an agency that is none would wait for ever. */
const refuseUnknownSubscribers = (publishers: readonly Publisher[]): void => {
  const names = new Set(publishers.map(({ name }) => name));
  for (const { name, publishes } of publishers) {
    const unknown = Object.keys(publishes).filter((subscriber) => !names.has(subscriber));
    if (unknown.length > 0)
      throw new UnknownSubscriber(`${name} publishes for ${unknown.join(', ')}: no such agency.`);
  }
};

/** The catalogue of everything the agencies tell each other, as a document. */
export const eventCatalogue = (publishers: readonly Publisher[]): string => {
  refuseUnknownSubscribers(publishers);
  const sections = publishers.flatMap((publisher) => [
    `## ${publisher.name}\n`,
    ...describedEvents(publisher).map((event) => sectionOf(publisher, event)),
  ]);
  return [INTRODUCTION, ...sections].join('\n');
};

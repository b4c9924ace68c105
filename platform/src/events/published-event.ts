import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';

/** Of what an agency tells: each is numbered, kept in order and told anew in the same way. */
export const subjectKinds = ['FAMILY', 'PROFESSIONAL', 'CENTRE', 'DISTRICT', 'LOG'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What an agency tells the others, as `schema/events.md` describes it. */
export type PublishedEvent = {
  readonly type: string;
  readonly description: string;
  /** In whose order it is told, and the field of the data that names it: the event's `subject` is no other. */
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** The field that names what the state is of: a later event about the same makes an earlier one pointless. */
  readonly about: string;
  readonly data: z.ZodObject;
  readonly example: object;
};

/** Beside the function that publishes it; the example is checked against the shape when it is compiled. */
export const publishedEvent = <Shape extends z.ZodObject>(
  event: Omit<PublishedEvent, 'about' | 'data' | 'example' | 'subject'> & {
    readonly subject: { readonly kind: SubjectKind; readonly id: keyof z.output<Shape> & string };
    readonly about: keyof z.output<Shape> & string;
    readonly data: Shape;
    readonly example: z.input<Shape>;
  },
): PublishedEvent & { readonly data: Shape } => event;

/** Thrown when a state does not fit the description of the event that tells it; names the fields, never their values. */
export class UnsayableState extends Error {
  constructor(type: string, { issues }: z.ZodError) {
    super(`${type} cannot say ${issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ')}`);
    this.name = 'UnsayableState';
  }
}

/** Thrown when a state is told in another's order than its own: whoever hears of it would not take it. */
export class OtherSubject extends Error {
  constructor(type: string, field: string) {
    super(`${type} is told of another subject than its ${field}`);
    this.name = 'OtherSubject';
  }
}

/** A field of `data` in JSON Schema's words. */
export type EventField = {
  readonly type?: string;
  readonly format?: string;
  readonly maximum?: number;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: EventField;
  readonly anyOf?: readonly EventField[];
  readonly properties?: Readonly<Record<string, EventField>>;
};

/** The fields of `data`, for the catalogue. */
export const fieldsOf = ({ data }: PublishedEvent): [name: string, field: EventField][] => {
  const { properties } = z.toJSONSchema(data, { io: 'input' }) as EventField;
  return Object.entries(properties ?? {});
};

/** How an agency tells its current state anew, so that what the others know of it can be rebuilt. */
export type Rebuild = {
  /** Ids of families (and of whoever else events are about) with something to tell, in id order, after this one. */
  familiesAfter(db: Database, after: string, most: number): Promise<string[]>;
  /** Publishes the whole current state of these families, whose numbering the caller holds. */
  republish(tx: Transaction, familyIds: readonly string[], now: Date): Promise<void>;
};

import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';

/** What an agency tells the others, as `schema/events.md` describes it. */
export type PublishedEvent = {
  readonly type: string;
  readonly description: string;
  /** The field that names what the state is of: a later event about the same makes an earlier one pointless. */
  readonly about: string;
  readonly data: z.ZodObject;
  readonly example: object;
};

/** Beside the function that publishes it; the example is checked against the shape when it is compiled. */
export const publishedEvent = <Shape extends z.ZodObject>(
  event: Omit<PublishedEvent, 'about' | 'data' | 'example'> & {
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

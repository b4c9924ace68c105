import { z } from 'zod';
import { agencyKinds } from '../auth/agencies.ts';
import type { Transaction } from '../database/transaction.ts';
import { holdFamilies } from '../events/publish.ts';
import { publishedEvent, type Rebuild } from '../events/published-event.ts';
import type { EventReceiver } from '../subgraph.ts';
import { forgetPost, type Objected, replaceObjections, type ToldObjections } from './objection.queries.ts';

const pair = z.object({ category: z.enum(agencyKinds), agency: z.enum(agencyKinds) });

export const objectionsChangedEvent = publishedEvent({
  type: 'relais.objections.changed.v1',
  description:
    'What a family objects to sharing is other than before. Always all of it; never who said it, nor why.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    objections: z
      .array(pair)
      .describe('The category that is not to be shared, and with which agencies it is not.'),
    lifted: z
      .array(pair)
      .describe('What it objected to and does not any more: whoever keeps it tells it anew.'),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    objections: [{ category: 'JOB_SEARCH', agency: 'CARE' }],
    lifted: [],
  },
});

/** Forgets what was told here of a family and is not to be known here. */
export type ForgetObjected = (
  tx: Transaction,
  familyId: string,
  objects: (category: Objected['category'], agency: Objected['agency']) => boolean,
) => Promise<void>;

/** An agency that keeps to objections: whose data it keeps, and how it forgets those of others. */
export type Keeper = { readonly kind: Objected['agency']; readonly forget: ForgetObjected };

/** Holds to it at once: what is not to be known here is forgotten in the same transaction, told or not. */
export const keepObjections = async (
  tx: Transaction,
  told: ToldObjections,
  { kind, forget }: Keeper,
): Promise<void> => {
  const { familyId, objections } = told;
  await replaceObjections(tx, told);
  await forget(tx, familyId, (category, agency) =>
    objections.some((each) => each.category === category && each.agency === agency),
  );
  for (const objection of objections) await forgetPost(tx, familyId, objection, kind);
};

const { data: shape } = objectionsChangedEvent;

/** Keeps to what a family objects to, and tells anew what it does not object to any more. */
export const receiveObjections =
  (keeper: Keeper, { republish }: Rebuild): EventReceiver =>
  async (tx, { data }, now) => {
    const { familyId, objections, lifted } = shape.parse(data);
    // Nobody can object to what an agency keeps itself.
    const toOthers = objections.filter(({ category, agency }) => category !== agency);
    await keepObjections(tx, { familyId, objections: toOthers }, keeper);
    if (lifted.length === 0) return;
    await holdFamilies(tx, [familyId]);
    await republish(tx, [familyId], now);
  };

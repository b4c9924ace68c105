import { z } from 'zod';
import type { Transaction } from '../database/transaction.ts';
import { holdFamilies, type Publication, publicationOf, publishAll } from '../events/publish.ts';
import { publishedEvent } from '../events/published-event.ts';
import { tellNow } from '../events/tell-now.ts';
import type { EventReceiver } from '../subgraph.ts';
import { replaceFollowers, type ToldFollowers } from './follower.queries.ts';
import { FollowerRelation } from './follower.ts';
import { type RelationsOf, relationsOf } from './owners-of-relations.ts';
import { withoutParted } from './parted-follower.queries.ts';

const relation = z.enum(FollowerRelation);

const follower = z
  .object({
    sub: z.string().min(1),
    relation,
    from: z.iso.date(),
    to: z.iso.date().nullable(),
    adultId: z.uuid().optional(),
    until: z.iso.datetime({ offset: true }).optional(),
  })
  .refine((said) => (said.relation === 'BREAK_GLASS') === (said.until !== undefined));

export const followersChangedEvent = publishedEvent({
  type: 'relais.followers.changed.v1',
  description:
    'Who follows a family is another than before. Always all of today and of days to come, by the relations that the source owns.',
  subject: { kind: 'FAMILY', id: 'familyId' },
  about: 'familyId',
  data: z.object({
    familyId: z.uuid().describe('The family.'),
    relations: z
      .array(relation)
      .describe('Those this event says everything about: what was told of them before is over.'),
    followers: z
      .array(follower)
      .describe(
        '`sub` is the professional’s in the sign-in; `to` is the first day on which the family is no longer followed, `null` while open. `adultId` is an advisor’s job seeker. While somebody is `NAMED` the file is restricted: besides them only its team, its advisors and whom a referral names read it, and whoever is `BARRED` never does. `until` is said of `BREAK_GLASS` only: the moment from which on nothing is read by it, whatever the day.',
      ),
  }),
  example: {
    familyId: '0190d8a4-7f1e-7c11-9b5a-3c1d6a0f0001',
    relations: ['TEAM', 'REFERRAL', 'NAMED', 'BARRED', 'BREAK_GLASS'],
    followers: [
      { sub: 'caseworker-17', relation: 'TEAM', from: '2026-03-02', to: null },
      { sub: 'coordinator-3', relation: 'REFERRAL', from: '2026-03-09', to: '2026-04-08' },
    ],
  },
});

/**
 * Keeps who follows families here and tells the other agencies, by the relations that this one owns. What is told is
 * worked out once the numbering is held, so that of two changes the later one tells both.
 */
const tellOf = async (
  tx: Transaction,
  familyIds: readonly string[],
  whoFollows: (familyIds: readonly string[]) => Promise<readonly ToldFollowers[]>,
  isAlwaysTold: boolean,
): Promise<void> => {
  await holdFamilies(tx, familyIds);
  const publications: Publication[] = [];
  for (const told of await whoFollows(familyIds)) {
    const isOther = await replaceFollowers(tx, told);
    if (!isOther && !isAlwaysTold) continue;
    const { familyId, relations, followers } = told;
    const data = { familyId, relations: [...relations], followers: [...followers] };
    publications.push(publicationOf(followersChangedEvent, familyId, data));
  }
  await publishAll(tx, publications);
};

/** How an agency says who follows families by the relations it owns, from its own records. */
export type WhoFollows = (
  tx: Transaction,
  familyIds: readonly string[],
  now: Date,
) => Promise<readonly ToldFollowers[]>;

/** After a change of what `whoFollows` reads. Call it last: the answer waits until the others know. */
export const followersChanged = async (
  tx: Transaction,
  familyIds: readonly string[],
  whoFollows: WhoFollows,
  now: Date,
): Promise<void> => {
  await tellOf(tx, familyIds, (ids) => whoFollows(tx, ids, now), false);
  for (const familyId of familyIds) await tellNow(tx, familyId);
};

/** Tells it anew, whether or not it is other than before. */
export const republishFollowers = (
  tx: Transaction,
  familyIds: readonly string[],
  whoFollows: WhoFollows,
  now: Date,
): Promise<void> => tellOf(tx, familyIds, (ids) => whoFollows(tx, ids, now), true);

const { data: shape } = followersChangedEvent;

/** Keeps what another agency says of its own relations; what it says of others' is not its to say, whoever listens to both. */
export const receiveFollowersOf =
  (owners: RelationsOf): EventReceiver =>
  async (tx, { source, data }) => {
    const { familyId, relations, followers } = shape.parse(data);
    const owned = relationsOf(owners, source);
    const taken = relations.filter((each) => owned.includes(each));
    if (taken.length === 0) return;
    const told = await withoutParted(tx, familyId, followers);
    await replaceFollowers(tx, { familyId, relations: taken, followers: told });
  };

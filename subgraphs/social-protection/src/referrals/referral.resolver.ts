import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { connectionOf, PageArguments, pageOf, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import { enumOf } from '@relais/platform/graphql/enums.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { timelinePosition } from '@relais/platform/graphql/timeline.ts';
import { Professional } from '@relais/platform/professionals/professional.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { correctionsOf, readableReferrals, wordsOf } from './readable-referrals.ts';
import { referralsIn } from './referral.queries.ts';
import { expiresOn, isReminderDue, remindOn, statusOf, targetOf } from './referral.rules.ts';
import { Referral } from './referral.ts';
import { ReferralStatus } from './referral-status.ts';

const ReferralBox = enumOf('ReferralBox', 'Which referrals are listed.', {
  RECEIVED:
    'Those addressed to the reader, or to nobody in particular of the service point or of the social service of the reader’s districts.',
  SENT: 'Those the reader sent.',
});
type ReferralBox = keyof typeof ReferralBox;

const ReferralConnection = connectionOf('Referral', () => Referral);

@Resolver(() => Referral)
export class ReferralResolver {
  @Authorized<Permission>('referral:read')
  @Query(() => ReferralConnection, { description: 'What the reader received or sent, newest first.' })
  async referrals(
    @Arg('box', () => ReferralBox, { description: 'Received or sent.' }) box: ReferralBox,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { db, user, sight }: Context,
  ): Promise<InstanceType<typeof ReferralConnection>> {
    const count = pageSizeOf(page) + 1;
    const filter = (permission: Permission) => sight.filter(permission);
    const seen = { own: filter('own-referral:read'), open: filter('open-referral:read') };
    const whose = { sub: user.sub, target: targetOf(user.role), isReceived: box === 'RECEIVED', seen };
    const rows = await referralsIn(db, whose, timelinePosition(page), count);
    return pageOf(rows, page, (row) => [row.sentAt.toISOString(), row.id]);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'The family concerned; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Referral): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who sent it.' })
  sender(@Root() { senderSub }: Referral, @Ctx() { loaders }: Context): Promise<Professional | null> {
    return loaders.professionalBySub.load(senderSub);
  }

  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Who is named as addressee, if anybody.',
  })
  async addressee(
    @Root() { addresseeSub }: Referral,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return addresseeSub === null ? null : loaders.professionalBySub.load(addresseeSub);
  }

  @FieldResolver(() => Professional, { nullable: true, description: 'Who accepted or declined it.' })
  async decidedBy(
    @Root() { decidedBySub }: Referral,
    @Ctx() { loaders }: Context,
  ): Promise<Professional | null> {
    return decidedBySub === null ? null : loaders.professionalBySub.load(decidedBySub);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What is asked, in the words of the sender: to whom it is between, and to caseworkers.',
  })
  message(
    @Root() referral: Referral,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    return wordsOf(referral, 'message', context, info);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was declined: to whom it is between, and to caseworkers.',
  })
  declineReason(
    @Root() referral: Referral,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    return wordsOf(referral, 'declineReason', context, info);
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], {
    nullable: true,
    description: `${CORRECTIONS} To whom it is between, and to caseworkers.`,
  })
  corrections(
    @Root() referral: Referral,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Correction[] | null> {
    return correctionsOf(referral, context, info);
  }

  @FieldResolver(() => ReferralStatus, { description: 'Where it stands today.' })
  status(@Root() referral: Referral, @Ctx() { now }: Context): ReferralStatus {
    return statusOf(referral, dayOf(now));
  }

  @FieldResolver(() => CivilDate, { description: 'The 10th day after it was sent: time to remind.' })
  remindOn(@Root() referral: Referral): Temporal.PlainDate {
    return remindOn(referral);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is undecided 10 days after it was sent, or more.',
  })
  isReminderDue(@Root() referral: Referral, @Ctx() { now }: Context): boolean {
    return isReminderDue(referral, dayOf(now));
  }

  @FieldResolver(() => CivilDate, {
    description: 'The 30th day after it was sent: undecided, it has expired.',
  })
  expiresOn(@Root() referral: Referral): Temporal.PlainDate {
    return expiresOn(referral);
  }
}

@Resolver(() => Family)
export class FamilyReferralsResolver {
  @Authorized<Permission>('referral:read')
  @ListSize(2)
  @FieldResolver(() => [Referral], {
    nullable: true,
    description:
      'The referrals of the family, newest first: to who follows it all, to others those that they sent or received.',
  })
  referrals(@Root() { id }: Family, @Ctx() context: Context): Promise<Referral[]> {
    return readableReferrals(id, context);
  }
}

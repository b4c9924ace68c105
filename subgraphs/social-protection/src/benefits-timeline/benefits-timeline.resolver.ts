import { PageArguments, pageSizeOf } from '@relais/platform/graphql/connection.ts';
import {
  type TimelineEntry,
  TimelineEntryConnection,
  timelinePage,
  timelinePosition,
} from '@relais/platform/graphql/timeline.ts';
import { partsOf } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import { readableReferrals } from '../referrals/readable-referrals.ts';
import { mayReadTask } from '../tasks/task.rules.ts';
import { type HappeningNames, sentenceOfHappening } from './benefits-timeline.messages.ts';
import { behind, type Happening, happenings, type TimelineFacts } from './benefits-timeline.rules.ts';

const factsOf = async (
  familyId: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<TimelineFacts> => {
  const { loaders, user } = context;
  const may = partsOf<Permission>(context, info, [familyId]);
  const [mayBenefits, mayBroken] = await Promise.all([may('benefits:read'), may('break-glass:known')]);
  const [files, resources, team, referrals, tasks, broken, information, handedOn, parted] = await Promise.all(
    [
      mayBenefits ? loaders.entitlementFilesOfFamily.load(familyId) : [],
      mayBenefits ? loaders.resourcesOfFamily.load(familyId) : [],
      loaders.supportTeamOfFamily.load(familyId),
      readableReferrals(familyId, context),
      loaders.tasksOfFamily.load(familyId),
      mayBroken ? loaders.breakGlassesOfFamily.load(familyId) : [],
      loaders.informationOfFamily.load(familyId),
      loaders.workHandedOnOfFamily.load(familyId),
      loaders.partedFilesOfFamily.load(familyId),
    ],
  );
  return {
    files,
    resources,
    team,
    referrals,
    information,
    handedOn,
    parted,
    tasks: tasks.filter((task) => mayReadTask(task, user)),
    broken,
  };
};

/** By name, where the professional is known. */
const nameBySub = async (sub: string | null | undefined, { loaders }: Context): Promise<string | null> =>
  sub ? ((await loaders.professionalBySub.load(sub))?.name ?? sub) : null;

const namesOf = async (happening: Happening, context: Context): Promise<HappeningNames> => {
  const { professionalId, successorId, memberSub, successorSub, authorSub, referral } = happening;
  const [member, successor, former, next, author, sender, addressee] = await Promise.all([
    professionalId ? context.loaders.professional.load(professionalId) : null,
    successorId ? context.loaders.professional.load(successorId) : null,
    nameBySub(memberSub, context),
    nameBySub(successorSub, context),
    nameBySub(authorSub, context),
    nameBySub(referral?.senderSub, context),
    nameBySub(referral?.addresseeSub, context),
  ]);
  return {
    member: member?.name ?? former ?? '',
    successor: successor?.name ?? next ?? '',
    author: author ?? '',
    sender: sender ?? '',
    addressee,
  };
};

const entryOf = async (happening: Happening, context: Context): Promise<TimelineEntry> => {
  const { id, at, kind } = happening;
  const names = await namesOf(happening, context);
  const sentence = sentenceOfHappening(happening, context.language, names);
  return { id, at, kind, sentence, author: names.author || null };
};

@Resolver(() => Family)
export class FamilyBenefitsTimelineResolver {
  @Authorized<Permission>('timeline:read')
  @FieldResolver(() => TimelineEntryConnection, {
    nullable: true,
    description:
      'What happened in benefits, resources, support team, referrals and tasks, what the family was told, and who opened the file in an emergency, newest first: only what the reader may see.',
  })
  async benefitsTimeline(
    @Root() { id }: Family,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TimelineEntryConnection> {
    const count = pageSizeOf(page) + 1;
    const position = timelinePosition(page);
    const all = happenings(await factsOf(id, context, info), dayOf(context.now));
    const shown = behind(all, position).slice(0, count);
    const entries = await Promise.all(shown.map((happening) => entryOf(happening, context)));
    return timelinePage(entries, page);
  }
}

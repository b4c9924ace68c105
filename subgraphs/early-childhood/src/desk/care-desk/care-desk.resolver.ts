import { centreStaff } from '@relais/platform/auth/user.ts';
import { type DeskList, openDesk } from '@relais/platform/desk/desk.queries.ts';
import { DeskArguments } from '@relais/platform/desk/desk-arguments.ts';
import { DeskItemConnection } from '@relais/platform/desk/desk-item.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { careDeskSentence } from './care-desk.messages.ts';
import { CARE_DESK_DETAILS, CareDeskRow, careDeskKinds } from './care-desk.queries.ts';
import { type DeskOf, kindsOn, nextWorkingDay, partOf, toldOn } from './care-desk.rules.ts';
import { CareDeskKind } from './care-desk-kind.ts';

type Asked = { readonly kinds: readonly CareDeskKind[] | null; readonly centreId: string | null };

/** The desk of whoever asks: staff have that of their centres, whom they receive; others that of the service point. */
const deskOf = (
  { user, now, sight, language }: Context,
  { kinds, centreId }: Asked,
): DeskList<CareDeskRow> => {
  const desk: DeskOf = centreStaff(user) ? 'STAFF' : 'COORDINATORS';
  const today = dayOf(now);
  const parameters: unknown[] = [];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const facts = {
    now,
    today,
    until: nextWorkingDay(today),
    care: sight.filter('care:read' satisfies Permission),
    cover: sight.filter('cover:read' satisfies Permission),
    centreIds: desk === 'STAFF' ? user.centreIds : null,
    add,
  };
  return {
    kinds: careDeskKinds(kindsOn(desk, Object.values(CareDeskKind), kinds), facts),
    where: centreId ? `item.centre_id = ${add(centreId)}::uuid` : 'true',
    details: CARE_DESK_DETAILS,
    shape: CareDeskRow,
    agency: 'early-childhood',
    part: partOf,
    told: (row) => ({
      ...toldOn(desk, row.kind),
      sentence: careDeskSentence(row, language),
      ...((desk === 'STAFF' || row.kind === 'REGISTRATION_REQUEST') && { familyId: null }),
    }),
    parameters,
  };
};

@Resolver()
export class CareDeskResolver {
  @Authorized<Permission>('care-desk:read')
  @Query(() => DeskItemConnection, {
    description:
      'What waits for the reader in early childhood: for coordinators that of the service point, for the staff of centres that of their own. What belongs to a family is told of those that the reader sees.',
  })
  async careDesk(
    @Args(() => DeskArguments) args: DeskArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('kinds', () => [CareDeskKind], { nullable: true, description: 'Only of these kinds.' })
    kinds?: CareDeskKind[] | null,
    @Arg('centreId', () => ID, { nullable: true, description: 'Only what is of this centre.' })
    centreId?: string | null,
  ) {
    if (!centreStaff(context.user)) await sayWhatIsLeftOut<Permission>(context, info, 'cover:read');
    const asked = { kinds: kinds ?? null, centreId: centreId ?? null };
    return openDesk(context.db, deskOf(context, asked), args, context.now);
  }
}

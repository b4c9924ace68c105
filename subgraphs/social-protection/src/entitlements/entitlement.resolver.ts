import { CORRECTIONS, Correction } from '@relais/platform/corrections/correction.ts';
import { inMutation } from '@relais/platform/database/transaction.ts';
import { ListSize } from '@relais/platform/graphql/list-size.ts';
import { CivilDate } from '@relais/platform/graphql/scalars.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { Temporal } from 'temporal-polyfill';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import { Child } from '../known-families/child.ts';
import { Family } from '../known-families/family.ts';
import type { Permission } from '../permissions.ts';
import {
  ChangeEntitlementStateInput,
  ChangeEntitlementStatePayload,
  changeEntitlementState,
} from './change-entitlement-state.ts';
import {
  CorrectMistakenEntitlementInput,
  CorrectMistakenEntitlementPayload,
  correctMistakenEntitlement,
} from './correct-mistaken-entitlement.ts';
import { daysAsked, entitlementsAsOf, mistakenEntitlement } from './entitlement.rules.ts';
import { Entitlement, type EntitlementFile } from './entitlement.ts';
import { EntitlementState } from './entitlement-state.ts';
import { OpenEntitlementInput, OpenEntitlementPayload, openEntitlement } from './open-entitlement.ts';
import { reasonLabel } from './rsa-reasons.rules.ts';

/** With all files of the family, since another of them may say otherwise. */
const asOfToday = async (
  file: Pick<EntitlementFile, 'id' | 'familyId'>,
  { loaders, now }: Context,
): Promise<Entitlement | null> => {
  const files = await loaders.entitlementFilesOfFamily.load(file.familyId);
  const known = entitlementsAsOf(files, dayOf(now)).find(({ id }) => id === file.id);
  return known ?? mistakenEntitlement(files, file.id);
};

/** An entitlement that another subgraph names by its id. */
export const entitlementById = async (id: string, context: Context): Promise<Entitlement | null> => {
  const file = await context.loaders.entitlementOwner.load(id);
  if (!file) return null;
  const isSeen = await context.sight.sees('benefits:read' satisfies Permission, [file.familyId]);
  // The database shows none of its states: of whom it was asked is written down here.
  if (!isSeen) context.accesses.note('DENIED', 'benefits:read', file, async () => [file.familyId]);
  return isSeen ? asOfToday(file, context) : null;
};

@Resolver(() => Entitlement)
export class EntitlementResolver {
  @Authorized<Permission>('benefits:read')
  @Query(() => Entitlement, { nullable: true, description: 'One entitlement as of today.' })
  entitlement(
    @Arg('id', () => ID, { description: 'The entitlement.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Entitlement | null> {
    return entitlementById(id, context);
  }

  @FieldResolver(() => Family, {
    nullable: true,
    description: 'Whose benefit it is; absent where it is not shared with you.',
  })
  family(@Root() { familyId }: Entitlement): Family {
    return { id: familyId };
  }

  @FieldResolver(() => Adult, {
    nullable: true,
    description: 'The adult who holds it; absent when the family does.',
  })
  adult(@Root() { adultId, familyId }: Entitlement): Adult | null {
    return adultId ? { id: adultId, familyId } : null;
  }

  @FieldResolver(() => Child, {
    nullable: true,
    description:
      'The child for whom it is due, as the AEEH always is; absent of other benefits, and where its source did not say.',
  })
  child(@Root() { childId }: Entitlement): Child | null {
    return childId ? { id: childId } : null;
  }

  @ListSize(1)
  @FieldResolver(() => [Correction], { description: CORRECTIONS })
  corrections(@Root() { id }: Entitlement, @Ctx() { loaders }: Context): Promise<Correction[]> {
    return loaders.corrections.load(id);
  }

  @Authorized<Permission>('benefits:write')
  @Mutation(() => CorrectMistakenEntitlementPayload, {
    description:
      'Takes a benefit off the record that should never have been on it. What was known before is still what was known then.',
  })
  async correctMistakenEntitlement(
    @Arg('input', () => CorrectMistakenEntitlementInput, { description: 'Which one, and why.' })
    input: CorrectMistakenEntitlementInput,
    @Ctx() context: Context,
  ): Promise<CorrectMistakenEntitlementPayload> {
    return CorrectMistakenEntitlementPayload.of(
      await inMutation(context, (tx, acting) => correctMistakenEntitlement(tx, input, acting)),
    );
  }

  @Authorized<Permission>('benefits:write')
  @Mutation(() => OpenEntitlementPayload, { description: 'Puts a benefit on record with its first state.' })
  async openEntitlement(
    @Arg('input', () => OpenEntitlementInput, { description: 'The benefit.' }) input: OpenEntitlementInput,
    @Ctx() context: Context,
  ): Promise<OpenEntitlementPayload> {
    return OpenEntitlementPayload.of(
      await inMutation(context, (tx, acting) => openEntitlement(tx, input, acting), {
        entitlements_pkey: 'CONFLICT',
      }),
    );
  }

  @Authorized<Permission>('benefits:write')
  @Mutation(() => ChangeEntitlementStatePayload, {
    description: 'Adds a state to an entitlement. What was known before stays as it was.',
  })
  async changeEntitlementState(
    @Arg('input', () => ChangeEntitlementStateInput, { description: 'The state.' })
    input: ChangeEntitlementStateInput,
    @Ctx() context: Context,
  ): Promise<ChangeEntitlementStatePayload> {
    return ChangeEntitlementStatePayload.of(
      await inMutation(context, (tx, acting) => changeEntitlementState(tx, input, acting), {
        entitlement_states_one_per_version: 'STALE_VERSION',
      }),
    );
  }
}

@Resolver(() => EntitlementState)
export class EntitlementStateResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The reason in words, in the language asked for.',
  })
  reasonLabel(@Root() { reason }: EntitlementState, @Ctx() { language }: Context): string | null {
    return reason && reasonLabel(reason, language);
  }
}

@Resolver(() => Family)
export class FamilyEntitlementsResolver {
  @Authorized<Permission>('benefits:read')
  @ListSize(4)
  @FieldResolver(() => [Entitlement], {
    nullable: true,
    description:
      'The benefits of the family and its adults, by scheme, as they were on a day and were known on it or another.',
  })
  async entitlements(
    @Root() { id }: Family,
    @Arg('on', () => CivilDate, {
      nullable: true,
      description: 'The day asked about; that of `asOf`, or today, when absent.',
    })
    on: Temporal.PlainDate | null,
    @Arg('asOf', () => CivilDate, {
      nullable: true,
      description:
        'What was known on this day, and nothing that was recorded later; what is known today when absent.',
    })
    asOf: Temporal.PlainDate | null,
    @Ctx() { loaders, now }: Context,
  ): Promise<Entitlement[]> {
    const days = daysAsked({ on, asOf }, dayOf(now));
    return entitlementsAsOf(await loaders.entitlementFilesOfFamily.load(id), days.on, days.knownOn);
  }
}

import {
  type AuditedAccess,
  AuditedAccessConnection,
  type FamilyAccess,
  FamilyAccessConnection,
} from '@relais/platform/access-log/family-access.ts';
import { LogSealing } from '@relais/platform/access-log/log-sealing.ts';
import {
  AuditedAccessArguments,
  accessesOfFamily,
  auditAccesses,
} from '@relais/platform/access-log/read-accesses.ts';
import { sealingOf } from '@relais/platform/access-log/read-sealing.ts';
import { type Page, PageArguments } from '@relais/platform/graphql/connection.ts';
import { Args, Authorized, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Family } from '../../families/families/family.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';

const AUDITS: Permission = 'access-log:audit';

@Resolver(() => Family)
export class CareAccessesResolver {
  @Authorized<Permission>('accesses:read')
  @FieldResolver(() => FamilyAccessConnection, {
    nullable: true,
    description:
      'Who asked the early-childhood service for data of the family, latest first, people and systems; to its support team, who tell the family when it asks.',
  })
  careAccesses(
    @Root() { id }: Family,
    @Args(() => PageArguments) args: PageArguments,
    @Ctx() context: Context,
  ): Promise<Page<FamilyAccess>> {
    return accessesOfFamily(id, args, context);
  }

  @Authorized<Permission>('access-log:audit')
  @Query(() => AuditedAccessConnection, {
    // Asked beside those of the other agencies: one that is away takes none of them along.
    nullable: true,
    description:
      'The access log of the early-childhood service, latest first: of one family, one person or system, a period, or all; to auditors.',
  })
  careAccessLog(
    @Args(() => AuditedAccessArguments) args: AuditedAccessArguments,
    @Ctx() context: Context,
  ): Promise<Page<AuditedAccess>> {
    return auditAccesses({ families: 'families', permission: AUDITS }, args, context);
  }

  @Authorized<Permission>('access-log:audit')
  @Query(() => LogSealing, {
    nullable: true,
    description:
      'How far the access log of the early-childhood service is sealed, and what it keeps of the others; to auditors.',
  })
  careLogSealing(@Ctx() { db }: Context): Promise<LogSealing> {
    return sealingOf(db);
  }
}

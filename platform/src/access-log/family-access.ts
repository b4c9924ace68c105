import { Directive, Field, ID, ObjectType } from 'type-graphql';
// brings the metadata type-graphql needs
import 'typeorm';
import { SignedInRole } from '../auth/signed-in.ts';
import type { Role } from '../auth/user.ts';
import { PageInfo } from '../graphql/connection.ts';
import { ListSize } from '../graphql/list-size.ts';
import { DateTime } from '../graphql/scalars.ts';
import { AccessedCategory, AccessOutcome, AccessPurpose, AccessRelation } from './access-words.ts';
import type { AccessCategory } from './categories.ts';
import type { Purpose } from './purposes.ts';

/** That somebody asked one agency for data of a family, as it tells of it. */
@ObjectType()
abstract class ToldOfAccess {
  @Directive('@shareable')
  @Field(() => ID, { description: 'The id of the row, a UUID; it orders those of the same instant.' })
  id!: string;

  @Directive('@shareable')
  @Field(() => DateTime, { description: 'When it was asked.' })
  at!: Date;

  @Directive('@shareable')
  @Field(() => String, { description: 'Who asked, as the token named them; empty where it told no name.' })
  name!: string;

  @Directive('@shareable')
  @Field(() => SignedInRole, { description: 'What they were here for.' })
  role!: Role;

  @Directive('@shareable')
  @Field(() => Boolean, { description: 'Whether it was a system and no person.' })
  isSystem!: boolean;

  @Directive('@shareable')
  @Field(() => String, { description: 'The agency they worked for, as tokens name it.' })
  agency!: string;

  @Directive('@shareable')
  @Field(() => AccessPurpose, { description: 'For what they asked.' })
  purpose!: Purpose;

  @Directive('@shareable')
  @ListSize(3)
  @Field(() => [AccessedCategory], { description: 'What they asked for.' })
  categories!: AccessCategory[];

  @Directive('@shareable')
  @Field(() => AccessOutcome, { description: 'What came of it.' })
  outcome!: AccessOutcome;

  @Directive('@shareable')
  @Field(() => AccessRelation, { description: 'What let them in.' })
  relation!: AccessRelation;

  @Directive('@shareable')
  @Field(() => String, {
    description:
      'All of it as a sentence in the language of `Accept-Language`, to be read out to the family.',
  })
  sentence!: string;
}

@ObjectType({
  description:
    'That somebody asked an agency for data of a family: a person or a system, once for each request, agency and outcome.',
})
export class FamilyAccess extends ToldOfAccess {}

@Directive('@shareable')
@ObjectType({ description: 'One entry of a page of accesses.' })
export class FamilyAccessEdge {
  @Field(() => FamilyAccess, { description: 'The access.' })
  node!: FamilyAccess;

  @Field(() => String, { description: 'Where it stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of who asked for data of a family, latest first.' })
export class FamilyAccessConnection {
  @Field(() => [FamilyAccessEdge], { description: 'The accesses, latest first.' })
  edges!: FamilyAccessEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

@ObjectType({ description: 'A row of an agency’s access log, as an auditor reads it.' })
export class AuditedAccess extends ToldOfAccess {
  @Directive('@shareable')
  @Field(() => String, { description: 'Who asked, as the sign-in service knows them.' })
  sub!: string;

  @Directive('@shareable')
  @Field(() => String, { description: 'The request; the same at every agency that it reached.' })
  requestId!: string;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description:
      'The reference of the family, as the file was called then; a later merge does not change it.',
  })
  reference!: string | null;

  familyId!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'One row of a page of an access log.' })
export class AuditedAccessEdge {
  @Field(() => AuditedAccess, { description: 'The row.' })
  node!: AuditedAccess;

  @Field(() => String, { description: 'Where it stands: `after` continues behind it.' })
  cursor!: string;
}

@Directive('@shareable')
@ObjectType({ description: 'A page of an access log, latest first.' })
export class AuditedAccessConnection {
  @Field(() => [AuditedAccessEdge], { description: 'The rows, latest first.' })
  edges!: AuditedAccessEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;
}

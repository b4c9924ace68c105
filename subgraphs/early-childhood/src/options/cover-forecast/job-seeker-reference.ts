import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Family } from '../../families/families/family.ts';

/** A job seeker is employment's; a forecast of their childcare needs their family. */
@Directive('@key(fields: "id")')
@ObjectType('JobSeeker', { description: 'An adult registered with the employment service.' })
export class JobSeekerReference {
  @Field(() => ID, { description: 'The id of the job seeker, a UUID.' })
  id!: string;

  @Directive('@external')
  @Field(() => Family, {
    nullable: true,
    description: 'The family of the person; absent where it is not shared with you.',
  })
  family!: Pick<Family, 'id'> | null;
}

type Reference = Readonly<Record<string, unknown>>;

const familyOf = (value: unknown): { readonly id: string } | null =>
  typeof value === 'object' && value !== null && 'id' in value ? { id: String(value.id) } : null;

export const jobSeekerReference = ({ id, family }: Reference): JobSeekerReference =>
  Object.assign(new JobSeekerReference(), { id: String(id), family: familyOf(family) });

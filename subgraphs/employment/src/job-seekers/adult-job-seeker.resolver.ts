import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import type { Permission } from '../permissions.ts';
import { JobSeeker } from './job-seeker.ts';

@Resolver(() => Adult)
export class AdultJobSeekerResolver {
  @Authorized<Permission>('adult-job-seeker:read')
  @FieldResolver(() => JobSeeker, {
    nullable: true,
    description:
      'The newest job-seeker file of the adult, if any; shared with advisors who follow this very adult.',
  })
  async jobSeeker(@Root() { id }: Adult, @Ctx() { loaders }: Context): Promise<JobSeeker | null> {
    const adult = await loaders.adultWithFiles.load(id);
    return adult?.files[0] ?? null;
  }
}

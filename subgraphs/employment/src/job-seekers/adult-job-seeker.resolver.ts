import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Adult } from '../known-families/adult.ts';
import type { Permission } from '../permissions.ts';
import { JobSeeker } from './job-seeker.ts';

@Resolver(() => Adult)
export class AdultJobSeekerResolver {
  @Authorized<Permission>('job-seeker:read')
  @FieldResolver(() => JobSeeker, {
    nullable: true,
    description: 'The newest job-seeker file of the adult, if any; advisors find only those they follow.',
  })
  async jobSeeker(@Root() { id }: Adult, @Ctx() { loaders }: Context): Promise<JobSeeker | null> {
    const [newest] = await loaders.jobSeekersOfAdult.load(id);
    return newest ?? null;
  }
}

import { Arg, Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Centre } from '../../centres/centres/centre.ts';
import { countOfOptions } from '../../options/care-options/care-options.resolver.ts';
import type { Permission } from '../../permissions.ts';
import { requestIsOpen } from '../care-requests/care-request.rules.ts';
import { CareRequest } from '../care-requests/care-request.ts';
import type { Context } from '../wing.ts';
import { findRequestOptions } from './find-request-options.ts';
import { RequestOptions, shownRequestOptions, WeeklyCareOption } from './request-options.ts';

@Resolver(() => CareRequest)
export class RequestOptionsResolver {
  @Authorized<Permission>('care:read')
  @FieldResolver(() => RequestOptions, {
    nullable: true,
    description: 'Where it could be met, ranked and explained; absent once it is over.',
  })
  async options(
    @Root() request: CareRequest,
    @Arg('first', () => Int, { defaultValue: 5, description: 'How many, 1 to 20.' }) first: number,
    @Ctx() { db, now }: Context,
  ): Promise<RequestOptions | null> {
    const count = countOfOptions(first);
    if (!requestIsOpen(request.status)) return null;
    return shownRequestOptions(await findRequestOptions(db, request, now), count);
  }
}

@Resolver(() => WeeklyCareOption)
export class WeeklyCareOptionResolver {
  @FieldResolver(() => Centre, { description: 'The centre of the section.' })
  centre(@Root() { section }: WeeklyCareOption, @Ctx() { loaders }: Context): Promise<Centre | null> {
    return loaders.centres.load(section.centreId);
  }
}

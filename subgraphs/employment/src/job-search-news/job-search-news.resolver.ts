import { type NewsList, openNews } from '@relais/platform/desk/news.queries.ts';
import { NewsArguments, NewsItemConnection } from '@relais/platform/desk/news.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { advisorSeenBy, type Permission } from '../permissions.ts';
import { jobSearchNewsSentence } from './job-search-news.messages.ts';
import { JOB_SEARCH_NEWS_DETAILS, JobSearchNewsRow, jobSearchNewsRows } from './job-search-news.queries.ts';

const newsOf = ({ user, now, sight, language }: Context): NewsList<JobSearchNewsRow> => {
  const filter = (permission: Permission) => sight.filter(permission);
  const rows = jobSearchNewsRows({
    ...{ sub: user.sub, today: dayOf(now).toString(), now },
    whose: advisorSeenBy(user) === null ? 'FOLLOWED' : 'OWN',
    ...{ jobSearch: filter('job-seeker:read'), cover: filter('cover:read') },
  });
  return {
    rows,
    details: JOB_SEARCH_NEWS_DETAILS,
    shape: JobSearchNewsRow,
    told: (row) => ({ sentence: jobSearchNewsSentence(row, language) }),
  };
};

@Resolver()
export class JobSearchNewsResolver {
  @Authorized<Permission>('job-seeker:read')
  @Query(() => NewsItemConnection, {
    description:
      'What others did in job search since then, and how the childcare of milestones ahead changed (`COVER_CHANGED`), newest first: for advisors of their own job seekers, for caseworkers of the families that they follow. A step is about its job seeker, a changed cover about its milestone.',
  })
  async jobSearchNews(
    @Args(() => NewsArguments) args: NewsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    await sayWhatIsLeftOut<Permission>(context, info, 'job-seeker:read');
    return openNews(context.db, newsOf(context), args, context.now);
  }
}

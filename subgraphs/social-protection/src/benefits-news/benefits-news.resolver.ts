import { type NewsList, openNews } from '@relais/platform/desk/news.queries.ts';
import { NewsArguments, NewsItemConnection } from '@relais/platform/desk/news.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Permission } from '../permissions.ts';
import { targetOf } from '../referrals/referral.rules.ts';
import { benefitsNewsSentence } from './benefits-news.messages.ts';
import { BENEFITS_NEWS_DETAILS, BenefitsNewsRow, benefitsNewsRows } from './benefits-news.queries.ts';

const newsOf = ({ user, now, sight, language }: Context): NewsList<BenefitsNewsRow> => ({
  rows: benefitsNewsRows({
    ...{ sub: user.sub, role: user.role, today: dayOf(now).toString(), target: targetOf(user.role) },
    seen: (permission) => sight.filter(permission),
  }),
  details: BENEFITS_NEWS_DETAILS,
  shape: BenefitsNewsRow,
  told: (row) => ({ sentence: benefitsNewsSentence(row, language) }),
});

@Resolver()
export class BenefitsNewsResolver {
  @Authorized<Permission>('timeline:read')
  @Query(() => NewsItemConnection, {
    description:
      'What others did in social protection since then, newest first: tasks and referrals given to the reader or answered, requests to follow a family, and what was recorded of the families that they follow, as far as they may read it.',
  })
  async benefitsNews(@Args(() => NewsArguments) args: NewsArguments, @Ctx() context: Context) {
    return openNews(context.db, newsOf(context), args, context.now);
  }
}

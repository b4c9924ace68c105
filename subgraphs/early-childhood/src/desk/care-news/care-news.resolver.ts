import { centreStaff, employmentAdvisor } from '@relais/platform/auth/user.ts';
import { type NewsList, openNews } from '@relais/platform/desk/news.queries.ts';
import { NewsArguments, NewsItemConnection } from '@relais/platform/desk/news.ts';
import { say } from '@relais/platform/messages.ts';
import { sayWhatIsLeftOut } from '@relais/platform/sight/parts.ts';
import { dayOf } from '@relais/platform/time/civil-time.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, Info, Query, Resolver } from 'type-graphql';
import { CareStepKind, stepKinds } from '../../history/care-history/care-step-kind.ts';
import { sentenceOfStep } from '../../history/care-history/sentence-of-step.ts';
import type { Permission } from '../../permissions.ts';
import type { Context } from '../wing.ts';
import { AnsweredRow, answeredRows } from './answered-registrations.queries.ts';
import { answeredSentences, staffSentences } from './care-news.messages.ts';
import { CARE_NEWS_DETAILS, CareNewsRow, careNewsRows } from './care-news.queries.ts';
import { newsKinds, whoseNewsOf } from './care-news.rules.ts';

const newsOf = ({ user, now, sight, language }: Context): NewsList<CareNewsRow> => {
  const whose = whoseNewsOf(user.role);
  const rows = careNewsRows({
    whose,
    sub: user.sub,
    today: dayOf(now).toString(),
    care: sight.filter('care:read' satisfies Permission),
    centreIds: user.centreIds,
    kinds: newsKinds(whose, Object.values(CareStepKind)),
  });
  return {
    rows,
    details: CARE_NEWS_DETAILS,
    shape: CareNewsRow,
    told: ({ kind, facts, firstName }) => {
      const step = { kind, facts };
      if (whose !== 'CENTRES') return { sentence: sentenceOfStep(step, { firstName }, language) };
      const text = staffSentences[language][kind] ?? stepKinds[kind][language];
      return { sentence: sentenceOfStep(step, { firstName }, language, text), familyId: null };
    },
  };
};

/** What the service point made of the requests to register that an advisor sent. */
const answersTo = ({ user, language }: Context): NewsList<AnsweredRow> => ({
  rows: answeredRows(user.sub),
  details: '',
  shape: AnsweredRow,
  told: ({ kind, familyName, reason }) => ({
    sentence: say(answeredSentences, language, kind, { family: familyName, reason: reason ?? '' }),
    familyId: null,
  }),
});

@Resolver()
export class CareNewsResolver {
  @Authorized<Permission>('care-news:read')
  @Query(() => NewsItemConnection, {
    description:
      'What others did in early childhood since then, newest first: for coordinators what the service point has to look at again, for caseworkers all of the families that they follow, for the staff of centres what becomes of care in their own, for advisors what became of the requests to register that they sent.',
  })
  async careNews(
    @Args(() => NewsArguments) args: NewsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (employmentAdvisor(context.user)) return openNews(context.db, answersTo(context), args, context.now);
    if (!centreStaff(context.user)) await sayWhatIsLeftOut<Permission>(context, info, 'care:read');
    return openNews(context.db, newsOf(context), args, context.now);
  }
}

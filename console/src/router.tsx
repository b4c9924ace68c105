import { AdvisorBoard } from './graph/asked/advisor-board.ts';
import { FamiliesThatNeedMe } from './graph/asked/families-that-need-me.ts';
import { OpenFamily } from './graph/asked/open-family.ts';
import { WhereFileIs } from './graph/asked/where-file-is.ts';
import { sessionState } from './graph/session.ts';
import { answerOf, answers, askAhead } from './graph/use-answer.ts';
import { addressOf, paramsIn } from './routing/address.rules.ts';
import type { Page } from './routing/browser-routing.ts';
import { page } from './routing/page.tsx';
import {
  auditSearch,
  boardVariables,
  closuresSearch,
  colleaguesSearch,
  daySearch,
  doublesSearch,
  familiesSearch,
  fileVariables,
  inboxSearch,
  lackingSearch,
  noSearch,
  offersSearch,
  placementsSearch,
  placesSearch,
  planSearch,
  reportSearch,
  seekersSearch,
  waitingSearch,
  weekSearch,
} from './searches.rules.ts';
import { UnknownPage } from './shell/broken.tsx';
import { keepSearch } from './shell/last-search.ts';
import { firstPlaceOf, followsFamilies } from './shell/places.rules.ts';
import { SignedIn } from './shell/signed-in.tsx';

const role = () => {
  const state = sessionState();
  return state.is === 'signed-out' ? undefined : state.person.role;
};

const start: Page = {
  path: '/',
  open: () => {
    const whose = role();
    return whose ? { instead: firstPlaceOf(whose) } : { shown: null };
  },
};

/** A desk names a family by its id; its file has its reference for an address. */
const file: Page = {
  path: '/file/$id',
  open: async ({ id = '' }) => {
    const { data } = await answers.fetchQuery(answerOf(WhereFileIs, { id }));
    const reference = data.familyById?.reference;
    if (!reference) return { shown: <UnknownPage /> };
    const { hash } = location;
    return { instead: addressOf({ to: '/families/$reference', params: { reference } }) + hash };
  },
};

/** What a page shows first is asked for while its code is on its way. */
export const pages: readonly Page[] = [
  start,
  page('/week', {
    search: weekSearch,
    view: async () => (await import('./features/advisor-week/week-page.tsx')).WeekPage,
    onVisit: (_, search) => {
      keepSearch('/week', search);
      if (role() === 'EMPLOYMENT_ADVISOR') askAhead(AdvisorBoard, boardVariables(search.monday, Date.now()));
    },
  }),
  page('/families', {
    search: familiesSearch,
    replaces: true,
    view: async () => (await import('./features/find-family/families-page.tsx')).FamiliesPage,
    onVisit: () => {
      const whose = role();
      if (whose && followsFamilies(whose)) askAhead(FamiliesThatNeedMe, {});
    },
  }),
  page('/families/$reference', {
    search: noSearch,
    view: async () => {
      const { FilePage } = await import('./features/family-file/file-page.tsx');
      return ({ params: { reference = '' } }) => <FilePage reference={reference} />;
    },
    onVisit: ({ reference = '' }) => askAhead(OpenFamily, fileVariables(reference, Date.now())),
  }),
  file,
  page('/today', {
    search: noSearch,
    view: async () => (await import('./features/desk/desk-page.tsx')).DeskPage,
  }),
  page('/waiting', {
    search: waitingSearch,
    view: async () => (await import('./features/waiting-list/waiting-page.tsx')).WaitingPage,
    onVisit: (_, search) => keepSearch('/waiting', search),
  }),
  page('/offers', {
    search: offersSearch,
    view: async () => (await import('./features/offers/offers-page.tsx')).OffersPage,
  }),
  page('/without-care', {
    search: lackingSearch,
    view: async () => (await import('./features/milestones-without-care/lacking-page.tsx')).LackingPage,
  }),
  page('/day', {
    search: daySearch,
    view: async () => (await import('./features/centre-day/day-page.tsx')).DayPage,
  }),
  page('/plan', {
    search: planSearch,
    replaces: true,
    view: async () => (await import('./features/plan/plan-page.tsx')).PlanPage,
  }),
  page('/job-seekers', {
    search: seekersSearch,
    view: async () => (await import('./features/job-seekers/seekers-page.tsx')).SeekersPage,
  }),
  page('/job-seekers/$id', {
    search: noSearch,
    view: async () => {
      const { SeekerPage } = await import('./features/job-seekers/seeker-page.tsx');
      return ({ params: { id = '' } }) => <SeekerPage id={id} />;
    },
  }),
  page('/inbox', {
    search: inboxSearch,
    view: async () => (await import('./features/inbox/inbox-page.tsx')).InboxPage,
  }),
  page('/incomplete', {
    search: noSearch,
    view: async () => (await import('./features/incomplete-centres/incomplete-page.tsx')).IncompletePage,
  }),
  page('/city', {
    search: noSearch,
    view: async () => (await import('./features/city-rules/city-page.tsx')).CityPage,
  }),
  page('/report', {
    search: reportSearch,
    view: async () => (await import('./features/report/report-page.tsx')).ReportPage,
  }),
  page('/closures', {
    search: closuresSearch,
    view: async () => (await import('./features/closures/closures-page.tsx')).ClosuresPage,
  }),
  page('/placements', {
    search: placementsSearch,
    holds: true,
    view: async () => (await import('./features/placements/placements-page.tsx')).PlacementsPage,
  }),
  page('/places', {
    search: placesSearch,
    view: async () => (await import('./features/places/places-page.tsx')).PlacesPage,
  }),
  page('/doubles', {
    search: doublesSearch,
    view: async () => (await import('./features/doubles/doubles-page.tsx')).DoublesPage,
  }),
  page('/colleagues', {
    search: colleaguesSearch,
    view: async () => (await import('./features/colleagues/colleagues-page.tsx')).ColleaguesPage,
  }),
  page('/register', {
    search: noSearch,
    view: async () => (await import('./features/find-family/register-page.tsx')).RegisterPage,
  }),
  page('/care-request/$childId', {
    search: noSearch,
    view: async () => {
      const { RequestPage } = await import('./features/care-request/request-page.tsx');
      return ({ params: { childId = '' } }) => <RequestPage childId={childId} />;
    },
  }),
  page('/audit', {
    search: auditSearch,
    view: async () => (await import('./features/audit/audit-page.tsx')).AuditPage,
  }),
  page('/queries', {
    search: noSearch,
    view: async () => (await import('./features/queries/queries-page.tsx')).QueriesPage,
  }),
  { path: '/signed-in', open: () => ({ shown: <SignedIn /> }) },
];

/** The code of the page that an address names is asked for before it is known who looks at it. */
export const loadAhead = (pathname: string): void =>
  pages.find(({ path }) => paramsIn(path, pathname) !== undefined)?.load?.();

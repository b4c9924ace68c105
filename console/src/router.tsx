import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { AdvisorBoard } from './graph/asked/advisor-board.ts';
import { FamiliesThatNeedMe } from './graph/asked/families-that-need-me.ts';
import { OpenFamily } from './graph/asked/open-family.ts';
import { WhereFileIs } from './graph/asked/where-file-is.ts';
import { sessionState } from './graph/session.ts';
import { answerOf, answers, askAhead } from './graph/use-answer.ts';
import {
  auditSearch,
  boardVariables,
  closuresSearch,
  daySearch,
  familiesSearch,
  fileVariables,
  lackingSearch,
  offersSearch,
  planSearch,
  reportSearch,
  seekersSearch,
  waitingSearch,
  weekSearch,
} from './searches.rules.ts';
import { Broken, UnknownPage } from './shell/broken.tsx';
import { keepSearch } from './shell/last-search.ts';
import { firstPlaceOf, followsFamilies } from './shell/places.rules.ts';
import { Root } from './shell/root.tsx';
import { SignedIn } from './shell/signed-in.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: UnknownPage, errorComponent: Broken });

const role = () => {
  const state = sessionState();
  return state.is === 'signed-out' ? undefined : state.person.role;
};

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const whose = role();
    if (whose) throw redirect({ to: firstPlaceOf(whose), replace: true });
  },
});

/** What a page shows first is asked for while its code is on its way. */
export const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  validateSearch: weekSearch,
  loaderDeps: ({ search: { monday } }) => ({ monday }),
  loader: ({ deps: { monday } }) => {
    if (role() === 'EMPLOYMENT_ADVISOR') askAhead(AdvisorBoard, boardVariables(monday, Date.now()));
  },
  onEnter: ({ search }) => keepSearch('/week', search),
  onStay: ({ search }) => keepSearch('/week', search),
  component: lazyRouteComponent(() => import('./features/advisor-week/route.tsx'), 'WeekRoute'),
});

export const families = createRoute({
  getParentRoute: () => root,
  path: '/families',
  validateSearch: familiesSearch,
  loader: () => {
    const whose = role();
    if (whose && followsFamilies(whose)) askAhead(FamiliesThatNeedMe, {});
  },
  component: lazyRouteComponent(() => import('./features/find-family/route.tsx'), 'FamiliesRoute'),
});

export const family = createRoute({
  getParentRoute: () => root,
  path: '/families/$reference',
  loader: ({ params: { reference } }) => askAhead(OpenFamily, fileVariables(reference, Date.now())),
  component: lazyRouteComponent(() => import('./features/family-file/route.tsx'), 'FileRoute'),
});

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('./features/desk/desk-page.tsx'), 'DeskPage'),
});

const waiting = createRoute({
  getParentRoute: () => root,
  path: '/waiting',
  validateSearch: waitingSearch,
  onEnter: ({ search }) => keepSearch('/waiting', search),
  onStay: ({ search }) => keepSearch('/waiting', search),
  component: lazyRouteComponent(() => import('./features/waiting-list/route.tsx'), 'WaitingRoute'),
});

const offers = createRoute({
  getParentRoute: () => root,
  path: '/offers',
  validateSearch: offersSearch,
  component: lazyRouteComponent(() => import('./features/offers/route.tsx'), 'OffersRoute'),
});

const withoutCare = createRoute({
  getParentRoute: () => root,
  path: '/without-care',
  validateSearch: lackingSearch,
  component: lazyRouteComponent(() => import('./features/milestones-without-care/route.tsx'), 'LackingRoute'),
});

const day = createRoute({
  getParentRoute: () => root,
  path: '/day',
  validateSearch: daySearch,
  component: lazyRouteComponent(() => import('./features/centre-day/route.tsx'), 'DayRoute'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: planSearch,
  component: lazyRouteComponent(() => import('./features/plan/route.tsx'), 'PlanRoute'),
});

const jobSeekers = createRoute({
  getParentRoute: () => root,
  path: '/job-seekers',
  validateSearch: seekersSearch,
  component: lazyRouteComponent(() => import('./features/job-seekers/route.tsx'), 'SeekersRoute'),
});

const jobSeeker = createRoute({
  getParentRoute: () => root,
  path: '/job-seekers/$id',
  component: lazyRouteComponent(() => import('./features/job-seekers/seeker-route.tsx'), 'SeekerRoute'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('./features/report/route.tsx'), 'ReportRoute'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/register',
  component: lazyRouteComponent(() => import('./features/find-family/register-page.tsx'), 'RegisterPage'),
});

const careRequest = createRoute({
  getParentRoute: () => root,
  path: '/care-request/$childId',
  component: lazyRouteComponent(() => import('./features/care-request/route.tsx'), 'RequestRoute'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./features/audit/route.tsx'), 'AuditRoute'),
});

const closures = createRoute({
  getParentRoute: () => root,
  path: '/closures',
  validateSearch: closuresSearch,
  component: lazyRouteComponent(() => import('./features/closures/route.tsx'), 'ClosuresRoute'),
});

/** A desk names a family by its id; its file has its reference for an address. */
const file = createRoute({
  getParentRoute: () => root,
  path: '/file/$id',
  beforeLoad: async ({ params: { id } }) => {
    const { data } = await answers.fetchQuery(answerOf(WhereFileIs, { id }));
    const reference = data.familyById?.reference;
    if (reference) throw redirect({ to: '/families/$reference', params: { reference }, replace: true });
  },
  component: UnknownPage,
});

const queries = createRoute({
  getParentRoute: () => root,
  path: '/queries',
  component: lazyRouteComponent(() => import('./features/queries/queries-page.tsx'), 'QueriesPage'),
});
const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedIn });

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    week,
    families,
    family,
    file,
    today,
    waiting,
    offers,
    withoutCare,
    day,
    plan,
    jobSeekers,
    jobSeeker,
    report,
    closures,
    register,
    careRequest,
    audit,
    queries,
    signedIn,
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the router's types are told of our routes by merging
  interface Register {
    router: typeof router;
  }
}

import type {
  DemoLife,
  DemoNote,
  DemoProfessional,
  DemoReferral,
  DemoTask,
  DemoTeamMember,
} from './demo-life.ts';
import type { Maker } from './make-people.ts';
import type { Team } from './support-teams.ts';

const MORNING = 9 * 60;
const AFTERNOON = 15 * 60;

/** Whoever accepted a referral is of the team. */
const hasAccepted = (familyNumber: number): boolean => draftFor(familyNumber)?.decision === 'ACCEPTED';

const membersOf = (maker: Maker, team: Team, familyNumber: number): DemoTeamMember[] => {
  const joined = maker.calendar.dayAt(-maker.random.between(90, 400));
  const isCoordinated = maker.random.chance(0.4);
  const member = (professional: DemoProfessional): DemoTeamMember => ({
    id: maker.newId(),
    professional,
    isLead: professional === team.caseworker,
    from: joined.day,
    recordedAt: joined.at(MORNING),
  });
  const others = [team.advisor, isCoordinated || hasAccepted(familyNumber) ? team.coordinator : null];
  return [team.caseworker, ...others].flatMap((each) => (each ? [member(each)] : []));
};

type Draft = {
  readonly from: keyof Team;
  readonly to: keyof Team;
  readonly message: string;
  readonly sentDaysAgo: number;
  readonly seenDaysAgo?: number;
  readonly decision?: 'ACCEPTED' | 'DECLINED';
  readonly declineReason?: string;
};

/** One for each state that a referral can be in; the sixth has expired, the second waits for too long. */
const drafts: readonly Draft[] = [
  {
    ...{ from: 'caseworker', to: 'coordinator', sentDaysAgo: 20, seenDaysAgo: 19, decision: 'ACCEPTED' },
    message: 'Madame reprend une formation en janvier et n’a pas de mode de garde.',
  },
  {
    ...{ from: 'caseworker', to: 'advisor', sentDaysAgo: 12, seenDaysAgo: 11 },
    message: 'Peut-on déplacer l’atelier ? Aucune place le mercredi.',
  },
  {
    ...{ from: 'coordinator', to: 'caseworker', sentDaysAgo: 5 },
    message: 'La famille ne répond plus ; une visite serait utile.',
  },
  {
    ...{ from: 'advisor', to: 'coordinator', sentDaysAgo: 3 },
    message: 'Entretien à venir, la garde n’est pas assurée.',
  },
  {
    ...{ from: 'caseworker', to: 'coordinator', sentDaysAgo: 40, seenDaysAgo: 38, decision: 'DECLINED' },
    message: 'Demande de place à la journée.',
    declineReason: 'L’enfant est déjà accueilli toute la semaine.',
  },
  {
    ...{ from: 'advisor', to: 'caseworker', sentDaysAgo: 35 },
    message: 'Le RSA est suspendu, la recherche d’emploi s’arrête.',
  },
];

const targets = { caseworker: 'SOCIAL_WORKER', advisor: 'ADVISOR', coordinator: 'SERVICE_POINT' } as const;

/** The showcase waits for an answer; of the others every second one has a referral, the kinds in turn. */
const draftFor = (familyNumber: number): Draft | undefined => {
  if (familyNumber === 1) return drafts[1];
  return familyNumber % 2 === 0 ? drafts[(familyNumber / 2) % drafts.length] : undefined;
};

type At = (daysAgo: number, minutes: number) => Date;

/** What came of a referral. */
const outcomeOf = ({ seenDaysAgo, decision, declineReason }: Draft, sub: string, at: At) => {
  const seen = seenDaysAgo !== undefined && { seenAt: at(seenDaysAgo, MORNING), seenBySub: sub };
  const decided = seenDaysAgo !== undefined &&
    decision && { decision, decidedAt: at(seenDaysAgo, AFTERNOON), decidedBySub: sub };
  const waiting = { seenAt: null, seenBySub: null, decision: null, decidedAt: null, decidedBySub: null };
  return { ...waiting, ...seen, ...decided, declineReason: declineReason ?? null };
};

const referralsOf = ({ calendar, newId }: Maker, team: Team, familyNumber: number): DemoReferral[] => {
  const draft = draftFor(familyNumber);
  const sender = draft && team[draft.from];
  const addressee = draft && team[draft.to];
  if (!draft || !sender || !addressee) return [];
  const at: At = (daysAgo, minutes) => calendar.dayAt(-daysAgo).at(minutes);
  return [
    {
      id: newId(),
      senderSub: sender.sub,
      target: targets[draft.to],
      addresseeSub: draft.to === 'advisor' ? addressee.sub : null,
      message: draft.message,
      sentAt: at(draft.sentDaysAgo, MORNING),
      ...outcomeOf(draft, addressee.sub, at),
    },
  ];
};

type NoteDraft = Pick<DemoNote, 'category' | 'audience' | 'text'> & { readonly by: keyof Team };

const noteDrafts: readonly NoteDraft[] = [
  {
    by: 'caseworker',
    category: 'GENERAL',
    audience: 'SUPPORT_TEAM',
    text: 'Joignable plutôt le matin, par SMS.',
  },
  {
    by: 'caseworker',
    category: 'BENEFITS',
    audience: 'SOCIAL_WORKERS',
    text: 'Déclaration trimestrielle à refaire ensemble.',
  },
  {
    by: 'coordinator',
    category: 'CHILDCARE',
    audience: 'ALL_AGENCIES',
    text: 'Adaptation faite, l’enfant se sépare bien.',
  },
  {
    by: 'advisor',
    category: 'JOB_SEARCH',
    audience: 'ALL_AGENCIES',
    text: 'Prête à accepter des horaires décalés si la garde suit.',
  },
  { by: 'caseworker', category: 'GENERAL', audience: 'AUTHOR', text: 'Rappeler après les vacances.' },
];

const notesOf = (maker: Maker, team: Team, familyNumber: number): DemoNote[] => {
  const { random, calendar, newId } = maker;
  const count = familyNumber === 1 ? 4 : random.between(0, 2);
  const first = familyNumber === 1 ? 0 : random.between(0, noteDrafts.length - 1);
  return Array.from({ length: count }, (_, index) => noteDrafts[(first + index) % noteDrafts.length]).flatMap(
    (draft) => {
      const author = draft && team[draft.by];
      if (!author) return [];
      const { by: _by, ...note } = draft;
      const writtenAt = calendar.dayAt(-random.between(2, 80)).at(AFTERNOON);
      return [{ id: newId(), authorSub: author.sub, ...note, writtenAt }];
    },
  );
};

const taskTitles = [
  'Appeler la CAF avec la famille',
  'Vérifier la place pour la formation',
  'Préparer le dossier de prime d’activité',
  'Rendre visite au centre avec la famille',
] as const;

/** Days until it is due, and whether it is done: late, soon, later, done. */
const taskStates = [
  { dueIn: -4, isDone: false },
  { dueIn: 2, isDone: false },
  { dueIn: 9, isDone: false },
  { dueIn: -6, isDone: true },
] as const;
const ADDED_DAYS_AGO = 15;
const DONE_DAYS_AGO = 8;

const tasksOf = (maker: Maker, team: Team, familyNumber: number): DemoTask[] => {
  const { random, calendar, newId } = maker;
  if (familyNumber !== 1 && !random.chance(0.45)) return [];
  const { dueIn, isDone } = familyNumber === 1 ? taskStates[1] : random.pick(taskStates);
  const assignee = random.pick([team.caseworker, team.advisor ?? team.caseworker, team.coordinator]);
  return [
    {
      id: newId(),
      title: random.pick(taskTitles),
      dueOn: calendar.dayAt(dueIn).day,
      assigneeSub: (familyNumber === 1 ? team.caseworker : assignee).sub,
      addedBySub: team.caseworker.sub,
      addedAt: calendar.dayAt(-ADDED_DAYS_AGO).at(AFTERNOON),
      doneAt: isDone ? calendar.dayAt(-DONE_DAYS_AGO).at(MORNING) : null,
    },
  ];
};

/** Who follows a family, and what they told and asked each other. */
export const makeCoordination = (
  maker: Maker,
  team: Team,
  familyNumber: number,
): Pick<DemoLife, 'professionals' | 'team' | 'referrals' | 'notes' | 'tasks'> => ({
  professionals: Object.values(team).filter((each) => each !== null),
  team: membersOf(maker, team, familyNumber),
  referrals: referralsOf(maker, team, familyNumber),
  notes: notesOf(maker, team, familyNumber),
  tasks: tasksOf(maker, team, familyNumber),
});

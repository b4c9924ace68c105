export type Target = 'ADVISOR' | 'SERVICE_POINT' | 'SOCIAL_WORKER';
export const TARGETS: readonly Target[] = ['SERVICE_POINT', 'SOCIAL_WORKER', 'ADVISOR'];

export type Named = { readonly id: string; readonly name: string };

export type EntrustDraft = {
  readonly target: Target;
  /** Somebody in particular; else whoever of the service takes it. */
  readonly named: Named | undefined;
  readonly message: string;
  /** Whoever leads the team puts them into it at once, and does not wait for their answer. */
  readonly joins: boolean;
};

export const newEntrusting = (): EntrustDraft => ({
  target: 'SERVICE_POINT',
  named: undefined,
  message: '',
  joins: false,
});

const roles = {
  ADVISOR: 'EMPLOYMENT_ADVISOR',
  SERVICE_POINT: 'CARE_COORDINATOR',
  SOCIAL_WORKER: 'CASEWORKER',
} as const;

/** Who may be named for it. */
export const roleOf = (target: Target) => roles[target];

export type EntrustLack = 'WHO' | 'WHAT';

/** An advisor sees their own job seekers only, and is always named. */
export const lackOfEntrusting = ({ target, named, message }: EntrustDraft): EntrustLack | undefined => {
  if (target === 'ADVISOR' && !named) return 'WHO';
  return message.trim() === '' ? 'WHAT' : undefined;
};

/** What is sent: who joins, where somebody does, and what they are asked. */
export const entrustInputs = ({ target, named, message, joins }: EntrustDraft, familyId: string) => ({
  join: joins && named ? { familyId, isLead: false, professional: { id: named.id } } : undefined,
  refer: { familyId, target, message: message.trim(), addressee: named ? { id: named.id } : null },
});

type Member = { readonly isLead: boolean; readonly professional: { readonly sub: string } | null };

/** Who leads the team puts others into it. */
export const leads = (team: readonly Member[], sub: string | undefined): boolean =>
  team.some(({ isLead, professional }) => isLead && professional?.sub === sub);

const WAITING = new Set(['SENT', 'SEEN']);

/** Those that nobody has answered yet. */
export const unanswered = <Of extends { readonly status: string }>(referrals: readonly Of[]): readonly Of[] =>
  referrals.filter(({ status }) => WAITING.has(status));

import type { CareKind, Day, DemoFamily, DemoFollowUp, WeeklyLine } from './demo-family.ts';

/** What happened around a family: who follows it, what was done for it, when and by whom. */
export type DemoLife = {
  /** Everybody who works with the family, in its team or not. */
  readonly professionals: readonly DemoProfessional[];
  readonly team: readonly DemoTeamMember[];
  readonly referrals: readonly DemoReferral[];
  readonly notes: readonly DemoNote[];
  readonly tasks: readonly DemoTask[];
  readonly contracts: readonly DemoContract[];
  readonly followUps: DemoFollowUp[];
  readonly jobSearchSteps: readonly DemoStep[];
  readonly careRequests: readonly DemoCareRequest[];
  readonly careSteps: readonly DemoCareStep[];
};

export type LivingFamily = DemoFamily & DemoLife;

export type DemoProfessional = {
  readonly id: string;
  readonly sub: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
};

export type DemoTeamMember = {
  readonly id: string;
  readonly professional: DemoProfessional;
  readonly isLead: boolean;
  readonly from: Day;
  readonly recordedAt: Date;
};

export type DemoReferral = {
  readonly id: string;
  readonly senderSub: string;
  readonly target: 'SERVICE_POINT' | 'ADVISOR' | 'SOCIAL_WORKER';
  readonly addresseeSub: string | null;
  readonly message: string;
  readonly sentAt: Date;
  readonly seenAt: Date | null;
  readonly seenBySub: string | null;
  readonly decision: 'ACCEPTED' | 'DECLINED' | null;
  readonly decidedAt: Date | null;
  readonly decidedBySub: string | null;
  readonly declineReason: string | null;
};

export type DemoNote = {
  readonly id: string;
  readonly authorSub: string;
  readonly category: 'GENERAL' | 'CHILDCARE' | 'BENEFITS' | 'JOB_SEARCH';
  readonly audience: 'AUTHOR' | 'SOCIAL_WORKERS' | 'SUPPORT_TEAM' | 'ALL_AGENCIES';
  readonly text: string;
  readonly writtenAt: Date;
};

export type DemoTask = {
  readonly id: string;
  readonly title: string;
  readonly dueOn: Day;
  readonly assigneeSub: string;
  readonly addedBySub: string;
  readonly addedAt: Date;
  readonly doneAt: Date | null;
};

export type DemoContract = {
  readonly id: string;
  readonly jobSeekerId: string;
  readonly signedOn: Day;
  readonly weeklyHours: number;
};

/** A step of a job search. */
export type DemoStep = {
  readonly id: string;
  readonly jobSeekerId: string;
  readonly kind: string;
  readonly at: Date;
  readonly doneBy: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

export type RequestStatus =
  | 'SUBMITTED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'PLACED'
  | 'ALTERNATIVE_PROPOSED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'LAPSED';

export type DemoCareRequest = {
  readonly id: string;
  readonly childId: string;
  readonly kind: CareKind;
  readonly status: RequestStatus;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly weeklyPattern: readonly WeeklyLine[];
  readonly stretches: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  readonly emergencyReason: 'ILLNESS' | 'UNEXPECTED_WORK' | null;
  readonly rankedCentreIds: readonly string[];
  readonly submittedAt: Date;
  readonly noticeSentAt: Date | null;
  readonly refusalReason: string | null;
  readonly alternative: string | null;
  readonly alternativeContact: string | null;
  readonly version: number;
};

/** A step in what the service point does for a family. */
export type DemoCareStep = {
  readonly id: string;
  readonly childId: string | null;
  readonly subjectId: string;
  readonly kind: string;
  readonly at: Date;
  readonly doneBy: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

import { type RefusalDetails, statesOfStep } from '@relais/platform/graphql/refusal.ts';
import type { Catalogue } from '@relais/platform/messages.ts';
import type { MilestoneStatus } from './milestone-status.ts';

/** A milestone that is moved keeps its status. */
export type MilestoneStep = MilestoneStatus | 'MOVED';

const milestoneSteps: Catalogue<MilestoneStep> = {
  fr: {
    PLANNED: 'prévue',
    CONFIRMED: 'confirmée',
    ATTENDED: 'honorée',
    MISSED: 'manquée',
    EXCUSED: 'excusée',
    CANCELLED: 'annulée',
    MOVED: 'déplacée',
  },
  en: {
    PLANNED: 'planned',
    CONFIRMED: 'confirmed',
    ATTENDED: 'attended',
    MISSED: 'missed',
    EXCUSED: 'excused',
    CANCELLED: 'called off',
    MOVED: 'moved',
  },
};

/** What a refused step of a milestone names. */
export const detailsOfStep = (present: MilestoneStatus, asked: MilestoneStep): RefusalDetails =>
  statesOfStep(milestoneSteps, present, asked);

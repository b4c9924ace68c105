import { describe, expect, it } from '@jest/globals';
import { entryOfStep } from './entry-of-step.ts';
import { stepKindsTold } from './job-search-step.rules.ts';
import type { StepFacts } from './job-search-step.ts';
import type { JobSearchStepKind } from './job-search-step-kind.ts';
import { timesOnly } from './job-search-timeline.messages.ts';

const startsAt = '2026-03-12T09:00:00.000Z';
const interview = { startsAt, milestoneKind: 'INTERVIEW' } as const satisfies StepFacts;
const told = (kind: JobSearchStepKind, facts: StepFacts, language: 'fr' | 'en' = 'fr', knowsFiles = true) =>
  entryOfStep({ id: 'a', at: new Date(startsAt), kind, facts, doneBy: 'lea' }, language, knowsFiles).sentence;

const training: StepFacts = { startsAt, milestoneKind: 'TRAINING_SESSION', lastDay: '2026-05-14', count: 26 };

const steps: [JobSearchStepKind, StepFacts, string][] = [
  [
    'FILE_OPENED',
    { day: '2026-03-01', category: 2 },
    'Inscription comme demandeur d’emploi le 1er mars 2026, catégorie 2.',
  ],
  ['ADVISOR_CHANGED', { advisorId: 'b' }, 'Un autre conseiller suit la recherche d’emploi.'],
  [
    'FILES_PARTED',
    {},
    'Deux dossiers de familles, réunis par erreur, sont de nouveau séparés : vérifiez ce qui a été prévu entre-temps.',
  ],
  [
    'FILES_PARTED',
    {
      staying: ['milestones', 'milestones', 'follow_ups', 'corrections'].map((table) => ({
        ...{ table, rowId: 'a', stays: 'CHANGED' as const },
      })),
    },
    'Deux dossiers de familles, réunis par erreur, sont de nouveau séparés : vérifiez ce qui a été prévu entre-temps. Ce qui n’a pas pu être remis comme avant : étapes, retours à l’emploi, autres éléments.',
  ],
  ['PUT_TO_THE_DESK', {}, 'Le dossier attend un nouveau conseiller.'],
  ['CATEGORY_CHANGED', { category: 4 }, 'Changement de catégorie : 4.'],
  [
    'CONTRACT_AGREED',
    { day: '2026-03-09', weeklyHours: 15 },
    'Contrat d’engagement signé le 9 mars 2026 : 15 heures par semaine.',
  ],
  [
    'HOURS_REDUCED',
    { day: '2026-03-10', weeklyHours: 0, evidence: 'UNCOVERED' },
    'Faute de garde d’enfants, 0 heures par semaine à compter du 10 mars 2026.',
  ],
  [
    'FILE_CLOSED',
    { day: '2026-03-16', closingReason: 'STRUCK_OFF' },
    'Fin de l’inscription le 16 mars 2026 : radiation.',
  ],
  ['MILESTONE_PLANNED', interview, 'Étape prévue : entretien d’embauche, le 12 mars 2026 à 10:00.'],
  [
    'MILESTONE_SERIES_PLANNED',
    training,
    'Série prévue : formation, 26 fois, du 12 mars 2026 à 10:00 au 14 mai 2026.',
  ],
  [
    'MILESTONE_SERIES_MOVED',
    training,
    'Série déplacée : formation, 26 fois, désormais du 12 mars 2026 à 10:00 au 14 mai 2026.',
  ],
  [
    'MILESTONE_SERIES_CANCELLED',
    training,
    'Série annulée : formation, 26 fois, du 12 mars 2026 à 10:00 au 14 mai 2026.',
  ],
  [
    'MILESTONE_SERIES_HELD',
    training,
    'Issue enregistrée pour 26 étapes d’une série : formation, du 12 mars 2026 à 10:00 au 14 mai 2026.',
  ],
  ['MILESTONE_MOVED', interview, 'Étape déplacée : entretien d’embauche, désormais le 12 mars 2026 à 10:00.'],
  ['MILESTONE_CONFIRMED', interview, 'Étape confirmée : entretien d’embauche, le 12 mars 2026 à 10:00.'],
  ['MILESTONE_ATTENDED', interview, 'Présence : entretien d’embauche, le 12 mars 2026 à 10:00.'],
  [
    'RETURN_CORRECTED',
    { day: '2026-03-16', returnKind: 'TRAINING' },
    'Retour à l’emploi ou en formation corrigé : le 16 mars 2026, formation.',
  ],
  [
    'FOLLOW_UP_CORRECTED',
    { day: '2026-03-16', point: 'ONE_MONTH', outcome: 'CHANGED' },
    'Suivi après un mois corrigé : un autre emploi ou une autre formation a suivi.',
  ],
  [
    'MILESTONE_OUTCOME_CORRECTED',
    { ...interview, ended: 'MISSED', missedReason: 'HEALTH' },
    'Issue corrigée : entretien d’embauche, le 12 mars 2026 à 10:00 ; désormais absence (santé).',
  ],
  [
    'MILESTONE_OUTCOME_CORRECTED',
    { ...interview, ended: 'ATTENDED' },
    'Issue corrigée : entretien d’embauche, le 12 mars 2026 à 10:00 ; désormais présence.',
  ],
  [
    'MILESTONE_MISSED',
    { ...interview, missedReason: 'CHILDCARE' },
    'Absence : entretien d’embauche, le 12 mars 2026 à 10:00 (garde d’enfants).',
  ],
  ['MILESTONE_EXCUSED', interview, 'Absence excusée : entretien d’embauche, le 12 mars 2026 à 10:00.'],
  ['MILESTONE_CANCELLED', interview, 'Étape annulée : entretien d’embauche, le 12 mars 2026 à 10:00.'],
  [
    'RETURNED_TO_WORK',
    { day: '2026-03-16', returnKind: 'EDUCATION' },
    'Retour à l’emploi ou en formation le 16 mars 2026 : études.',
  ],
  ['FOLLOWED_UP', { point: 'ONE_MONTH', outcome: 'GOES_ON' }, 'Suivi après un mois : se poursuit.'],
];

describe('a step', () => {
  it.each(steps)('%s is told with its facts', (kind, facts, sentence) => {
    expect(told(kind, facts)).toBe(sentence);
    expect(told(kind, facts, 'en')).not.toMatch(/[{}]/);
  });

  it('is told in English', () => {
    expect(told('MILESTONE_PLANNED', interview, 'en')).toBe(
      'Milestone planned: job interview, on 12 March 2026 at 10:00.',
    );
  });

  it('says who recorded it, only to who may know', () => {
    const step = {
      id: 'a',
      at: new Date(startsAt),
      kind: 'MILESTONE_PLANNED',
      facts: interview,
      doneBy: 'lea',
    } as const;
    const author = (knowsFiles: boolean) => entryOfStep(step, 'fr', knowsFiles).author;
    expect([author(true), author(false)]).toEqual(['lea', null]);
  });

  it.each<[JobSearchStepKind, string]>([
    ['MILESTONE_PLANNED', 'Étape prévue le 12 mars 2026 à 10:00.'],
    ['MILESTONE_SERIES_PLANNED', 'Série d’étapes prévue : 26 fois, du 12 mars 2026 à 10:00 au 14 mai 2026.'],
    ['MILESTONE_MOVED', 'Étape déplacée, désormais le 12 mars 2026 à 10:00.'],
    ['MILESTONE_CANCELLED', 'Étape du 12 mars 2026 à 10:00 annulée.'],
    ['MILESTONE_MISSED', ''],
  ])('%s is told by its times only to one who does not see job seekers', (kind, sentence) => {
    expect(told(kind, { ...training, missedReason: 'CHILDCARE' }, 'fr', false)).toBe(sentence);
    expect(told(kind, training, 'en', false)).not.toMatch(/[{}]|training/);
  });

  it('has a sentence of its times for every kind that is told to who knows no more', () => {
    expect(stepKindsTold(false).filter((kind) => !timesOnly[kind])).toEqual([]);
  });
});

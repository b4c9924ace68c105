import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { notServedYet } from '../../centres/districts/district.reasons.ts';

export const unknownToAsker = {
  UNKNOWN_MILESTONE: {
    fr: 'Le guichet ne connaît pas cette étape. Si elle vient d’être fixée, réessayez dans un instant ; si la famille s’oppose à ce que sa recherche d’emploi soit connue ici, demandez l’accueil pour ces heures, sans l’étape.',
    en: 'The service point does not know this milestone. If it was just planned, try again in a moment; if the family objects to sharing its job search here, ask for care at these hours, without the milestone.',
    meaning:
      'The milestone is not known here, or not yet, or not the advisor’s, or the family objects to sharing its job search with the service point, which then cannot tell it from one that never was.',
  },
};

export const careObjection = {
  FAMILY_OBJECTS: {
    fr: 'La famille s’oppose à ce que l’accueil de ses enfants soit connu de votre organisme : rien n’a changé. Adressez-vous au guichet pour l’accueil pendant cette étape.',
    en: 'The family objects to sharing its childcare with your agency: nothing was changed. Turn to the service point for care during this milestone.',
  },
};

/** Of a milestone, or of one of a series. */
const nothingBooked = {
  NOTHING_TO_COVER: {
    fr: 'Aucun enfant ne manque d’accueil pendant cette étape.',
    en: 'No child lacks care during this milestone.',
    meaning: 'No child lacks care that could still be booked.',
  },
  CHOICE_NOT_POSSIBLE: {
    fr: 'La place choisie ne convient pas, ou plus. Rien n’a été réservé ; voyez ce qui conviendrait.',
    en: 'The place chosen does not fit, or no longer does. Nothing was booked; see what would fit.',
    meaning:
      'The section chosen is no option for the gap; nothing was booked, and the alternatives say what is.',
  },
  NO_OPTION: {
    fr: 'Aucune place ne convient pour tous les enfants. Rien n’a été réservé ; voyez ce qui conviendrait en partie ou autrement.',
    en: 'No place fits for all of the children. Nothing was booked; see what would fit in part or otherwise.',
    meaning: 'Not every gap has an option; nothing was booked, and the alternatives say what could be.',
  },
} satisfies Reasons;

export const coverReasons = reasons(
  unknownToAsker,
  careObjection,
  notServedYet,
  stale({ fr: 'une étape', en: 'milestone' }),
  idTaken,
  nothingBooked,
  {
    VERSION_NOT_KNOWN_YET: {
      fr: 'Cette version de l’étape n’est pas connue ici. Relisez-la ; si elle vient de changer, réessayez dans un instant.',
      en: 'This version of the milestone is not known here. Read it again; if it has just changed, try again in a moment.',
      meaning: 'No such version of the milestone has arrived here, though it was awaited a moment.',
    },
    MILESTONE_CALLED_OFF: {
      fr: 'Cette étape n’est plus prévue : il n’y a rien à réserver.',
      en: 'This milestone is no longer planned: there is nothing to book.',
    },
    MILESTONE_OVER: { fr: 'Cette étape est passée.', en: 'This milestone is over.' },
    CHOICE_NOT_NEEDED: {
      fr: 'Un des choix ne correspond à aucun accueil qui manque. Relisez l’étape : rien n’a été réservé.',
      en: 'One of the choices is for no care that is missing. Read the milestone again: nothing was booked.',
      meaning: 'A choice is for no gap of the milestone, or two are for the same; nothing was booked.',
    },
  },
);

const unknownSeries = {
  UNKNOWN_SERIES: {
    fr: 'Le guichet ne connaît pas cette série d’étapes. Si elle vient d’être fixée, réessayez dans un instant ; si la famille s’oppose à ce que sa recherche d’emploi soit connue ici, demandez l’accueil pour ces heures, sans les étapes.',
    en: 'The service point does not know this series of milestones. If it was just planned, try again in a moment; if the family objects to sharing its job search here, ask for care at these hours, without the milestones.',
    meaning:
      'The series is not known here, or not yet, or not the advisor’s, or the family objects to sharing its job search with the service point, which then cannot tell it from one that never was.',
  },
} satisfies Reasons;

/** Why one milestone of a series was not covered with the others. */
export const occurrenceReasons = nothingBooked;

/** Of a series as somebody saw it. */
export const seriesStanding = reasons(unknownSeries, stale({ fr: 'une série', en: 'series' }), {
  VERSION_NOT_KNOWN_YET: {
    fr: 'Cette version de la série n’est pas connue ici. Relisez-la ; si elle vient de changer, réessayez dans un instant.',
    en: 'This version of the series is not known here. Read it again; if it has just changed, try again in a moment.',
    meaning: 'No such version of the series has arrived here whole, though it was awaited a moment.',
  },
});

export const coverSeriesReasons = reasons(seriesStanding, careObjection, notServedYet, idTaken, {
  NOTHING_LEFT: {
    fr: 'Aucune étape de cette série n’est concernée : toutes sont passées, annulées ou exceptées.',
    en: 'No milestone of this series is concerned: all are over, called off or left out.',
  },
  SERIES_COVERED: {
    fr: 'Aucun enfant ne manque d’accueil pendant les étapes de cette série.',
    en: 'No child lacks care during the milestones of this series.',
    meaning: 'No child lacks care that could still be booked, during none of the milestones meant.',
  },
  CHOICE_NOT_NEEDED: {
    fr: 'Un des choix est pour un enfant auquel aucun accueil ne manque, ou deux sont pour le même. Rien n’a été réservé.',
    en: 'One of the choices is for a child that lacks no care, or two are for the same. Nothing was booked.',
  },
});

import { reasons } from '@relais/platform/graphql/reasons.ts';
import { unknownChild } from '../../families/families/child.reasons.ts';
import { unknownFamily } from '../../families/families/family.reasons.ts';

export const shareReasons = reasons(unknownChild, unknownFamily, {
  SAME_FAMILY: {
    fr: 'L’enfant est déjà inscrit dans cette famille.',
    en: 'The child is registered with this family already.',
  },
  SHARED_WITH_ANOTHER_FAMILY: {
    fr: 'L’enfant est déjà en résidence alternée avec une autre famille.',
    en: 'The child already lives by turns with another family.',
    meaning: 'The child already lives by turns with a third family.',
  },
  PERIOD_OF_ANOTHER_FAMILY: {
    fr: 'Une période du calendrier ne concerne aucune des deux familles.',
    en: 'A period of the calendar is of neither of the two families.',
  },
  ENDS_BEFORE_IT_STARTS: {
    fr: 'La fin précède le début.',
    en: 'The end comes before the start.',
    meaning: 'The end of a period does not follow its start.',
  },
  PERIODS_OVERLAP: {
    fr: 'Deux périodes du calendrier se chevauchent.',
    en: 'Two periods of the calendar overlap.',
  },
});

import type { FeeMessages } from './hourly-fee.ts';

export const feeMessages: FeeMessages = {
  fr: {
    COMPUTED: 'Calculé sur les ressources de {year}.',
    FLOOR: 'Ressources de {year} inférieures au plancher du barème : le plancher est appliqué.',
    CEILING: 'Ressources de {year} supérieures au plafond du barème : le plafond est appliqué.',
    FLOOR_FOR_EMERGENCY: 'Ressources de {year} inconnues : le plancher est appliqué à l’accueil d’urgence.',
    RESOURCES_UNKNOWN: 'Ressources de {year} inconnues : pas encore de tarif.',
    NO_SCALE: 'Aucun barème n’est connu avant 2018.',
    BEYOND_TEN_CHILDREN: 'Le barème s’arrête à 10 enfants : son taux le plus bas est appliqué.',
    SCALE_NOT_YET_PUBLISHED: 'Le barème de cette année n’est pas connu : celui de 2026 est appliqué.',
  },
  en: {
    COMPUTED: 'Computed from the resources of {year}.',
    FLOOR: 'Resources of {year} lie under the floor of the scale: the floor applies.',
    CEILING: 'Resources of {year} lie over the ceiling of the scale: the ceiling applies.',
    FLOOR_FOR_EMERGENCY: 'Resources of {year} are unknown: the floor applies to emergency care.',
    RESOURCES_UNKNOWN: 'Resources of {year} are unknown: no fee yet.',
    NO_SCALE: 'No scale is known before 2018.',
    BEYOND_TEN_CHILDREN: 'The scale ends at 10 children: its lowest rate applies.',
    SCALE_NOT_YET_PUBLISHED: 'The scale of this year is not known: that of 2026 applies.',
  },
};

import { enumOf } from '@relais/platform/graphql/enums.ts';

export const CareCriterion = enumOf('CareCriterion', 'What a care option is judged by (CRPA L311-3-1).', {
  WHOLE_TIME: 'How much of the needed time it can take.',
  OPENING_HOURS: 'How much of the needed time the centre is open.',
  AGE: 'How long the child can stay in the section by its age: six months or more, or less.',
  DISTANCE: 'How far from home, in bands that do not give the address away.',
  KNOWN_CENTRE: 'Whether the child was looked after there in the last twelve months.',
  FACILITIES: 'The facilities the child needs: always there, so that they weigh nothing.',
  RANKED_CHOICE: 'The choices that the family ranked.',
});
export type CareCriterion = keyof typeof CareCriterion;

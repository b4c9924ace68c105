import { enumOf } from '@relais/platform/graphql/enums.ts';

export const EmergencyReason = enumOf('EmergencyReason', 'Why care could not be foreseen.', {
  MILESTONE: 'A step of the job search, such as an interview.',
  ILLNESS: 'Somebody who looks after the child is ill.',
  UNEXPECTED_WORK: 'Work that came up at short notice.',
  OTHER: 'Another reason.',
});
export type EmergencyReason = keyof typeof EmergencyReason;

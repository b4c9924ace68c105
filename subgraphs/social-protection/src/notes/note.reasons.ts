import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { idTaken, type Reasons, reasons, stale } from '@relais/platform/graphql/reasons.ts';
import { familyReasons, readingReasons } from '../known-families/known-family.reasons.ts';
import { textReasons } from './text.reasons.ts';

export const writeReasons = reasons(familyReasons, textReasons, idTaken);

export const correctNoteReasons = reasons(
  stale({ fr: 'une note', en: 'note' }),
  readingReasons,
  textReasons,
  correctionReasons,
  {
    UNKNOWN_NOTE: {
      fr: 'Vous n’avez pas écrit cette note : seul son auteur la corrige.',
      en: 'You did not write this note: only its author corrects it.',
      meaning: 'You wrote no such note; only its author corrects it.',
    },
  } satisfies Reasons,
);

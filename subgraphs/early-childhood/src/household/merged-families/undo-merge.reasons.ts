import { correctionReasons } from '@relais/platform/corrections/correction.reasons.ts';
import { reasons } from '@relais/platform/graphql/reasons.ts';
import { staleFile, unknownFamily } from '../../families/families/family.reasons.ts';

export const undoMergeReasons = reasons(unknownFamily, staleFile, correctionReasons, {
  NOT_MERGED: {
    fr: 'Ce dossier n’est réuni avec aucun autre.',
    en: 'This file is not merged into another.',
  },
  TOO_LATE: {
    fr: 'Une réunion de dossiers s’annule pendant 30 jours, tant que le dossier n’est pas séparé : ensuite, ce qu’étaient les deux dossiers n’est plus gardé.',
    en: 'A merge can be undone for 30 days, until the file is split: after that, what the two files were is kept no longer.',
  },
  MERGED_AGAIN: {
    fr: 'Le dossier gardé a été réuni avec un autre depuis : annulez d’abord cette réunion-là.',
    en: 'The file that stayed was merged with another since: undo that merge first.',
  },
  HELD_OTHERS: {
    fr: 'Trois dossiers ont été réunis l’un dans l’autre : ils ne se séparent plus d’eux-mêmes.',
    en: 'Three files were merged, one into the other: they cannot be parted by themselves.',
    meaning: 'A file had been merged into one of the two before that was merged itself.',
  },
  NOT_TAKEN_YET: {
    fr: 'Cette réunion n’est pas encore connue partout ({agencies}) : réessayez dans un moment.',
    en: 'This merge is not known everywhere yet ({agencies}): try again in a moment.',
    meaning:
      'An agency has not made one of the two files yet, so that a later change there would not be seen, or has not taken all that was told of them; the sentence names it.',
  },
  CHANGED_SINCE: {
    fr: 'Depuis la réunion, quelque chose a changé ({parts}) : les deux dossiers ne peuvent plus être rendus tels qu’ils étaient.',
    en: 'Something has changed since the merge ({parts}): the two files cannot be given back as they were.',
    meaning: 'Something of either file changed since they were merged: `hindrances` says what.',
  },
});

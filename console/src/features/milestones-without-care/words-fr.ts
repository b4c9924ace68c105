import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Étapes sans garde',
  count: (count: number, atLeast: boolean): string =>
    `${atLeast ? 'plus de ' : ''}${plural(count, 'étape', 'étapes')} dans les deux semaines qui viennent, la plus proche d’abord`,
  filters: 'Filtrer les étapes',
  none: 'Chaque étape des deux semaines qui viennent a sa garde.',
  openFile: 'Ouvrir le dossier',
  hidden: 'famille non partagée',
};

import { plural } from '../../messages/fr-plural.ts';

export const fr = {
  title: 'Structures à compléter',
  lead: 'Les listes de la ville les nomment, mais il en manque trop pour y proposer une place.',
  count: (count: number): string => plural(count, 'structure', 'structures'),
  none: 'Chaque structure des listes est complète.',
  next: 'Complétez la liste d’où elle vient, et demandez qu’elle soit reprise : la structure paraît alors dans Places.',
  missing: 'Il manque',
  numbered: (source: string, id: string): string => `${source}, n° ${id}`,
  by: (what: string, count: number): string => `${what} : ${count}`,
  most: 'Ce qui manque le plus',
};

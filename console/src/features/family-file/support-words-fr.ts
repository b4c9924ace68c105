export const fr = {
  leave: 'Quitter le groupe',
  leaveLead:
    'Vous ne suivez plus cette famille dès maintenant ; ce que vous avez écrit reste, et l’historique dit quand vous la suiviez.',
  leaveTasks: 'Vos tâches restent à votre nom : confiez-les d’abord si quelqu’un d’autre doit les faire.',
  leaveAlone:
    'Vous êtes seul(e) à suivre cette famille : personne ne la suivra plus, jusqu’à ce que quelqu’un la prenne.',
  stay: 'Rester',
  left: 'Vous ne suivez plus cette famille.',
  toMine: 'Mes familles',
  toFamilies: 'Familles',
  remove: 'Retirer',
  removeTitle: (name: string): string => `Retirer ${name} du groupe`,
  removeLead: (name: string): string =>
    `${name} n’a plus accès au dossier par le groupe, dès maintenant. Ce qui est écrit reste, et l’historique dit qui suivait la famille.`,
  removed: (name: string): string => `${name} ne suit plus cette famille`,
  keep: 'Garder',
  handOver: 'Passer le rôle de référent',
  handOverLead:
    'Le référent décide qui suit la famille. Vous restez dans le groupe, et pourrez ensuite le quitter.',
  handOverTo: 'À qui',
  handOverNeeded: 'Dites à qui.',
  choose: 'Choisir…',
  handedOver: 'Le rôle de référent est passé',
  objections: 'Oppositions au partage',
  noObjection: 'La famille ne s’oppose à aucun partage.',
  notFor: (agency: string, what: string): string => `Pas pour ${agency} : ${what}`,
  saidBy: (name: string, day: string): string =>
    name === '' ? `dit le ${day}` : `dit par ${name} le ${day}`,
  to: (name: string): string => `à ${name}`,
  noMore: (count: number): string =>
    count > 1 ? `${count} oppositions que la famille a retirées` : 'Une opposition que la famille a retirée',
  takenBack: (name: string, day: string): string =>
    name === '' ? `levée le ${day}` : `levée par ${name} le ${day}`,
  object: 'Noter une opposition',
  objectLead:
    'Dès l’enregistrement, ce service ne le voit plus et oublie ce qu’il en savait. La famille peut revenir dessus à tout moment.',
  what: 'Ce qui n’est pas partagé',
  with: 'Avec quel service',
  binds: {
    CARE: 'Il ne voit plus les demandes, les places, les réservations ni les consignes de santé, ni si une étape est gardée. Ce qui est réservé reste réservé.',
    BENEFITS: 'Il ne voit plus les prestations ni les ressources, ni le tarif qui en dépend.',
    JOB_SEARCH:
      'Il ne voit plus les étapes ni le dossier d’emploi. Si c’est la petite enfance, plus personne ne saura si une étape est gardée.',
  },
  ownToo: 'Cela vaut pour tous ceux qui y travaillent ; pour vous aussi, si c’est votre service.',
  who: 'Qui l’a dit',
  on: 'Dit le',
  toWhom: 'À qui',
  myself: 'à moi',
  note: 'Ce qui a été dit d’autre (facultatif)',
  save: 'Enregistrer',
  objected: 'Opposition enregistrée',
  adultsUnread: 'Les adultes de la famille ne peuvent être lus pour le moment : réessayez plus tard.',
  lift: 'La famille retire son opposition',
  liftLead: 'Dès l’enregistrement, ce qui n’était plus partagé se voit et se dit de nouveau.',
  liftReason: 'Pourquoi, comme la famille le dit',
  lifted: 'Opposition levée',
  lacks: {
    WHO: 'Dites qui de la famille l’a dit.',
    DAY: 'Dites quel jour.',
    WHY: 'Dites pourquoi, comme la famille le dit.',
  },
};

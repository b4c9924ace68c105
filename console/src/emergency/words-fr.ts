import { plural } from '../messages/fr-plural.ts';

export const fr = {
  open: 'Lire ce dossier en urgence',
  title: (surname: string): string => `Lire en urgence le dossier de la famille ${surname}`,
  lead: 'Seulement s’il le faut maintenant, pour protéger quelqu’un : sinon, demandez à suivre la famille.',
  recorded: [
    'Le dossier s’ouvre à vous seul(e), pour 15 minutes, en lecture seulement.',
    'Votre nom, votre motif et tout ce que vous lisez sont notés.',
    'Le groupe de suivi est prévenu, et peut le dire à la famille ; l’audit examine chaque urgence.',
    'Vous ne pourrez pas recommencer pour cette famille avant cet examen.',
  ],
  reason: 'Pourquoi maintenant',
  reasonHint: 'Ce qui se passe, et ce que vous avez à y lire.',
  toGo: (letters: number): string => `Dites-en plus : encore ${plural(letters, 'caractère', 'caractères')}.`,
  send: 'Ouvrir pour 15 minutes',
  notOpen: 'Ne pas ouvrir',
  thenSend: 'Ce que vous avez écrit reste ici : revenez, puis ouvrez.',
  opened: (time: string): string => `Le dossier vous est ouvert jusqu’à ${time}`,
  openedText: 'En lecture seulement. Tout ce que vous y lisez est noté.',
  slow: (time: string): string =>
    `C’est noté, jusqu’à ${time}, mais le dossier n’est pas encore ouvert partout : réessayez dans un instant.`,
  toFile: 'Ouvrir le dossier',
  reading: (time: string): string => `Vous lisez ce dossier en urgence, jusqu’à ${time}`,
  readingText: 'En lecture seulement ; ce que vous lisez est noté, et l’audit l’examinera.',
  end: 'Terminer maintenant',
  ended: 'Lecture en urgence terminée',
  over: (time: string): string => `Terminée à ${time}. Ce que vous avez lu reste noté ; l’audit l’examinera.`,
  own: 'Vos lectures en urgence',
  when: (day: string, from: string, to: string): string => `${day}, de ${from} à ${to}`,
  openUntil: (time: string): string => `ouvert jusqu’à ${time}`,
  unread:
    'On ne peut lire pour le moment si ce dossier vous est ouvert en urgence : d’ici là, rien ne s’y écrit.',
  remark: (said: string): string => ` : ${said}`,
  waits: 'attend l’examen de l’audit',
  found: (finding: string): string => `examinée : ${finding}`,
};

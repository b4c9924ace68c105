import { type Catalogue, type Language, say } from '@relais/platform/messages.ts';
import { referralTargets, sentenceOfHappening } from '../benefits-timeline/benefits-timeline.messages.ts';
import type { Happening } from '../benefits-timeline/benefits-timeline.rules.ts';
import type { BenefitsNewsRow } from './benefits-news.queries.ts';

type Own = 'TASK_ADDED' | 'NOTE_WRITTEN' | 'MEMBERSHIP_ASKED' | 'MEMBERSHIP_GRANTED' | 'MEMBERSHIP_DECLINED';

/** Of what the timeline of a family does not tell. */
const sentences: Catalogue<Own> = {
  fr: {
    TASK_ADDED: '{person} vous confie une tâche : {title}',
    NOTE_WRITTEN: '{person} a écrit une note.',
    MEMBERSHIP_ASKED: '{person} demande à faire partie du groupe de suivi.',
    MEMBERSHIP_GRANTED: '{person} vous accueille dans le groupe de suivi.',
    MEMBERSHIP_DECLINED: '{person} ne donne pas suite à votre demande de suivre la famille.',
  },
  en: {
    TASK_ADDED: '{person} gives you a task: {title}',
    NOTE_WRITTEN: '{person} wrote a note.',
    MEMBERSHIP_ASKED: '{person} asks to be of the support team.',
    MEMBERSHIP_GRANTED: '{person} welcomes you to the support team.',
    MEMBERSHIP_DECLINED: '{person} declines your request to follow the family.',
  },
};

const isOwn = (kind: BenefitsNewsRow['kind']): kind is Own => Object.hasOwn(sentences.fr, kind);

type Told = Omit<BenefitsNewsRow, 'kind'>;

/** Of an answer, who gave it and who had asked; of a referral that is sent or taken back, whose it is. */
const namesOf = ({ person, other, facts }: Told, kind: Happening['kind'], language: Language) => {
  const name = person ?? '';
  const target = facts.target ? say(referralTargets, language, facts.target) : '';
  const names = { member: name, author: name, sender: name, successor: other ?? '' };
  const isReferral = kind.startsWith('REFERRAL_');
  return { ...names, addressee: isReferral ? (other ?? target) : null };
};

const happening = ({ id, at, facts }: Told, kind: Happening['kind']): Happening => {
  const { scheme, reason, year, title, target, sentAt, subjects } = facts;
  return {
    ...{ id, at, kind, reason: reason ?? null },
    ...(scheme && { scheme }),
    ...(year !== undefined && { year }),
    ...(title !== undefined && { title }),
    ...(subjects && { subjects }),
    ...(target && {
      referral: { target, senderSub: '', addresseeSub: null, sentAt: new Date(sentAt ?? at) },
    }),
  };
};

const saidOf = ({ kind, ...row }: BenefitsNewsRow, language: Language): string => {
  if (!isOwn(kind)) return sentenceOfHappening(happening(row, kind), language, namesOf(row, kind, language));
  return say(sentences, language, kind, { person: row.person ?? '', title: row.facts.title ?? '' });
};

/** A row as a sentence; the file is named by its reference, which tells nothing of whose it is. */
export const benefitsNewsSentence = (row: BenefitsNewsRow, language: Language): string =>
  row.reference === null ? saidOf(row, language) : `${row.reference} · ${saidOf(row, language)}`;

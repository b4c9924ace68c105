import { plural } from '../messages/en-plural.ts';
import type { fr } from './words-fr.ts';

export const en: typeof fr = {
  open: 'Read this file in an emergency',
  title: (surname) => `Read the file of the family ${surname} in an emergency`,
  lead: 'Only if it has to be now, to protect somebody: else ask to follow the family.',
  recorded: [
    'The file opens to you alone, for 15 minutes, for reading only.',
    'Your name, your reason and all that you read are recorded.',
    'The support team is told, and may tell the family; the audit reviews each emergency.',
    'You cannot do it again for this family before that review.',
  ],
  reason: 'Why now',
  reasonHint: 'What is happening, and what you need to read.',
  toGo: (letters) => `Say more: ${plural(letters, 'character', 'characters')} to go.`,
  send: 'Open for 15 minutes',
  notOpen: 'Do not open',
  thenSend: 'What you wrote stays here: come back, then open.',
  opened: (time) => `The file is open to you until ${time}`,
  openedText: 'For reading only. All that you read in it is recorded.',
  slow: (time) =>
    `It is recorded, until ${time}, but the file is not open everywhere yet: try again in a moment.`,
  toFile: 'Open the file',
  reading: (time) => `You read this file in an emergency, until ${time}`,
  readingText: 'For reading only; what you read is recorded, and the audit will review it.',
  end: 'End it now',
  ended: 'Emergency reading ended',
  over: (time) => `Ended at ${time}. What you read stays recorded; the audit will review it.`,
  own: 'Your emergency readings',
  when: (day, from, to) => `${day}, ${from} to ${to}`,
  openUntil: (time) => `open until ${time}`,
  unread:
    'It cannot be read for the moment whether this file is open to you in an emergency: until then nothing is written in it.',
  remark: (said) => `: ${said}`,
  waits: 'waits for the review of the audit',
  found: (finding) => `reviewed: ${finding}`,
};

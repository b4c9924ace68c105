import type { Language } from '../messages.ts';
import { enumOfTable } from './enums.ts';

/** A kind of step in a history, said once: to staff as a sentence in each language, to programmers in the schema. */
export type StepKind = Readonly<Record<Language, string>> & { readonly meaning: string };

/** The GraphQL enum of all kinds of steps of a history. */
export const enumOfSteps = <Word extends string>(
  name: string,
  description: string,
  kinds: Readonly<Record<Word, StepKind>>,
): { readonly [Key in Word]: Key } => enumOfTable(name, description, kinds, ({ meaning }) => meaning);

import { idTaken, reasons } from '@relais/platform/graphql/reasons.ts';
import { familyReasons } from '../known-families/known-family.reasons.ts';
import { textReasons } from './text.reasons.ts';

export const writeReasons = reasons(familyReasons, textReasons, idTaken);

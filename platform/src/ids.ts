import { v7, validate } from 'uuid';

/** A new primary key; time-ordered, so that index pages fill from the right. */
export const newId = (): string => v7();

export const isUuid = (value: unknown): value is string => typeof value === 'string' && validate(value);

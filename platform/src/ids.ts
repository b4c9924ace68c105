import { v5, v7, validate } from 'uuid';

/** A new primary key; time-ordered, so that index pages fill from the right. */
export const newId = (): string => v7();

/** The id of a part of something, the same each time it is asked: sending the whole again finds the same parts. */
export const partId = (wholeId: string, part: string): string => v5(part, wholeId);

export const isUuid = (value: unknown): value is string => typeof value === 'string' && validate(value);

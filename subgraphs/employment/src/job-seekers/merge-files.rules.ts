import type { Temporal } from 'temporal-polyfill';

export type FileDays = {
  readonly id: string;
  readonly registeredOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate | null;
};

export type FilePlan = {
  /** Whose content another file takes over: an adult has one file at a time. */
  readonly takenOver: readonly { readonly from: string; readonly into: string }[];
  /** Files that stay, under the id of the adult who stays. */
  readonly kept: readonly string[];
};

const isBefore = (day: Temporal.PlainDate, other: Temporal.PlainDate | null): boolean =>
  other === null || day.since(other).sign < 0;

const overlap = (one: FileDays, other: FileDays): boolean =>
  isBefore(one.registeredOn, other.closedOn) &&
  isBefore(other.registeredOn, one.closedOn) &&
  isBefore(one.registeredOn, one.closedOn) &&
  isBefore(other.registeredOn, other.closedOn);

const isOpen = ({ closedOn }: FileDays): boolean => closedOn === null;

const planOf = (file: FileDays, rivals: readonly FileDays[]): FilePlan => {
  const open = rivals.find(isOpen);
  if (!open && isOpen(file)) {
    return { takenOver: rivals.map(({ id }) => ({ from: id, into: file.id })), kept: [file.id] };
  }
  const into = open ?? rivals.at(-1);
  return into
    ? { takenOver: [{ from: file.id, into: into.id }], kept: [] }
    : { takenOver: [], kept: [file.id] };
};

/**
 * What becomes of the files of an adult who was registered twice: files of other days stand beside each other; of files of
 * the same days the open one takes the other over, or else that of the adult who stays. Both in order of registration.
 */
export const planFiles = (ofStaying: readonly FileDays[], ofGoing: readonly FileDays[]): FilePlan => {
  const plans = ofGoing.map((file) =>
    planOf(
      file,
      ofStaying.filter((each) => overlap(each, file)),
    ),
  );
  return {
    takenOver: plans.flatMap(({ takenOver }) => takenOver),
    kept: plans.flatMap(({ kept }) => kept),
  };
};

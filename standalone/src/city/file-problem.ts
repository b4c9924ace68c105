/** What is wrong in a file of a city, where, and what to do about it. */
export type FileProblem = {
  readonly file: string;
  /** Absent where it is the file as a whole. */
  readonly line?: number | undefined;
  readonly problem: string;
};

const sentenceOf = ({ file, line, problem }: FileProblem): string =>
  `${file}${line === undefined ? '' : `, line ${line}`}: ${problem}`;

/** Nothing of the city was stored; every problem is named, so that one mends them all before the next attempt. */
export class UnusableCity extends Error {
  constructor(problems: readonly FileProblem[]) {
    super(['Nothing was stored.', ...problems.map(sentenceOf)].join('\n'));
    this.name = 'UnusableCity';
  }
}

/** The cover that a family's upcoming milestones are meant to have; early-childhood works out the real one. */
export type CoverStatus = 'COVERED' | 'PARTIAL' | 'UNCOVERED' | 'UNKNOWN' | 'NOT_NEEDED';

export type ChildKind = 'TODDLER' | 'NEWBORN' | 'PUPIL' | 'OLDER' | 'EXPECTED' | 'TURNING_SIX';

/** A line along which a household is invented. */
export type Story = {
  /** Absent: nobody looks for work just now. */
  readonly cover?: CoverStatus;
  readonly children: readonly ChildKind[];
  /** The first child has two homes, hence two families. */
  readonly shared?: 'WITH_CALENDAR' | 'WITHOUT_CALENDAR';
};

/** Taken in turn, so that every line occurs in every stretch of the city. */
export const stories: readonly Story[] = [
  { cover: 'COVERED', children: ['TODDLER'] },
  { cover: 'UNCOVERED', children: ['TODDLER', 'OLDER'] },
  { cover: 'PARTIAL', children: ['TODDLER'] },
  { cover: 'NOT_NEEDED', children: ['OLDER', 'OLDER'] },
  { cover: 'UNKNOWN', children: ['PUPIL'], shared: 'WITHOUT_CALENDAR' },
  { cover: 'COVERED', children: ['TODDLER', 'PUPIL'] },
  { children: ['TODDLER'] },
  { cover: 'UNCOVERED', children: ['PUPIL', 'OLDER'] },
  { cover: 'PARTIAL', children: ['TODDLER', 'OLDER', 'OLDER'] },
  { cover: 'NOT_NEEDED', children: ['EXPECTED'] },
  { cover: 'COVERED', children: ['NEWBORN'] },
  { children: ['OLDER', 'PUPIL'] },
  { cover: 'NOT_NEEDED', children: ['TODDLER'], shared: 'WITH_CALENDAR' },
  { cover: 'UNCOVERED', children: ['NEWBORN', 'TODDLER'] },
  { cover: 'COVERED', children: ['PUPIL'] },
  { cover: 'PARTIAL', children: ['TODDLER', 'TODDLER'] },
  { children: ['TODDLER', 'EXPECTED'] },
  { cover: 'NOT_NEEDED', children: ['TURNING_SIX'] },
  { cover: 'UNCOVERED', children: ['TODDLER'] },
  { children: ['OLDER', 'EXPECTED'] },
];

/** The first family of the city, whose file the start message and the README open. */
export const showcaseStory: Story = { children: ['TODDLER', 'PUPIL', 'OLDER'] };
export const showcaseCovers: readonly CoverStatus[] = [
  'COVERED',
  'PARTIAL',
  'UNCOVERED',
  'COVERED',
  'UNCOVERED',
];

import type { ShownEnums } from '../graph/asked/types.ts';
import { labels } from '../messages/labels.ts';

type Status = ShownEnums['CoverStatus'];

/** Never by colour alone: each state has a shape of its own, and its words. */
const shapes: Readonly<Record<Status, React.ReactNode>> = {
  COVERED: (
    <>
      <circle cx="12" cy="12" r="10" fill="currentColor" />
      <path d="M7.5 12.5l3 3 6-6.5" fill="none" stroke="#fff" strokeWidth="2.4" />
    </>
  ),
  PARTIAL: (
    <>
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 3a9 9 0 0 0 0 18z" fill="currentColor" />
    </>
  ),
  UNCOVERED: (
    <>
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M12 7v6M12 16.5v.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </>
  ),
  UNKNOWN: (
    <>
      <circle
        cx="12"
        cy="12"
        r="9"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray="3.5 3"
      />
      <path
        d="M9.8 10a2.3 2.3 0 1 1 3.2 2.100c-.7.4-1 .8-1 1.600M12 16.800v.01"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </>
  ),
  NOT_NEEDED: (
    <>
      <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 12h8" stroke="currentColor" strokeWidth="2" />
    </>
  ),
};

export const CoverMark = ({ status }: { readonly status: Status }) => (
  <svg className={`icon mark-${status}`} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[status]}
  </svg>
);

export const CoverChip = ({ status }: { readonly status: Status }) => (
  <span className={`chip ${status}`}>
    <CoverMark status={status} />
    {labels.CoverStatus[status]}
  </span>
);

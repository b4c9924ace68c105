const paths = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.7 3.5 2.7 3.5 5.5',
  home: 'M4 11 12 4l8 7v9h-6v-6h-4v6H4z',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6v.01M4 12v.01M4 18v.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  house: 'M4 21V10l8-6 8 6v11zM10 21v-6h4v6',
  chart: 'M4 20h16M7 20v-6M12 20V8M17 20V4',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  away: 'M3 3l18 18M7.5 9A4.5 4.5 0 0 0 7 18h10M10 6.300A5.5 5.5 0 0 1 17.5 11 3.5 3.5 0 0 1 20 16.5',
  warning: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.01',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  phone: 'M6 3h4l1.5 5-2.5 2a13 13 0 0 0 5 5l2-2.5 5 1.5v4a2 2 0 0 1-2 2A16 16 0 0 1 4 5a2 2 0 0 1 2-2z',
  speech: 'M4 5h16v11H11l-5 4v-4H4z',
  pin: 'M12 21s-7-6-7-11a7 7 0 0 1 14 0c0 5-7 11-7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  check: 'M5 13l4.5 4.5L19 7',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7',
} as const;

export type IconName = keyof typeof paths;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg
    className="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={paths[name]} />
  </svg>
);

export const Logo = () => (
  <svg className="icon" viewBox="0 0 32 32" aria-hidden="true">
    <path d="M16 7 7 24h18z" fill="none" stroke="currentColor" strokeWidth="3" />
    <g fill="currentColor">
      <circle cx="16" cy="7" r="4.5" />
      <circle cx="7" cy="24" r="4.5" />
      <circle cx="25" cy="24" r="4.5" />
    </g>
  </svg>
);

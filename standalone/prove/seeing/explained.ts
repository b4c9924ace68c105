/** Mistakes that nobody notices, and why they are none. */
export const explained: readonly (readonly [name: RegExp, why: string])[] = [
  [
    /GLASS_WAS_BROKEN|break-glass:known: CASEWORKER also by DISTRICT/,
    'where nobody broke the glass there is nothing to tell: that it was spares most families a statement',
  ],
  [
    /(?:every-referral|referral-words):read: CASEWORKER without ADVISOR/,
    'the advisor of a job seeker is an employment advisor: a colleague of another role is refused (OTHER_ROLE)',
  ],
  [/BREAK_GLASS: by any tie/, 'no other tie has a moment at which it ends'],
  [/ADVISOR_OF_ADULT: by any tie/, 'no other tie is to an adult'],
];

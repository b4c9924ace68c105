import { useEffect, useRef } from 'react';

type Props = { readonly level: 2 | 3; readonly children: React.ReactNode };

/** What has just come, in place of what had the focus: it is read first, and one goes on from there. */
export const ArrivedHeading = ({ level, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const Heading = `h${level}` as const;
  return (
    <Heading ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
};

import { useEffect, useRef } from 'react';

type Props = { readonly level: 2 | 3; readonly children: React.ReactNode };

/** What has just come, in place of what had the focus: it is read first, and one goes on from there. */
export const ArrivedHeading = ({ level, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // In a dialog what has come would stay below its foot: what comes after the heading is to be seen as well.
    if (heading.current?.closest('dialog')) heading.current.scrollIntoView();
  }, []);
  const Heading = `h${level}` as const;
  return (
    <Heading ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  );
};

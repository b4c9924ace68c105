/** Why a change was not made, beside what was to make it. */
export const Problem = ({ said }: { readonly said: string | undefined }) =>
  said ? (
    <p className="wrong small" role="alert">
      {said}
    </p>
  ) : null;

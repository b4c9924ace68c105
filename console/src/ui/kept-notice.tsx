import { Icon } from './icons.tsx';

/** Above what stays on the screen while its agency is away. */
export const KeptNotice = ({ said }: { readonly said: string | undefined }) => (
  <div role="status" className={said ? '' : 'unseen'}>
    {said ? (
      <p className="notice">
        <Icon name="away" />
        {said}
      </p>
    ) : null}
  </div>
);

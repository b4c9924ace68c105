import { useState } from 'react';

/** The id with which something is sent: the same as long as it is the same, so that it is recorded once however often it is sent; what was changed since is another. */
export const useIds = () => {
  const [ids] = useState(() => new Map<string, string>());
  return (sent: object): string => {
    const key = JSON.stringify(sent);
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };
};

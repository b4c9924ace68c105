import { useEffect, useState } from 'react';
import { MyEmergencies } from '../graph/asked/my-emergencies.ts';
import type { MyEmergenciesQuery } from '../graph/asked/types.ts';
import { readAnew, useAnswer } from '../graph/use-answer.ts';
import { isOpenAt, ofFile } from './emergency.rules.ts';

export type Emergency = MyEmergenciesQuery['breakGlasses']['edges'][number]['node'];

/** What one opened in an emergency of late; of a caseworker alone: nobody else opens anything so. */
export const useOwnEmergencies = (isWanted: boolean) => {
  const { data, error } = useAnswer(MyEmergencies, {}, { isWanted });
  const emergencies: readonly Emergency[] =
    (isWanted && data?.data.breakGlasses.edges.map(({ node }) => node)) || [];
  const [, setNow] = useState(0);
  const next = emergencies
    .filter((each) => isOpenAt(each, Date.now()))
    .map(({ until }) => Date.parse(until))
    .sort((one, other) => one - other)[0];
  // At its end it is over on the screen as well, and what it opened is closed.
  useEffect(() => {
    if (next === undefined) return;
    const timer = setTimeout(() => {
      setNow(next);
      void readAnew();
    }, next - Date.now());
    return () => clearTimeout(timer);
  }, [next]);
  return { emergencies, isUnknown: isWanted && !data, isUnread: isWanted && !data && error !== null };
};

/** The one by which somebody reads a file, or did while this page was open. */
export const useEmergencyOf = (reference: string, isWanted: boolean) => {
  const [remembered, setRemembered] = useState<string>();
  const { emergencies, ...known } = useOwnEmergencies(isWanted);
  const emergency = ofFile(emergencies, { reference, remembered }, Date.now());
  if (emergency && emergency.id !== remembered) setRemembered(emergency.id);
  return { emergency, ...known };
};

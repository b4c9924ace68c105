// Made from operations/*.graphql and schema/api.graphql by `npm run schema`: change those.
import { type Document, document } from '../document.ts';
import type { RulesOfCityQuery, RulesOfCityQueryVariables } from './types.ts';

export const RulesOfCity: Document<RulesOfCityQuery, RulesOfCityQueryVariables> = document("query RulesOfCity{citySettings{...CityDecides}usual:citySettings(on:\"2000-01-01\"){...CityDecides}citySettingsHistory{...CityDecides}centres{...KeepsPlaces}me{isAdministrator}}fragment CityDecides on CitySettings{version withdraws from reason saidAt saidBy emergencyNoticeHours weights{milestone incomeSupport loneParent firstDay waitingTime}milestoneBands{days value}firstDayBands{days value}waitingBands{days value}}fragment KeepsPlaces on Centre{id name version sections{id name places}emergencyPlaces{sectionId weekday from to places}toCome{from sections{id name places}emergencyPlaces{sectionId weekday from to places}}}");

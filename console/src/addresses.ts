import type {
  AuditSearch,
  ClosuresSearch,
  ColleaguesSearch,
  DaySearch,
  DoublesSearch,
  FamiliesSearch,
  InboxSearch,
  LackingSearch,
  OffersSearch,
  PlacementsSearch,
  PlacesSearch,
  PlanSearch,
  ReportSearch,
  SeekersSearch,
  WaitingSearch,
  WeekSearch,
} from './searches.rules.ts';

/** Each page's path, with what it names and what its address may hold. */
export type Addresses = {
  readonly '/': Plain;
  readonly '/today': Plain;
  readonly '/queries': Plain;
  readonly '/register': Plain;
  readonly '/signed-in': Plain;
  readonly '/week': Asking<WeekSearch>;
  readonly '/plan': Asking<PlanSearch>;
  readonly '/job-seekers': Asking<SeekersSearch>;
  readonly '/job-seekers/$id': Naming<'id'>;
  readonly '/families': Asking<FamiliesSearch>;
  readonly '/families/$reference': Naming<'reference'>;
  readonly '/file/$id': Naming<'id'>;
  readonly '/care-request/$childId': Naming<'childId'>;
  readonly '/waiting': Asking<WaitingSearch>;
  readonly '/offers': Asking<OffersSearch>;
  readonly '/without-care': Asking<LackingSearch>;
  readonly '/closures': Asking<ClosuresSearch>;
  readonly '/placements': Asking<PlacementsSearch>;
  readonly '/places': Asking<PlacesSearch>;
  readonly '/colleagues': Asking<ColleaguesSearch>;
  readonly '/doubles': Asking<DoublesSearch>;
  readonly '/day': Asking<DaySearch>;
  readonly '/inbox': Asking<InboxSearch>;
  readonly '/incomplete': Plain;
  readonly '/city': Plain;
  readonly '/report': Asking<ReportSearch>;
  readonly '/audit': Asking<AuditSearch>;
};
export type Path = keyof Addresses;

type Plain = { readonly params?: undefined; readonly search?: undefined };
type Asking<Search> = { readonly params?: undefined; readonly search?: Search };
type Naming<Name extends string> = {
  readonly params: Readonly<Record<Name, string>>;
  readonly search?: undefined;
};

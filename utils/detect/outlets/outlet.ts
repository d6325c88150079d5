export type OutletKind =
  | 'agency'
  | 'newspaper'
  | 'broadcaster'
  | 'magazine'
  | 'online'
  | 'fact-checker'
  | 'government'
  | 'parliament'
  | 'court'
  | 'un'
  | 'intergovernmental'
  | 'eu'
  | 'ngo'
  | 'think-tank'
  | 'journal'
  | 'platform'
  | 'reference';

/** A publisher, institution or platform that words are taken from. */
export interface Outlet {
  /** Stable, unique: kebab-case of the name. */
  id: string;
  /** What is shown: the common full name, with its article where it has one ("The New York Times"). */
  name: string;
  /** Further names, other languages and inflected forms included. A name may be shared; then it names nobody. */
  names: string[];
  /** Found in running text exactly as written here, upper and lower case. Unique. */
  abbreviations: string[];
  /** Hosts without `www.`; each stands for its subdomains too. Unique; the longest match wins. */
  domains: string[];
  kind: OutletKind;
  /** Those of `name` and `names` that are ordinary words as well ("Time", "Die Zeit"): in running text they need evidence. */
  common: string[];
}

type OutletRow = Pick<Outlet, 'id' | 'name' | 'domains'> & Partial<Pick<Outlet, 'names' | 'abbreviations' | 'common'>>;

/** The outlets of one list: what a row leaves out is empty. */
export function outlets(kind: OutletKind, rows: OutletRow[]): Outlet[] {
  return rows.map((row) => ({ names: [], abbreviations: [], common: [], ...row, kind }));
}

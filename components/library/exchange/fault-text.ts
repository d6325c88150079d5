import type { Fault } from '../../../utils/exchange/format.ts';
import { t } from '../../t.ts';

/** Places in a row → what the reader calls them. The longest that fits counts. */
const NAMES = {
  '': 'import_part_row',
  id: 'import_part_id',
  target: 'import_part_target',
  'target.source': 'import_part_address',
  'target.selector': 'import_part_words',
  'target.styleClass': 'import_part_colour',
  body: 'import_part_body',
  created: 'import_part_time',
  modified: 'import_part_time',
  urls: 'import_part_addresses',
  attribution: 'import_part_attribution',
} as const;

/** What is wrong with a row of a file, in the reader's words. */
export const faultText = (faults: readonly Fault[]): string =>
  [...new Set(faults.map(({ path, missing }) => t(missing ? 'import_fault_missing' : 'import_fault_form', partName(path))))].join(' ');

function partName(path: string): string {
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length--) {
    const place = steps.slice(0, length).join('.');
    if (isNamed(place)) return t(NAMES[place]);
  }
  return path; // a part that has no name of its own: as it stands in the file
}

const isNamed = (place: string): place is keyof typeof NAMES => Object.hasOwn(NAMES, place);

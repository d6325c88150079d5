import { type CheckAddress, checkUrl } from '../../utils/messaging/check-address.ts';
import { t } from '../t.ts';

/** Leads to the comparison with the source, in a tab. A link, for a frame in a page cannot open tabs in every browser. */
export function CheckLink({ address }: { address: CheckAddress }) {
  return (
    <a className="text-button" href={checkUrl(address)} target="_blank" rel="noopener">
      {t('check_open')}
    </a>
  );
}

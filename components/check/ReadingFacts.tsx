import type { CheckRecord } from '../../utils/domain/check.ts';
import { fragmentOf, linkable } from '../../utils/exchange/passage-url.ts';
import { clip, Foreign } from '../Foreign.tsx';
import { formatNumber, formatTime, t } from '../t.ts';

/** How, when and what was read, so that anybody can do it again. Archives are links for the reader to open: nothing is sent by itself. */
export function ReadingFacts({ record }: { record: Pick<CheckRecord, 'reading' | 'check' | 'selector'> }) {
  const { reading, check } = record;
  const url = linkable(reading.finalUrl ?? reading.url);
  const passage = url === null ? null : passageLink(record, url);
  return (
    <section className="stack" aria-label={t('check_facts')}>
      <h3>{t('check_facts')}</h3>
      <dl className="facts">
        <Fact name={t('check_fact_source')}>
          <Foreign>{reading.title || reading.url || t('check_pasted')}</Foreign>
        </Fact>
        {url === null ? null : (
          <Fact name={t('check_fact_address')}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              <bdi>{clip(url, 200)}</bdi>
            </a>
            {reading.finalUrl === undefined ? null : <span className="soft"> {t('check_redirected', clip(reading.url ?? '', 200))}</span>}
          </Fact>
        )}
        <Fact name={t('check_fact_how')}>{t(`check_how_${reading.how}`)}</Fact>
        <Fact name={t('check_fact_when')}>
          <time dateTime={reading.accessed}>{formatTime(reading.accessed)}</time>
        </Fact>
        <Fact name={t('check_fact_length')}>{t('check_characters', formatNumber(reading.characters))}</Fact>
        <Fact name="SHA-256">
          <code className="hash">{reading.sha256}</code>
        </Fact>
        {check.speaker === null ? null : (
          <Fact name={t('check_fact_speaker')}>
            <Foreign max={120}>{check.speaker}</Foreign>
          </Fact>
        )}
      </dl>
      <ul className="row fact-links">
        {passage === null ? null : <Out url={passage}>{t('check_open_passage')}</Out>}
        {url === null ? null : (
          <>
            <Out url={`https://web.archive.org/web/*/${url}`}>{t('check_wayback')}</Out>
            <Out url={`https://web.archive.org/save/${url}`}>{t('check_wayback_save')}</Out>
            <Out url={`https://archive.today/newest/${url}`}>{t('check_archive_today')}</Out>
          </>
        )}
      </ul>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const Out = ({ url, children }: { url: string; children: string }) => (
  <li>
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  </li>
);

/** The source, scrolled to the passage. A PDF has no text fragments. */
function passageLink({ check, selector, reading }: Pick<CheckRecord, 'reading' | 'check' | 'selector'>, url: string): string | null {
  if (check.passage === null || reading.how === 'pdf') return null;
  const link = fragmentOf(selector);
  return link === null ? null : `${url.replace(/#.*$/s, '')}#${link}`;
}

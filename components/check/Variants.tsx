import { useEffect, useState } from 'react';
import { type Annotation, exactOf } from '../../utils/domain/annotation.ts';
import { ask } from '../../utils/messaging/ask.ts';
import type { Response } from '../../utils/messaging/protocol.ts';
import { Foreign } from '../Foreign.tsx';
import { formatDay, t } from '../t.ts';
import { useAnnotations } from '../use-annotations.ts';
import { ChangeList } from './ChangeList.tsx';
import { ComparedText } from './ComparedTexts.tsx';
import './check.css';

type Found = Response<'annotation.variants'>;

/** The same utterance as other pages have it: each version beside the longest, with what it leaves out or changes. */
export function Variants({ annotation }: { annotation: Annotation }) {
  const { id, modified } = annotation;
  const [found, setFound] = useState<Found | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its words or its speaker may have changed
  useEffect(() => {
    let current = true;
    void ask('annotation.variants', { id }).then((answer) => current && setFound(answer.ok ? answer.value : null));
    return () => {
      current = false;
    };
  }, [id, modified]);
  const versions = useAnnotations(found?.versions.map((version) => version.id) ?? []);
  if (found === null || versions === undefined || versions.length < 2) return null;
  const base = versions.find((version) => version.id === found.base);
  if (base === undefined) return null;
  return (
    <section className="stack" aria-labelledby="variants">
      <h3 id="variants">{t('check_variants')}</h3>
      <p className="small soft">{t('check_variants_help')}</p>
      <ul className="jobs">
        {found.versions.map(({ id: versionId, check }) => {
          const version = versions.find((one) => one.id === versionId);
          if (version === undefined) return null;
          return (
            <li key={versionId} className="job stack">
              <p className="small row">
                <a href={`#all?open=${versionId}`} aria-current={versionId === id ? 'true' : undefined}>
                  <Foreign max={60}>{version.target.site}</Foreign>
                </a>
                <time className="soft" dateTime={version.created}>
                  {formatDay(version.created)}
                </time>
                {versionId === base.id ? <span className="badge">{t('check_variants_longest')}</span> : null}
              </p>
              <p dir="auto" className="job-quote">
                <ComparedText quote={exactOf(version)} check={check} />
              </p>
              <ChangeList check={check} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

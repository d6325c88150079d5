import { AppWindow, Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../Button.tsx';
import { FileDrop } from '../FileDrop.tsx';
import { clip, Foreign } from '../Foreign.tsx';
import { t } from '../t.ts';
import type { SourceInput } from './checker.ts';
import type { SourceCandidate } from './source-candidates.ts';

type SourcePickerProps = {
  candidates: SourceCandidate[];
  /** `what`: the source in the reader's words. */
  onRead: (input: SourceInput, what: string) => void;
  /** Opens the page in a tab, where the reader may be logged in, and compares with what it shows. */
  onOpenTab: (url: string) => void;
};

/** Where the words may be from: pages that are likely, or any page, text or file that the reader has. Nothing is fetched but by a press here. */
export function SourcePicker({ candidates, onRead, onOpenTab }: SourcePickerProps) {
  return (
    <section className="stack source-picker" aria-labelledby="check-sources">
      <h2 id="check-sources">{t('check_sources')}</h2>
      <p className="small soft">{t('check_sources_help')}</p>
      {candidates.length > 0 ? (
        <ul className="candidates">
          {candidates.map((candidate) => (
            <li key={candidate.url}>
              <Candidate candidate={candidate} onRead={onRead} onOpenTab={onOpenTab} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('check_no_candidates')}</p>
      )}
      <AddressForm onRead={onRead} onOpenTab={onOpenTab} />
      <TextForm onRead={onRead} />
      <FileDrop
        label={t('check_file')}
        button={t('check_file_choose')}
        accept=".html,.htm,.xhtml,.txt,.md,.srt,.vtt,.pdf,text/html,text/plain,application/pdf"
        onFile={(file) => onRead({ kind: 'file', file }, clip(file.name, 120))}
      />
    </section>
  );
}

type Ways = Pick<SourcePickerProps, 'onRead' | 'onOpenTab'>;

function Candidate({ candidate: { url, title, why }, onRead, onOpenTab }: { candidate: SourceCandidate } & Ways) {
  const name = title === '' ? url : title;
  return (
    <div className="candidate">
      <div className="grow">
        <p>
          <Foreign>{name}</Foreign> <span className="small soft">{t(`check_why_${why}`)}</span>
        </p>
        <p className="small soft one-line">
          <bdi title={clip(url, 1000)}>{clip(url, 200)}</bdi>
        </p>
      </div>
      <div className="row">
        <FetchButton name={name} onPress={() => onRead({ kind: 'url', url }, clip(url, 200))} />
        <TabButton name={name} onPress={() => onOpenTab(url)} />
      </div>
    </div>
  );
}

const FetchButton = ({ name, onPress, isDisabled = false }: { name: string; onPress: () => void; isDisabled?: boolean }) => (
  <Button
    look={isDisabled ? 'normal' : 'primary'}
    icon={Download}
    isDisabled={isDisabled}
    aria-label={t('check_fetch_named', clip(name, 80))}
    onPress={onPress}
  >
    {t('check_fetch')}
  </Button>
);

const TabButton = ({ name, onPress, isDisabled = false }: { name: string; onPress: () => void; isDisabled?: boolean }) => (
  <Button icon={AppWindow} isDisabled={isDisabled} aria-label={t('check_open_tab_named', clip(name, 80))} onPress={onPress}>
    {t('check_open_tab')}
  </Button>
);

function AddressForm({ onRead, onOpenTab }: Ways) {
  const [typed, setTyped] = useState('');
  const url = addressFrom(typed);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (url !== null) onRead({ kind: 'url', url }, clip(url, 200));
  };
  return (
    <form className="row address-form" onSubmit={submit}>
      <label className="field grow">
        <span>{t('check_address')}</span>
        <input
          className="input"
          type="url"
          value={typed}
          placeholder="https://"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <FetchButton name={typed} isDisabled={url === null} onPress={() => url !== null && onRead({ kind: 'url', url }, clip(url, 200))} />
      <TabButton name={typed} isDisabled={url === null} onPress={() => url !== null && onOpenTab(url)} />
    </form>
  );
}

/** What people type for an address: the scheme may be missing. */
function addressFrom(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? url : null;
}

function TextForm({ onRead }: Pick<Ways, 'onRead'>) {
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') onRead({ kind: 'text', text }, t('check_pasted'));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label className="field">
        <span>{t('check_paste')}</span>
        <textarea className="input" rows={3} dir="auto" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <div>
        <Button type="submit" isDisabled={text.trim() === ''}>
          {t('check_paste_compare')}
        </Button>
      </div>
    </form>
  );
}

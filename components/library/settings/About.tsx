import { browser } from 'wxt/browser';
import { t } from '../../t.ts';

export function About() {
  return (
    <section className="stack" aria-labelledby="settings-about">
      <h2 id="settings-about">{t('library_about')}</h2>
      <p>{t('library_about_privacy')}</p>
      <p className="small soft">{t('library_about_version', browser.runtime.getManifest().version)}</p>
    </section>
  );
}

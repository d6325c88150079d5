import { CheckPage } from '../../components/check/CheckPage.tsx';
import type { Checker } from '../../components/check/checker.ts';
import { mount } from '../../components/mount.tsx';
import { hasHostAccess } from '../../utils/net/host-access.ts';
import { whyNeverFetched } from '../../utils/net/public-url.ts';
import { compare } from './compare.ts';
import { readSource } from './read-source.ts';
import '../../components/entry.css';
import '../../components/check/check.css';

/** Where the reader withheld the host, a fetch would fail without a word of why. */
const read: Checker['read'] = async (input, signal, onProgress) => {
  const withheld = input.kind === 'url' && whyNeverFetched(input.url) === null && !(await hasHostAccess(input.url));
  return withheld ? { ok: false, problem: 'no-access' } : readSource(input, signal, onProgress);
};

mount('check_title', <CheckPage checker={{ read, compare }} />);

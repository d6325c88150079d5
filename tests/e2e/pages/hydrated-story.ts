import { createElement as h, type ReactElement, useState } from 'react';

// A page that a server renders and React takes over in the browser. Without JSX, so that it runs in both as it is.

export const HYDRATED_QUOTE = 'The weir was mended in one night, by people who had never seen it.';

/** Hands out what changes the page; the browser's side puts it on `window`. */
type Hand = (set: { more: () => void; words: (words: string) => void; key: () => void }) => void;

export function Story({ hand }: { hand?: Hand }): ReactElement {
  const [before, setBefore] = useState(0);
  const [words, setWords] = useState(HYDRATED_QUOTE);
  const [key, setKey] = useState(0);
  hand?.({ more: () => setBefore((n) => n + 1), words: setWords, key: () => setKey((n) => n + 1) });
  const added = Array.from({ length: before }, (_, i) =>
    h('p', { key: `before-${i}` }, 'A paragraph more, number ', i, ', stands before.'),
  );
  return h(
    'main',
    null,
    ...added,
    h(
      'article',
      { key: `story-${key}` },
      h('p', null, 'Keeper Ada Quill said: “', words, '”'),
      h('p', null, 'Rain fell ', before, ' times that night.'),
    ),
  );
}

/** The whole document, as frameworks render it that own it. */
export function StoryDocument({ hand }: { hand?: Hand }): ReactElement {
  return h('html', { lang: 'en' }, h('head', null, h('title', null, 'Weir')), h('body', null, h(Story, hand ? { hand } : {})));
}

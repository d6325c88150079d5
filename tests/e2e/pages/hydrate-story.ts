import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Story, StoryDocument } from './hydrated-story.ts';

// The browser's side of `hydrated-story.ts`, bundled by the test that serves it.

const errors: string[] = [];
const note = (error: unknown): void => void errors.push(String(error));
const options = { onRecoverableError: note, onUncaughtError: note, onCaughtError: note };
const hand = (set: object): void => void Object.assign(window, set);

Object.assign(window, {
  errors,
  hydrate: () => {
    const root = document.getElementById('root');
    if (root) hydrateRoot(root, h(Story, { hand }), options);
    else hydrateRoot(document, h(StoryDocument, { hand }), options);
  },
});

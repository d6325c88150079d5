import type { Lexicon } from './lexicon.ts';
import type { NameIndex } from './names.ts';
import type { Scene } from './scene.ts';

export interface Resolution {
  /** Null when the words describe somebody the page does not name. */
  speaker: string | null;
  gender: 'm' | 'f' | null;
  person: boolean;
  /** Who else a pronoun may mean. */
  rival?: Rival | undefined;
}

/** The next best of those a pronoun can mean, with the chance (0–0.5) that it is meant instead. */
export interface Rival {
  speaker: string;
  share: number;
}

export interface Resolver {
  scene: Scene;
  lexicon: Lexicon;
  names: NameIndex;
  /** Who wrote the page: "I". */
  author: string | null;
}

/** Somebody the page does not name. */
export const nobody: Resolution = { speaker: null, gender: null, person: false };

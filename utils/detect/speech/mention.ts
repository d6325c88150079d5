import type { Chunk, ChunkType } from './chunks.ts';
import type { Tag } from './lexicon.ts';

/**
 * How a mention stands to a cue: its `subject` ("X said"), `inverted` ("said X"), `shared` ("X laughed and said", "…, saying"),
 * `object` ("told X"), `according` ("according to X"), `noun` ("X's statement"), `label` ("X:"), `dash` ("— X").
 */
export type LinkKind = 'subject' | 'inverted' | 'shared' | 'object' | 'according' | 'noun' | 'label' | 'dash';

export interface Link {
  kind: LinkKind;
  /** Token of the cue. */
  cue: number;
  tag: Tag;
}

/** Words that may point to a speaker, with the cues they stand with. Token indices, half-open. */
export interface Mention {
  start: number;
  end: number;
  type: ChunkType;
  /** The noun phrase alone: it carries the name. */
  head: Chunk;
  links: Link[];
  /** Subject of a verb that is no cue. */
  verb: boolean;
  /** A name or noun inside another mention's description. */
  inside: boolean;
  /** What the words show of whom they mean: `n` with a first name or title is `nP`, a body `nO`; he, it, they, I apart. */
  kind: string;
}

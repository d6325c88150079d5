/** Written by tests/eval/fit-confidence.ts; see MODEL.md. Feature (features.ts) → log-odds. */
export const SPEAKER_WEIGHTS: Record<string, number> = {
  'by a figure': 1.26,
  chance: 0.89,
  constant: 0.71,
  figure: 0.32,
  'rule comment-quotes-comment': 0.05,
  'rule comment-quotes-post': -0.17,
  'rule embedded-post': 0.05,
  'rule label-inside': 0.06,
  'rule lead-in-label': 0.08,
  'rule lead-in-noun': 0.05,
  'rule lead-in-person-outlet': 0.03,
  'rule lead-in-shared': 0.08,
  'rule lead-in-subject': -0.13,
  'rule line-below': 0.22,
  'rule pull-quotation': 0.06,
  'rule reviewed-work': 0.06,
  'rule same-breath': -0.08,
  'rule same-words': -0.03,
  'rule shared-lead-in': 0.04,
  'rule signature': -0.09,
  'rule speech-according': -0.18,
  'rule speech-inverted': 0.32,
  'rule speech-label': 0.03,
  'rule speech-near': -0.02,
  'rule speech-noun': -0.02,
  'rule speech-object': 0.02,
  'rule speech-same-person': -0.13,
  'rule speech-shared': -0.26,
  'rule speech-subject': -0.14,
  'rule translated-post': 0.07,
};

/** Of the likeliest that was weighed where no speaker is told. */
export const CANDIDATE_WEIGHTS: Record<string, number> = {
  chance: 0.47,
  constant: -0.42,
  inline: 1.14,
  'set off': -1.14,
};

export const SOURCE_WEIGHTS: Record<string, number> = {
  constant: 1.96,
  figure: 0.54,
  'rule citing-link': 0.1,
  'rule comment-quotes-comment': -0.06,
  'rule comment-quotes-post': -0.02,
  'rule continues-source': 0.02,
  'rule earlier-sentence': 0.04,
  'rule footnote': 0.04,
  'rule lead-in-in-outlet': -0.15,
  'rule lead-in-link': -0.38,
  'rule lead-in-work': 0.03,
  'rule nested-in-source': 0.16,
  'rule outlet-says': 0.05,
  'rule repeats-quotation': -0.15,
  'rule reviewed-work': 0.08,
  'rule same-document': 0.04,
  'rule same-speaker-source': -0.05,
  'rule shared-lead-in': 0.09,
  'rule signature': 0.1,
  'rule story-goes-on': -0.16,
  'rule told-press': 0.03,
  'rule translated-post': 0.04,
};

/** By what weighed a name: how often it is right where the name told is not, and where none is told. */
export const OTHER_SOURCES = {
  told: {
    rule: 0.167,
    link: 0.2,
    before: 0.167,
    outlet: 0.2,
    cited: 0.167,
  },
  silent: {
    rule: 0.1,
    link: 0.091,
    before: 0.077,
    outlet: 0.053,
    cited: 0.176,
  },
};

/** Rule that took a passage for a quotation → share of its passages that are. */
export const PASSAGES: Record<string, number> = {
  'block-quotation': 0.972,
  'embedded-post': 0.95,
  'inline-open': 0.97,
  'inline-single': 0.97,
  'inline-speech': 0.958,
  'inline-unopened': 0.968,
  'italic-passage': 0.985,
  'list-item': 0.982,
};

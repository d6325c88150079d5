import type { LocalSite } from '../local-site.ts';

// Pages whose words come, go and change under the reader. What a test does with them stands on `window`.

const whole = (title: string, body: string, script: () => void): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}<script>(${script})();</script></body></html>`;

export const LATE_QUOTE = 'The lock keeper had opened the upper gate long before the barge was seen.';

/** Runs in the page: an endless list with a clock and adverts, so that it never rests. */
function runFeed(): void {
  const main = document.querySelector('main');
  const clock = document.querySelector('time');
  if (!main || !clock) throw new Error('no feed');
  const add = (text: string): void => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    main.append(paragraph);
  };
  let seconds = 0;
  Object.assign(window, {
    /** The next part of the feed. */
    more: () => {
      add('The second part of the feed begins here, and it was not there before.');
      add('Keeper Ada Quill said: “The lock keeper had opened the upper gate long before the barge was seen.”');
    },
    /** The clock and the adverts run, until the page is left. */
    unrest: () => {
      setInterval(() => {
        clock.textContent = `0:${++seconds}`;
        main.append(document.createElement('div'));
      }, 40);
    },
  });
}

/** What is said in the row that the tests keep. The other rows are words of their own. */
export const ROW_QUOTE = 'Nobody had told the night watch that the upper gate was open.';

/** Runs in the page: a list of which only the rows in view are there; nodes are made anew or written into, by turns. */
function runList(): void {
  const list = document.querySelector<HTMLElement>('#list');
  if (!list) throw new Error('no list');
  const height = 60;
  const shown = 12;
  list.style.height = `${2_000 * height}px`;
  let turn = 0;
  const rows = ['barge', 'clerk', 'ferry', 'lamp', 'market', 'orchard', 'pilot', 'quarry', 'school', 'tannery', 'weir'];
  const deeds = [
    'sold',
    'painted',
    'counted',
    'carried uphill',
    'forgotten',
    'rebuilt',
    'measured twice',
    'given away',
    'burnt',
    'praised',
  ];
  const times = ['in March', 'before noon', 'by two brothers', 'against advice', 'for a song', 'without a word', 'in plain sight'];
  const words = (row: number): string => {
    if (row === 1_000) return 'Keeper Ada Quill said: “Nobody had told the night watch that the upper gate was open.”';
    const pick = (list: string[], step: number): string => list[(row * step) % list.length] ?? '';
    return `Row ${row}: the ${pick(rows, 3)} was ${pick(deeds, 7)} ${pick(times, 5)}, and the ${pick(rows, 5)} was ${pick(deeds, 3)}.`;
  };
  const show = (first: number): void => {
    const wanted = [...Array(shown).keys()].map((n) => first + n).filter((row) => row >= 0 && row < 2_000);
    const reuse = turn++ % 2 === 1 && list.children.length === wanted.length;
    const made = reuse ? [...list.children] : wanted.map(() => document.createElement('p'));
    for (const [i, row] of wanted.entries()) {
      const item = made[i] as HTMLElement; // one a row
      item.style.cssText = `position: absolute; margin: 0; top: ${row * height}px`;
      const text = item.firstChild;
      if (text instanceof Text) text.data = words(row);
      else item.textContent = words(row);
    }
    if (!reuse) list.replaceChildren(...made);
  };
  Object.assign(window, {
    scrollToRow: (row: number) => {
      scrollTo({ top: row * height, behavior: 'instant' });
      show(row - 2);
    },
  });
  show(0);
}

/** Runs in the page: what frameworks and editors do to text nodes. */
function runNodes(): void {
  const paragraph = document.querySelector('#said');
  if (!paragraph) throw new Error('no paragraph');
  const html = paragraph.innerHTML;
  const texts = (): Text[] => [...paragraph.childNodes].filter((node) => node instanceof Text);
  Object.assign(window, {
    split: () => {
      for (const text of texts()) if (text.length > 10) text.splitText(Math.floor(text.length / 2));
    },
    merge: () => paragraph.normalize(),
    replace: () => paragraph.replaceChildren(...[...paragraph.childNodes].map((node) => node.cloneNode(true))),
    rewrite: () => {
      for (const text of texts()) text.data = String(text.data);
    },
    wrap: () => {
      const strong = document.createElement('strong');
      strong.append(...paragraph.childNodes);
      paragraph.append(strong);
    },
    restore: () => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      paragraph.replaceChildren(...parsed.body.childNodes);
    },
    before: () => paragraph.before(document.createTextNode('Words that come before all others, and move them along.')),
    other: () => {
      for (const text of texts()) text.data = text.data.replaceAll('e', 'o');
    },
  });
}

export const NODES_QUOTE = 'The gate had been left open by the night watch, and nobody had been told.';

export function serveLivingPages(site: LocalSite): void {
  site.serve('/feed', whole('Feed', '<time>0:00</time><main><p>The first part of the feed.</p></main>', runFeed));
  site.serve('/list', whole('List', '<h1>Berths</h1><div id="list" style="position: relative"></div>', runList));
  site.serve(
    '/nodes',
    whole(
      'Nodes',
      `<p>It was dark.</p><p id="said">Keeper Ada Quill said: “${NODES_QUOTE}” It rained.</p><p>So much for that.</p>`,
      runNodes,
    ),
  );
  site.serve(
    '/rest',
    `<!doctype html><html lang="en"><head><title>Rest</title></head><body><p>Keeper Ada Quill said: “${NODES_QUOTE}” It rained.</p></body></html>`,
  );
}

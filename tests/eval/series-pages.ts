/** Seeded chance (mulberry32). */
export interface Random {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
}

export function chance(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number], // below its length
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]]; // i and j lie in it
      }
      return copy;
    },
  };
}

/** A list whose rows are one sentence filled with other words. */
export interface Series {
  name: string;
  /** What tells the rows apart. */
  kind: 'number' | 'date' | 'name' | 'word' | 'several';
  /** Row `i`; with `key` the words that tell which row it is are those, and the rest is new. */
  row(i: number, random: Random, key?: string): string;
  /** The words of a row that tell which it is. */
  keyOf(row: string): string;
  /** A word of every row, and another for it. */
  word: readonly [string, string];
  before: string;
  between: string;
  after: string;
}

const TOWNS =
  'Lindvik Ostby Sund Havn Torsund Brekka Molde Vika Strand Fosse Alnes Berg Dale Ekra Fjell Gard Holm Ilen Jarn Kvam Lund Mark Nes Odde Pollen Rud Skar Tveit Ulvik Viken'.split(
    ' ',
  );
const PEOPLE =
  'Ida Brandt,Morten Quist,Ola Fjeld,Karin Sande,Petter Holm,Anja Vik,Tor Lien,Siri Moe,Nils Aune,Randi Foss,Jon Haug,Eva Ruud,Lars Berge,Unni Dahl,Per Strand,Maja Krog'.split(
    ',',
  );
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SIDES = 'eastern western northern southern upper lower inner outer'.split(' ');
const THINGS = 'dog bicycle pram tent guitar boat kite lamp basket ladder stool umbrella camera drone scooter wheelchair'.split(' ');
const HEAD =
  'The harbour of Lindvik\nThe council publishes what it knows about the rebuilding of the pier, and what it costs. All figures are preliminary.\n';
const FOOT =
  '\nThe figures are put together by the harbour office.\nShare this page with a friend, or print it for the wall of your kitchen.';
const first = (row: string, pattern: RegExp): string => pattern.exec(row)?.[0] ?? row;
const list = { before: HEAD, between: '\n', after: FOOT };
const other = (random: Random, i: number): string => TOWNS[(i + 1 + random.below(TOWNS.length - 1)) % TOWNS.length] ?? '';

export const SERIES: Series[] = [
  {
    ...list,
    name: 'virtual list',
    kind: 'number',
    row: (i, random, key) =>
      `${key ?? `Row ${i + 1}`}: the harbour board counted ${key === undefined ? i + 101 : 900 + random.below(90)} seals on the northern pier this morning.`,
    keyOf: (row) => first(row, /^Row \d+/),
    word: ['counted', 'estimated'],
  },
  {
    ...list,
    name: 'statute',
    kind: 'number',
    row: (i, random, key) =>
      `${key ?? `§ ${i + 1}`} The fee for a licence of this class is ${(key === undefined ? 40 + i : 300 + random.below(90)) * 5} crowns a year and is paid in advance.`,
    keyOf: (row) => first(row, /^§ \d+/),
    word: ['advance', 'arrears'],
  },
  {
    ...list,
    name: 'numbers only',
    kind: 'number',
    row: (i, random, key) =>
      `${key ?? `No. ${4000 + i * 7}`} was drawn and wins ${key === undefined ? 20 + i : 300 + random.below(90)} crowns.`,
    keyOf: (row) => first(row, /^No. \d+/),
    word: ['drawn', 'called'],
  },
  {
    ...list,
    name: 'timeline',
    kind: 'date',
    row: (i, random, key) =>
      `${key ?? `${1 + ((i * 3) % 28)} ${MONTHS[i % 12]} ${2010 + Math.floor(i / 12)}`}: The council of Lindvik met and put the decision off by ${key === undefined ? 2 + (i % 9) : 20 + random.below(9)} weeks.`,
    keyOf: (row) => first(row, /^\d+ \w+ \d+/),
    word: ['decision', 'vote'],
  },
  {
    ...list,
    name: 'live ticker',
    kind: 'date',
    row: (i, random, key) =>
      `${key ?? `${10 + Math.floor(i / 12)}:${String((i * 5) % 60).padStart(2, '0')}`} Water level at the gauge is ${key === undefined ? 310 + i : 500 + random.below(90)} centimetres, rising slowly.`,
    keyOf: (row) => first(row, /^[\d:]+/),
    word: ['rising', 'falling'],
  },
  {
    ...list,
    name: 'scoreboard',
    kind: 'several',
    row: (i, random, key) =>
      `${key ?? `${TOWNS[i % TOWNS.length]} – ${other(random, i)}`} ${random.below(6)}:${random.below(6)} (${random.below(3)}:${random.below(3)})`,
    keyOf: (row) => first(row, /^\p{L}+ – \p{L}+/u),
    word: [':', '–'],
  },
  {
    ...list,
    name: 'table',
    kind: 'several',
    row: (i, random, key) =>
      `${key ?? `${TOWNS[i % TOWNS.length]}${i < TOWNS.length ? '' : ` ${Math.floor(i / TOWNS.length) + 1}`}`} ${random.below(40)} ${random.below(40)} ${random.below(900)} open until 6 pm`,
    keyOf: (row) => first(row, /^\p{L}+(?: \d(?= \d+ \d+ \d+))?/u),
    word: ['open', 'closed'],
  },
  {
    ...list,
    name: 'members',
    kind: 'name',
    row: (i, random, key) =>
      `${key ?? `${PEOPLE[i % PEOPLE.length]?.split(' ')[0]} ${PEOPLE[(i * 7 + Math.floor(i / 16)) % PEOPLE.length]?.split(' ')[1]}`}, member of the council since ${key === undefined ? 1990 + (i % 30) : 1960 + random.below(20)}, votes for the new pier.`,
    keyOf: (row) => first(row, /^\p{L}+ \p{L}+/u),
    word: ['for', 'against'],
  },
  {
    ...list,
    name: 'questions',
    kind: 'word',
    row: (i, random, key) =>
      `${key ?? `Can I bring my ${THINGS[i % THINGS.length]}${i < THINGS.length ? '' : ` number ${Math.floor(i / THINGS.length) + 1}`} to the market hall?`} Yes, you can, but please leave it at the ${key === undefined ? SIDES[i % SIDES.length] : random.pick(['main', 'side', 'front'])} entrance.`,
    keyOf: (row) => first(row, /^[^?]+\?/),
    word: ['please', 'always'],
  },
  {
    ...list,
    name: 'closures',
    kind: 'word',
    row: (i, random, key) =>
      `${key ?? `The ${SIDES[i % SIDES.length]} pier of ${TOWNS[Math.floor(i / SIDES.length) % TOWNS.length]}`} will be closed for ${key === undefined ? 2 + (i % 7) : 20 + random.below(9)} days in the summer, the engineers say.`,
    keyOf: (row) => first(row, /^The \S+ pier of \S+/),
    word: ['closed', 'opened'],
  },
  {
    ...list,
    name: 'comments',
    kind: 'name',
    between: '\nReply Share Report\n',
    row: (i, random, key) =>
      `${key ?? `Replied to @${PEOPLE[i % PEOPLE.length]?.toLowerCase().replace(' ', '_')}${i + random.below(9)}`}: I agree with you completely, thanks for writing this. ${key === undefined ? 3 + i : 200 + random.below(90)} likes`,
    keyOf: (row) => first(row, /^Replied to @\S+(?=:)/),
    word: ['agree', 'disagree'],
  },
  {
    ...list,
    name: 'German list',
    kind: 'several',
    row: (i, random, key) =>
      `${key ?? `Gemeinde ${TOWNS[i % TOWNS.length]} (${1000 + i * 13})`}: Der Rat hat ${key === undefined ? 5 + (i % 20) : 60 + random.below(30)} Einwände geprüft und keinen davon angenommen.`,
    keyOf: (row) => first(row, /^Gemeinde \S+ \(\d+\)/),
    word: ['geprüft', 'gelesen'],
  },
  {
    ...list,
    name: 'running text',
    kind: 'several',
    between: ' ',
    row: (i, random, key) =>
      `${key ?? `In ${1900 + i} ${PEOPLE[i % PEOPLE.length]} became mayor of Lindvik`} and held the office for ${key === undefined ? 1 + (i % 9) : 20 + random.below(9)} years.`,
    keyOf: (row) => first(row, /^In \d+ \p{L}+ \p{L}+ became mayor of Lindvik/u),
    word: ['held', 'kept'],
  },
  {
    ...list,
    name: '漢字の一覧',
    kind: 'number',
    row: (i, random, key) =>
      `${key ?? `第${i + 1}条`}　この許可の手数料は年間${key === undefined ? 500 + i : 900 + random.below(90)}円とする。`,
    keyOf: (row) => first(row, /^第\d+条/),
    word: ['年間', '月間'],
  },
];

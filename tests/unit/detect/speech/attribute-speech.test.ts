import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeSpeech, type SpeechQuery } from '../../../../utils/detect/speech/attribute-speech.ts';
import { blockAfter, inlineQueries, pageOf, speakersIn } from './speech-page.ts';

describe('who says a quotation in running text', () => {
  it('is the subject before or after it', () => {
    const [a, b] = speakersIn(
      'Mayor Clara Ostrow opened the bridge on Friday. Ostrow said, “We built this in nine months and under budget.”\n' +
        '“Nobody believed us when we started,” engineer Paul Lindqvist said.',
    );
    expect(a).toMatchObject({ speaker: 'Clara Ostrow', mention: 'Ostrow', cue: 'said' });
    expect(b).toMatchObject({ speaker: 'Paul Lindqvist', cue: 'said' });
  });

  it('is the subject behind the verb, with its description as the mention', () => {
    const [a] = speakersIn('“The river rose faster than anyone had thought,” said Maria Quill, a hydrologist at the water board.');
    expect(a).toMatchObject({ speaker: 'Maria Quill', mention: 'Maria Quill, a hydrologist at the water board', cue: 'said' });
  });

  it('is the same for both halves of an interrupted quotation', () => {
    const found = speakersIn('“We will rebuild the school,” Dana Whitlock told parents, “and we will do it before the winter.”');
    expect(found.map((f) => f.speaker)).toEqual(['Dana Whitlock', 'Dana Whitlock']);
  });

  it('goes on being the speaker before when nobody else takes over', () => {
    const found = speakersIn(
      '“The plant closes in June,” Harold Benn said. “There is no money left to run it for another year.”\n' +
        '“We looked at every other way,” he added.',
    );
    expect(found.map((f) => f.speaker)).toEqual(['Harold Benn', 'Harold Benn', 'Harold Benn']);
  });

  it('goes on for a sentence that stands alone behind the cue, and no further', () => {
    const found = speakersIn(
      '“The well is dry and has been for a month,” Dora Finch said, according to the sheriff. “Bring your own water from town.” ' +
        'The sheriff left.\nNobody knew “what the sign above the door was for” at first.',
    );
    expect(found.slice(0, 2).map((f) => f.speaker)).toEqual(['Dora Finch', 'Dora Finch']);
    expect(found[1]?.rule).toBe('same-breath');
    expect(found[2]?.speaker).toBeNull();
  });

  it('is who tells somebody in the sentence, when nothing nearer says so', () => {
    const [a] = speakersIn(
      'Nora Tamsin runs the mill. But Tamsin told the Courier’s Ben Hollis on Monday night that she never sent the letter, saying, “I am no thief.”',
    );
    expect(a?.speaker).toBe('Nora Tamsin');
  });

  it('is described by two phrases joined before the verb', () => {
    const [a] = speakersIn(
      'Karl Weddon from the Institute for Rivers and a former aide to Governor Plath declared the plan “an old and costly mistake made new”.',
    );
    expect(a?.speaker).toBe('Karl Weddon');
  });

  it('is nobody where the words before the verb are no description', () => {
    const [a] = speakersIn('Darüber hinaus mahnte am Abend, „dass der Hafen im Frühjahr wieder öffnen muss“.', { language: 'de' });
    expect(a?.speaker).toBeNull();
    const [b] = speakersIn('Everyone said “the mill will never be opened again in spring”.');
    expect(b?.speaker).toBeNull();
  });

  it('is the document whose words they are called, or whose that-clause they stand in', () => {
    const [a] = speakersIn('And so the first words of the Harbour Charter, “to keep the water free for all,” must be our guide.');
    expect(a?.speaker).toBe('Harbour Charter');
    const [b] = speakersIn(
      'A March study by the Centre for River Research, a Tarn-based think tank, concluded that, using standard methods, “the full price of the dam falls on farmers at home.”',
    );
    expect(b?.speaker).toBe('Centre for River Research');
  });

  it('is who was asked, not what the question is about', () => {
    const block = 'A boat may be searched in any harbour of the province.';
    const lead = 'I asked ChatGPT what the law says, and it tells me that';
    const page = pageOf(`The law is old, and nobody reads it.\n${lead}\n${block}`);
    const [a] = attributeSpeech(page, [blockAfter(page.text, block, lead)]);
    expect(a).toMatchObject({ speaker: 'ChatGPT', mention: 'it' });
  });

  it('is nobody in particular where the page says “heißt es”', () => {
    const block = 'Die Boote sind bis zum Abend in den Hafen zu bringen und dort zu melden.';
    const lead = 'In der Ordnung heißt es:';
    const page = pageOf(`Konstruiert hat das Verfahren niemand.\n${lead}\n${block}`, { language: 'de' });
    expect(attributeSpeech(page, [blockAfter(page.text, block, lead)])[0]?.speaker).toBeNull();
  });

  it('leaves the office out of the name', () => {
    const [a] = speakersIn('US Secretary of State Antonia Falk said “the treaty will be signed before the winter comes”.');
    expect(a?.speaker).toBe('Antonia Falk');
  });

  it('is the name that a pronoun stands for, by gender', () => {
    const [a] = speakersIn('Susan Tarrow met Robert Ives in the lobby. “I had never seen the contract before that day,” she said.');
    expect(a).toMatchObject({ speaker: 'Susan Tarrow', mention: 'she' });
  });

  it('is not the reporter who was told', () => {
    const [a] = speakersIn('Transport minister Olaf Brandt told the Courier, “The trains will run again on Monday morning.”');
    expect(a?.speaker).toBe('Olaf Brandt');
  });

  it('is who declared it, not the paper that reports it', () => {
    const [a] = speakersIn('“They sold us a bridge that leads to nowhere,” Ostrow declared, according to the Harbour Post.');
    expect(a?.speaker).toBe('Ostrow');
  });

  it('may be a document or a body', () => {
    const [a, b] = speakersIn(
      'The report said that the dam was “in a condition that must be called alarming.”\n“We regret the delay in the payments,” the company said.',
    );
    expect(a).toMatchObject({ speaker: 'The report' });
    expect(b).toMatchObject({ speaker: 'the company' });
  });

  it('has a mention but no name when somebody unnamed speaks', () => {
    const [a] = speakersIn('“I just want my old street back,” a cashier said.');
    expect(a).toMatchObject({ speaker: null, mention: 'a cashier' });
  });

  it('is the name of a label', () => {
    const [a] = speakersIn('Robert Ives: “I never signed that paper, and they know it.”');
    expect(a?.speaker).toBe('Robert Ives');
  });

  it('is the page’s author for “I”, when the metadata name one', () => {
    const [a] = speakersIn('I said to the clerk, “This form was due in March, not in May.”', { authors: ['Nora Feld'] });
    expect(a).toMatchObject({ speaker: 'Nora Feld', mention: 'I' });
  });

  it('takes the fullest name from JSON-LD', () => {
    const jsonLd = ['{"@type":"Article","about":{"@type":"Person","name":"Wilhelmina Farrow"}}'];
    const [a] = speakersIn('“There was no second key to the archive,” Ms. Farrow said.', { jsonLd });
    expect(a).toMatchObject({ speaker: 'Wilhelmina Farrow', mention: 'Ms. Farrow' });
  });
});

describe('who says a quotation in other languages', () => {
  it('German: verb before subject, addressee in the dative, laut', () => {
    const found = speakersIn(
      'Die Ministerin Karin Vogt stellte den Plan am Montag vor. „Wir fangen noch in diesem Jahr mit dem Bau an“, sagte Vogt der „Elbzeitung“.\n' +
        'Laut Peter Harms ist das „ein völlig falsches Zeichen an die Bauern“.\n' +
        '„Das hätte man früher wissen müssen“, so Harms.',
      { language: 'de' },
    );
    expect(found[0]?.speaker).toBe('Karin Vogt');
    expect(found[2]?.speaker).toBe('Peter Harms');
    expect(found[3]?.speaker).toBe('Peter Harms');
  });

  it('French: inversion, with and without a hyphen', () => {
    const found = speakersIn(
      '« Nous n’avons jamais reçu cette lettre », glisse Hélène Marchais, la directrice du théâtre. La salle reste fermée. « Il faut tout reprendre depuis le début », explique-t-elle.',
      { language: 'fr' },
    );
    expect(found.map((f) => f.speaker)).toEqual(['Hélène Marchais', 'Hélène Marchais']);
  });

  it('Spanish: verb before subject, según', () => {
    const found = speakersIn(
      '"No vamos a cerrar ninguna escuela este año", apuntó Lucía Herrero. Según Andrés Molina, "es una promesa que nadie puede cumplir".',
      { language: 'es' },
    );
    expect(found.map((f) => f.speaker)).toEqual(['Lucía Herrero', 'Andrés Molina']);
  });
});

describe('who says a quotation in languages with shorter lists', () => {
  it.each([
    ['it', '"Non abbiamo mai ricevuto la lettera", ha detto Lucia Ferraro, direttrice del teatro.', 'Lucia Ferraro'],
    ['pt', 'O prefeito João Reis disse que “não há dinheiro para tudo o que pedem”.', 'João Reis'],
    ['ar', 'وقال سامر الخطيب، مدير المدرسة: "لم نتلق أي رسالة من الوزارة منذ بداية العام".', 'سامر الخطيب'],
    ['nl', '"We hebben nooit een brief gekregen", zegt Marieke Jansen.', 'Marieke Jansen'],
  ])('%s', (language, text, speaker) => expect(speakersIn(text, { language })[0]?.speaker).toBe(speaker));
});

describe('whom a name means', () => {
  it('is the whole name for a surname with its particle', () => {
    const found = speakersIn('„Der Winter war hart“, sagte Alexander von Hagen. „Nun ist er vorbei“, sagte von Hagen.', { language: 'de' });
    expect(found[1]?.speaker).toBe('Alexander von Hagen');
  });

  it('is the man who was just spoken of, not one named long before', () => {
    const text = `Peter Marsh opened the meeting. ${'The hall was cold and half empty. '.repeat(12)}Then Andrew Cole rose. “We need new windows before the winter,” he said.`;
    expect(speakersIn(text)[0]?.speaker).toBe('Andrew Cole');
  });

  it('is the one person of whom all mentions near it speak, when no cue decides', () => {
    const [, b] = speakersIn(
      'Karsten Holm leitet die Werft. „Wir arbeiten hart“, sagt Holm.\nSchmied Holm kann die Nachteile klar benennen. Mit dem Absatz ist er zufrieden, und auch vor dem Winter hat er keine Angst. „Aber die großen Betriebe haben den Vorteil, dass sie weniger zahlen als wir.“',
      { language: 'de' },
    );
    expect(b?.speaker).toBe('Karsten Holm');
  });

  it('is no country', () => {
    const [a] = speakersIn('Israel said it would answer. Minister David Aron came late. “Nobody has asked us anything yet,” he said.');
    expect(a?.speaker).toBe('David Aron');
  });

  it('is whose claim it is when another rejects it', () => {
    const [a] = speakersIn(
      'Harold Benn opened the fair. A check by the county found Benn’s claim that “every bridge was repaired last year” to be untrue.',
    );
    expect(a?.speaker).toBe('Harold Benn');
  });

  it('is the person of a description that a comma names', () => {
    const [a] = speakersIn('The minister of public works, Clara Ostrow, said the road was “a present to nobody but the builders”.');
    expect(a).toMatchObject({ speaker: 'Clara Ostrow', mention: 'The minister of public works, Clara Ostrow' });
  });
});

describe('who stands below a quotation', () => {
  it('is the signature behind a dash', () => {
    const [a] = speakersIn('“He who asks is a fool for five minutes.”\n— Wilma Farrow\nThe fair goes on until Sunday.');
    expect(a?.speaker).toBe('Wilma Farrow');
  });

  it('is the line below, on a page that sets several so', () => {
    const text =
      '“They mended the roof in one day.”\nPaul Lindqvist, Harwick\n“Never had a better oven.”\nMaria Quill, baker\n“I would ask them again at once.”\nDana Whitlock';
    expect(speakersIn(text).map((f) => f.speaker)).toEqual(['Paul Lindqvist', 'Maria Quill', 'Dana Whitlock']);
  });
});

describe('what is quoted twice', () => {
  it('takes its speaker from where the text names one', () => {
    const words = 'The harbour was never meant for ships of that size';
    const text = `“${words}”\nClara Ostrow defended the plan. “${words},” Ostrow said.`;
    expect(speakersIn(text).map((f) => f.speaker)).toEqual(['Clara Ostrow', 'Clara Ostrow']);
  });
});

describe('what nobody says', () => {
  it('is a title of a work, and is marked as no speech', () => {
    const [a] = speakersIn('Her third novel, “The Glass Orchard,” won the county prize.');
    expect(a).toMatchObject({ speaker: null, mention: null, notSpeech: true });
  });

  it('is a so-called term', () => {
    const [a] = speakersIn('The town has had a so-called “quiet zone” since 2011.');
    expect(a).toMatchObject({ speaker: null, notSpeech: true });
  });
});

describe('who says a set-off quotation', () => {
  const answer = (text: string, query: SpeechQuery) => attributeSpeech(pageOf(text), [query])[0];

  it('is the subject of its lead-in', () => {
    const text = 'Gerald Munro bought the mill in 1998.\nIn a statement, Munro said:\nThe mill has lost money in every one of these years.';
    const found = answer(text, blockAfter(text, 'The mill has lost money in every one of these years.', 'In a statement, Munro said:'));
    expect(found).toMatchObject({ speaker: 'Gerald Munro', mention: 'Munro', cue: 'said' });
  });

  it('is the person of “Person, Outlet:”', () => {
    const text = 'Sylvia Brandt, The Harbour Post:\nThe plan was never meant to be read by anyone.';
    expect(
      answer(text, blockAfter(text, 'The plan was never meant to be read by anyone.', 'Sylvia Brandt, The Harbour Post:')),
    ).toMatchObject({
      speaker: 'Sylvia Brandt',
    });
  });

  it('is whose remarks a lead-in over a list announces', () => {
    const text =
      'Victor Almgren spoke for an hour.\nThe party’s page with Almgren’s remarks on fisheries has these points:\nNo boat will be left without a harbour.';
    const leadIn = 'The party’s page with Almgren’s remarks on fisheries has these points:';
    expect(answer(text, blockAfter(text, 'No boat will be left without a harbour.', leadIn, 'list-item'))?.speaker).toBe('Victor Almgren');
  });

  it('is nobody when an outlet alone introduces it', () => {
    const text = 'As The New York Times reported:\nThe harbour was closed for three days.';
    expect(answer(text, blockAfter(text, 'The harbour was closed for three days.', 'As The New York Times reported:'))?.speaker).toBeNull();
  });

  it('is the transcript’s label', () => {
    const text = 'Yesterday Thomas Reyes was on the programme.\nREYES: Well, that is not what the numbers say.';
    expect(answer(text, blockAfter(text, 'REYES: Well, that is not what the numbers say.', null))?.speaker).toBe('Thomas Reyes');
  });

  it('is silent without a lead-in', () => {
    const text = 'The ferry was late.\nThe harbour was closed for three days.';
    expect(answer(text, blockAfter(text, 'The harbour was closed for three days.', null))).toMatchObject({ speaker: null, mention: null });
  });
});

describe('quotations within quotations', () => {
  it('have a speaker of their own, told by the outer words', () => {
    const text = '“I was at the desk when Henry Stoll shouted ‘Nobody leaves this room before midnight’ at us,” Clara Ostrow said.';
    const outer = inlineQueries(text)[0];
    const innerWords = 'Nobody leaves this room before midnight';
    if (outer === undefined) throw new Error('no outer quotation');
    const start = text.indexOf(innerWords);
    const inner: SpeechQuery = { ...outer, start, end: start + innerWords.length, within: 0 };
    const found = attributeSpeech(pageOf(text), [outer, inner]);
    expect(found.map((f) => f.speaker)).toEqual(['Clara Ostrow', 'Henry Stoll']);
  });
});

describe('a comment', () => {
  it('does not say what it quotes from elsewhere', () => {
    const text = 'Walter Kohn says:\n“The harbour will never reopen in our lifetime.” I doubt that.';
    const queries = inlineQueries(text).map((q) => ({ ...q, region: 'comment' as const }));
    expect(attributeSpeech(pageOf(text), queries)[0]?.speaker).toBeNull();
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    '“',
    '”',
    '"',
    'said',
    'Ostrow',
    'he',
    ',',
    '.',
    '\n',
    ':',
    '—',
    'the',
    'report',
    'who',
    '(',
    ')',
    'told',
    'Mr.',
    '’s',
    'und',
    '«',
    '»',
    '[1]',
    '😀',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 80 }).map((w) => w.join(' ')),
  );
  const spans = fc.array(
    fc.tuple(fc.nat(300), fc.nat(80), fc.option(fc.nat(5), { nil: null }), fc.constantFrom('inline', 'block', 'list-item', 'pull')),
    {
      maxLength: 8,
    },
  );

  it('gets one answer a query, verbatim from the page, and never throws', () => {
    fc.assert(
      fc.property(texts, spans, fc.constantFrom('en', 'de', 'fr', 'es', 'ar', null), (text, list, language) => {
        const queries = list.map(([at, length, within, kind], i): SpeechQuery => {
          const start = Math.min(at, text.length);
          const end = Math.min(start + length, text.length);
          const leadIn = start > 10 ? { start: start - 10, end: start } : null;
          return {
            start,
            end,
            kind,
            paragraph: { start, end },
            leadIn,
            within: within !== null && within < i ? within : null,
            region: 'article',
          };
        });
        const found = attributeSpeech(pageOf(text, { language }), queries);
        expect(found).toHaveLength(queries.length);
        for (const { mention, cue, confidence, evidence } of found) {
          if (mention !== null) expect(text).toContain(mention);
          if (cue !== null) expect(text).toContain(cue);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (evidence !== null) expect(evidence.start <= evidence.end && evidence.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is read in time that grows with its length', () => {
    const paragraph = 'Mayor Clara Ostrow, a member of the council, said, “We built this in nine months,” and he added “under budget.”\n';
    const time = (n: number): number => {
      const text = paragraph.repeat(n);
      const queries = inlineQueries(text);
      const page = pageOf(text);
      let best = Infinity;
      for (let i = 0; i < 3; i++) {
        const from = performance.now();
        attributeSpeech(page, queries);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    time(20);
    const [small, large] = [time(50), time(400)];
    // eight times the text; a quadratic part would cost sixty-four times as much
    expect(large).toBeLessThan(Math.max(small, 5) * 30);
  });
});

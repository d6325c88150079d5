import type { CueLanguage } from './cue-language.ts';

/** Italian. */
export const it: CueLanguage = {
  language: 'it',
  say: 'dice dicono disse dissero diceva detto afferma affermano affermò affermato spiega spiegano spiegò spiegato dichiara dichiarano dichiarò dichiarato aggiunge aggiunse aggiunto racconta raccontano raccontò raccontato scrive scrivono scrisse scritto sottolinea sottolineato osserva osservato commenta commentato risponde rispose risposto chiede chiese chiesto sostiene sostengono sostenne sostenuto conclude concluse concluso insiste ribadisce ribadito precisa precisato ricorda ricordato ammette ammesso riconosce assicura assicurato annuncia annunciato avverte avvertito denuncia denunciato esclama replica replicato ironizza prosegue attacca confessa conferma confermato rivela rivelato riferisce riferito twitta nota evidenzia',
  weak: 'chiama chiamò definisce definito definì descrive accusa accusato promette propone critica criticato pensa crede vuole spera cita parla parlato elogia difende nega',
  saying: 'dicendo affermando spiegando aggiungendo dichiarando scrivendo ricordando sottolineando',
  base: 'dire affermare spiegare dichiarare aggiungere raccontare scrivere chiedere rispondere',
  nouns: 'dichiarazione dichiarazioni parole frase messaggio lettera risposta domanda discorso intervista motto commento comunicato',
  according: 'secondo|stando a|a detta di|a parere di|ad avviso di|per bocca di',
  behind: 'per',
  naming:
    'cosiddetto cosiddetta cosiddetti intitolato intitolata soprannominato soprannominata chiamato chiamata denominato parola parole termine espressione presunto presunta titolo',
  works:
    'libro film canzone serie programma romanzo articolo giornale rivista album documentario opera saggio rapporto capitolo poesia disco',
  pronouns: {
    lui: { gender: 'm', plural: false },
    egli: { gender: 'm', plural: false },
    lei: { gender: 'f', plural: false },
    ella: { gender: 'f', plural: false },
    loro: { gender: null, plural: true },
    io: { gender: null, plural: false },
    noi: { gender: null, plural: true },
    tu: { gender: null, plural: false },
  },
  otherPronouns: 'gli si mi ti ci vi ne',
  possessives: 'suo sua suoi sue mio mia nostro nostra',
  determiners:
    "il lo la i le un uno una l' questo questa questi queste quello quella quelli quelle alcuni alcune molti molte tutti tutte altro altra altri altre ogni nessun due tre quattro",
  prepositions:
    'di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai dalle in nel nello nella nei negli nelle con su sul sulla sui sulle per tra fra contro durante dopo prima senza verso sotto sopra come',
  joining: 'di del dello della dei degli delle per al alla',
  conjunctions: 'e ed o ma perché quando se mentre né però anche',
  relatives: 'che cui quale quali chi dove',
  auxiliaries:
    'è sono era erano fu furono sarà sarebbe ha hanno aveva avevano ho abbiamo può possono deve devono va vanno sta stanno stato stata',
  verbs: 'fa fanno fece viene vengono venne arriva resta rimane sembra vive lavora',
  adverbs: 'ancora già non più molto poi ieri oggi domani qui lì ora sempre mai così allora solo infine inoltre recentemente',
  times:
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre mattina sera settimana mese anno',
  titles: {
    signor: 'm',
    signora: 'f',
    dott: null,
    dottor: 'm',
    dottoressa: 'f',
    prof: null,
    professor: 'm',
    professoressa: 'f',
    presidente: null,
    ministro: null,
    ministra: 'f',
    sindaco: null,
    sindaca: 'f',
    onorevole: null,
    papa: 'm',
    re: 'm',
    regina: 'f',
  },
  roles:
    'portavoce presidente ministro ministra direttore direttrice capo sindaco sindaca deputato deputata senatore senatrice professore professoressa ricercatore ricercatrice esperto esperta economista storico storica avvocato avvocata giudice giornalista autore autrice scrittore scrittrice fondatore fondatrice leader segretario segretaria attivista governo ministero polizia partito sindacato azienda tribunale comune uomo donna madre padre figlio figlia testimone medico medica studente studentessa gruppo associazione quotidiano giornale',
  documents:
    'comunicato rapporto lettera studio articolo legge testo documento sito sentenza risoluzione trattato costituzione sondaggio messaggio nota',
};

import type { CueLanguage } from './cue-language.ts';

/** Dutch. */
export const nl: CueLanguage = {
  language: 'nl',
  say: 'zegt zei zeggen zeiden verklaart verklaarde verklaarden schrijft schreef schrijven schreven vindt vond vertelt vertelde vertellen vertelden stelt stelde stellen benadrukt benadrukte vraagt vroeg antwoordt antwoordde reageert reageerde meldt meldde melden meent meende betoogt betoogde beweert beweerde waarschuwt waarschuwde erkent erkende concludeert concludeerde twittert twitterde roept riep klaagt klaagde grapt grapte bevestigt bevestigde voegt voegde licht lichtte laat liet aldus luidt luidde',
  weak: 'noemt noemde noemen beschrijft beschreef belooft beloofde beschuldigt beschuldigde denkt dacht gelooft hoopt hoopte prijst eist eiste spreekt sprak ziet zag geeft gaf wijst wees citeert citeerde',
  saying: 'zeggend',
  base: 'gezegd verklaard geschreven verteld gevraagd geantwoord genoemd zeggen verklaren schrijven vertellen',
  nouns: 'verklaring verklaringen uitspraak uitspraken woorden zin citaat bericht brief antwoord vraag toespraak interview motto reactie',
  according: 'volgens|in de woorden van',
  behind: 'aldus',
  naming: 'zogenaamde zogeheten genaamd getiteld bijgenaamd woord woorden term begrip uitdrukking titel',
  works: 'boek film lied serie programma roman artikel tijdschrift krant album podcast documentaire toneelstuk rapport hoofdstuk gedicht',
  pronouns: {
    hij: { gender: 'm', plural: false },
    zij: { gender: null, plural: false },
    ze: { gender: 'f', plural: false },
    ik: { gender: null, plural: false },
    wij: { gender: null, plural: true },
    we: { gender: null, plural: true },
    je: { gender: null, plural: false },
    het: { gender: null, plural: false },
  },
  otherPronouns: 'hem haar hen hun mij ons zich',
  possessives: 'zijn mijn onze uw',
  determiners: 'de het een deze dit die dat sommige veel enkele meerdere alle twee drie vier beide andere geen elke',
  prepositions:
    'in op aan bij van voor met naar uit door over onder tegen tussen na sinds tijdens wegens ondanks zonder achter naast tot per om rond als te ter',
  joining: 'van voor bij uit der',
  conjunctions: 'en of maar want omdat toen als terwijl hoewel nadat voordat dus',
  relatives: 'wie wat waar welke welk',
  auxiliaries:
    'is zijn was waren heeft hebben had hadden wordt worden werd werden zal zullen zou zouden kan kunnen kon konden moet moeten moest mag mogen wil willen wilde',
  verbs: 'gaat ging komt kwam staat stond ligt lag blijft bleef toont brengt neemt nam werkt werkte woont',
  adverbs: 'ook nog al wel niet zeer dan toen daar hier nu vandaag gisteren morgen later verder altijd nooit weer zelf eerder bovendien',
  times:
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december ochtend avond week maand jaar',
  titles: {
    meneer: 'm',
    mevrouw: 'f',
    dr: null,
    prof: null,
    premier: null,
    minister: null,
    president: null,
    burgemeester: null,
    koning: 'm',
    koningin: 'f',
    paus: 'm',
  },
  roles:
    'woordvoerder woordvoerster voorzitter minister directeur hoogleraar onderzoeker expert deskundige econoom historicus advocaat rechter journalist auteur schrijver schrijfster oprichter leider secretaris activist regering ministerie politie partij vakbond bedrijf rechtbank gemeente man vrouw moeder vader zoon dochter getuige arts leraar student kamerlid burgemeester premier groep vereniging krant',
  documents:
    'rapport brief studie artikel wet tekst document website vonnis resolutie verdrag grondwet enquête bericht persbericht verklaring',
};

import type { CueLanguage } from './cue-language.ts';

/** German. */
export const de: CueLanguage = {
  language: 'de',
  say: 'zufolge sagt sagte sagten sagen erklärt erklärte erklärten erklären schreibt schrieb schrieben schreiben meint meinte meinten betont betonte betonten fragt fragte fragten antwortet antwortete ergänzt ergänzte kommentiert kommentierte berichtet berichtete berichteten berichten erzählt erzählte erzählten äußert äußerte argumentiert argumentierte behauptet behauptete behaupteten versichert versicherte bemerkt bemerkte erwidert erwiderte entgegnet entgegnete kritisiert kritisierte kritisierten warnt warnte warnten mahnt mahnte fordert forderte forderten beklagt beklagte räumt räumte gesteht gestand ruft rief schimpft schimpfte scherzt scherzte twittert twitterte unterstreicht unterstrich konstatiert konstatierte resümiert resümierte formuliert formulierte zitiert zitierte verkündet verkündete verkündeten erinnert erinnerte wettert wetterte heißt hieß lautet lautete spricht sprach urteilt urteilte findet fand weiß wusste klagt klagte klagten moniert monierte monierten jubelt jubelte spottet spottete stichelt stichelte ätzt ätzte poltert polterte präzisiert präzisierte bilanziert bilanzierte schildert schilderte schilderten schwärmt schwärmte seufzt seufzte wiederholt wiederholte beteuert beteuerte beteuerten bekräftigt bekräftigte bekräftigten rügt rügte lästert lästerte unkt unkte prophezeit prophezeite mutmaßt mutmaßte attestiert attestierte rät riet appelliert appellierte pflichtet pflichtete jammert jammerte brüllt brüllte flüstert flüsterte kontert konterte witzelt witzelte grantelt grantelte frohlockt frohlockte bestätigten entgegneten äußerten betonen ergänzten hießen folgert folgerte postet postete bloggt bloggte',
  weak: 'nennt nannte nannten bezeichnet bezeichnete bezeichneten beschreibt beschrieb hält hielt glaubt glaubte denkt dachte hofft hoffte verspricht versprach droht drohte lobt lobte begrüßt begrüßte weist wies verweist verwies sieht sah stellt stellte macht machte gibt gab bestätigt bestätigte teilt teilte kündigt kündigte prognostiziert rechnet wirft warf führt führte fügt fügte hebt hob bekennt bekannte plädiert plädierte verteidigt verteidigte verteidigten legt legte fasst fasste hakt hakte freut freute ärgert ärgerte zeigt gibt wünscht wünschte empfiehlt empfahl bittet bat',
  saying: 'sagend',
  base: 'gesagt erklärt geschrieben gemeint betont gefragt geantwortet berichtet erzählt kritisiert genannt bezeichnet gefordert sagen erklären schreiben gewarnt geklagt geschildert beteuert bekräftigt versichert behauptet verkündet angekündigt mitgeteilt betont eingeräumt zugegeben ausgeführt hinzugefügt festgestellt klargestellt moniert kritisieren warnen betonen berichten geäußert gerufen geantwortet versprochen',
  nouns:
    'aussage aussagen äußerung worte worten erklärung mitteilung stellungnahme satz zitat behauptung behauptungen frage antwort interview rede motto slogan vorwurf forderung brief',
  according:
    'laut|gemäß|nach ansicht|nach angaben|nach aussage|nach einschätzung|nach auffassung|nach meinung|nach worten|den worten|in den worten|nach darstellung|nach überzeugung|aus sicht|nach dafürhalten',
  behind: 'so',
  naming:
    'sogenannte sogenannten sogenannter genannt namens titel wort wörter begriff begriffe ausdruck bezeichnung stichwort schlagwort überschrift betitelt spitzname',
  works:
    'buch film song lied serie sendung roman artikel zeitschrift zeitung magazin podcast album spiel reihe beitrag studie dokumentation folge episode projekt aktion kampagne initiative ausstellung',
  pronouns: {
    er: { gender: 'm', plural: false },
    sie: { gender: 'f', plural: false },
    es: { gender: null, plural: false },
    wir: { gender: null, plural: true },
    du: { gender: null, plural: false },
    ich: { gender: null, plural: false },
    man: { gender: null, plural: false },
  },
  otherPronouns: 'ihn ihm ihnen mich mir uns sich',
  possessives: 'sein seine seiner seinen seinem ihr ihre ihrer ihren ihrem mein meine unser unsere',
  determiners:
    'der die das den dem des ein eine einer einen einem eines dieser diese dieses diesen diesem jener jene kein keine viele einige mehrere manche alle zwei drei vier beide anderer andere anderen',
  prepositions:
    'angesichts aufgrund mithilfe anhand gemäß innerhalb außerhalb mittels samt bezüglich hinsichtlich seitens in im an am auf aus bei beim von vom zu zum zur mit nach vor für über unter gegen durch um seit während wegen trotz ohne zwischen hinter neben bis gegenüber per ab als wie',
  joining: 'von vom der des für bei beim aus',
  conjunctions: 'und oder aber denn sondern weil wenn ob als während obwohl nachdem bevor sowie doch damit sodass',
  relatives: 'dass wer was welche welcher welches deren dessen',
  auxiliaries:
    'ist sind war waren sei seien wäre wären hat haben hatte hatten habe hätte wird werden wurde wurden würde würden kann können konnte könnte muss müssen musste soll sollen sollte will wollen wollte darf dürfen durfte mag möchte',
  verbs:
    'geht ging kommt kam steht stand liegt lag bleibt blieb zeigt zeigte bringt brachte nimmt nahm tritt trat folgt folgte gilt galt arbeitet arbeitete lebt lebte',
  adverbs:
    'selbst so rund gerade eben auch noch nur schon sehr dann dort hier jetzt heute gestern morgen später zudem außerdem bereits immer nie nicht wieder weiter etwa dabei dazu damals zuletzt jedoch dagegen daher deshalb zugleich einmal kürzlich unterdessen indes ebenfalls',
  times:
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember morgen abend woche monat jahr vormittag nachmittag',
  titles: {
    herr: 'm',
    herrn: 'm',
    frau: 'f',
    dr: null,
    prof: null,
    professor: 'm',
    professorin: 'f',
    präsident: 'm',
    präsidentin: 'f',
    kanzler: 'm',
    kanzlerin: 'f',
    bundeskanzler: 'm',
    bundeskanzlerin: 'f',
    minister: 'm',
    ministerin: 'f',
    bürgermeister: 'm',
    bürgermeisterin: 'f',
    papst: 'm',
    pfarrer: 'm',
    pfarrerin: 'f',
    bischof: 'm',
    bischöfin: 'f',
    landrat: 'm',
    landrätin: 'f',
    oberbürgermeister: 'm',
    oberbürgermeisterin: 'f',
    ministerpräsident: 'm',
    ministerpräsidentin: 'f',
    bundespräsident: 'm',
    richter: 'm',
    richterin: 'f',
    senator: 'm',
    senatorin: 'f',
    könig: 'm',
    königin: 'f',
  },
  roles:
    'sprecher sprecherin präsident präsidentin minister ministerin chef chefin leiter leiterin vorsitzender vorsitzende vorsitzenden direktor direktorin geschäftsführer geschäftsführerin professor professorin experte expertin experten forscher forscherin wissenschaftler wissenschaftlerin autor autorin journalist journalistin anwalt anwältin richter richterin abgeordnete abgeordneter politiker politikerin kritiker mitarbeiter mitarbeiterin gründer gründerin ministerium regierung polizei partei firma unternehmen verband behörde gericht bürgermeister bürgermeisterin arzt ärztin lehrer lehrerin mann frau mutter vater kollege kollegin kollegen mandanten mandant mandantin zeuge zeugin demonstrant aktivist aktivistin nutzer leser zeitung zeitschrift blatt magazin sender redaktion',
  documents:
    'bericht studie brief erklärung mitteilung pressemitteilung gesetz urteil artikel text website webseite seite dokument papier gutachten umfrage verfassung vertrag stellungnahme video schreiben beschluss bescheid antwort mail e-mail papier entwurf antrag begründung anklage anklageschrift einladung statement analyse protokoll richtlinie verordnung satzung koalitionsvertrag wahlprogramm programm aufruf leitfaden vorlage kommentar beitrag eintrag konzept vermerk gesetzentwurf petition aushang flyer plakat schild inschrift broschüre handbuch chronik tagebuch auswertung dossier rundbrief newsletter leitlinie abschlussbericht jahresbericht prospekt faltblatt',
};

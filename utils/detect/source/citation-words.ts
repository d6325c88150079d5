/**
 * Words with which a text says that it cites. `VERB`: to say, write, report; `NOUN`: what one cites from. English, German, French, Spanish.
 * Matched on whole words, any case.
 */
const verbs =
  'say|says|said|saying|tell|tells|told|telling|write|writes|wrote|written|writing|report|reports|reported|reportedly|reporting|allegedly|note|notes|noted|noting|add|adds|added|explain|explains|explained|state|states|stated|describe|describes|described|detail|details|detailed|argue|argues|argued|claim|claims|claimed|observe|observes|observed|find|finds|found|reveal|reveals|revealed|summari[sz]e[sd]?|quote|quotes|quoted|publish|publishes|published|post|posts|posted|tweet|tweets|tweeted|announce|announces|announced|declare|declares|declared|according|put|puts|warn|warns|warned|suggest|suggests|suggested|conclude|concludes|concluded|continue|continues|continued|goes on|went on|point|points|pointed|call|calls|called|ask|asks|asked|reply|replies|replied|respond|responds|responded|recall|recalls|recalled|remark|remarks|remarked|comment|comments|commented|insist|insists|insisted|admit|admits|admitted|acknowledge[sd]?|testif(?:y|ies|ied)|answer|answers|answered|promise[sd]?|vow(?:s|ed)?|confirm(?:s|ed)?|den(?:y|ies|ied)|define[sd]?|praise[sd]?|criticize[sd]?|slam(?:s|med)?|blast(?:s|ed)?|opine[sd]?|read|reads|recount(?:s|ed)?|relate[sd]?|discuss(?:es|ed)?|mention(?:s|ed)?|release[sd]?|issue[sd]?|share[sd]?|outline[sd]?|lays? out|laid out|highlight(?:s|ed|ing)?|estimate[sd]?|contest(?:s|ed)?|analy[sz]e[sd]?|assess(?:es|ed)?|reject(?:s|ed)?|dispute[sd]?|' +
  'sagt|sagte|sagten|schreibt|schrieb|schreiben|berichtet|berichtete|berichten|erklärt|erklärte|meldet|meldete|heißt es|hieß es|betont|betonte|laut|zufolge|zitiert|zitierte|meint|meinte|kommentiert|kommentierte|teilte|teilt|veröffentlicht|veröffentlichte|twitterte|fordert|forderte|' +
  'dit|disait|a dit|écrit|écrivait|explique|expliquait|affirme|déclare|déclarait|raconte|rapporte|rapportait|précise|ajoute|souligne|indique|publie|publié|parue?|estime|selon|note|' +
  'dice|dijo|escribe|escribió|informa|informó|afirma|afirmó|explica|explicó|señala|señaló|declara|declaró|asegura|aseguró|publica|publicó|según|cuenta|contó';
const nouns =
  'article|articles|piece|story|report|reports|essay|blog|blog post|blogpost|column|op-ed|editorial|interview|interviews|letter|letters|memo|memorandum|statement|press release|news release|release|transcript|speech|remarks|address|study|studies|paper|survey|poll|book|review|thread|tweet|page|document|documents|filing|complaint|lawsuit|order|ruling|opinion|bill|law|statute|testimony|newsletter|podcast|video|comment|comments|tweets|email|analysis|investigation|account|profile|manifesto|brief|dispatch|excerpt|quote|words|covenant|charter|assessment|guide|fact[- ]check|broadcast|segment|commentary|announcement|declaration|website|web site|site|homepage|post|feature|obituary|press conference|hearing|' +
  'artikel|bericht|beitrag|interview|meldung|pressemitteilung|mitteilung|erklärung|brief|studie|kommentar|kolumne|stellungnahme|gespräch|rede|gutachten|urteil|buch|umfrage|post|blogbeitrag|' +
  'entretien|tribune|communiqué|lettre|rapport|étude|enquête|brève|discours|billet|éditorial|livre|' +
  'artículo|entrevista|carta|informe|estudio|comunicado|nota|discurso|columna|reportaje|libro|encuesta';

export const CITING_VERB = new RegExp(String.raw`(?<![\p{L}]|united )(?:${verbs})(?![\p{L}])`, 'iu');
export const CITING_NOUN = new RegExp(String.raw`(?<![\p{L}])(?:${nouns})(?![\p{L}])`, 'iu');
export const CITING_WORD = new RegExp(String.raw`(?<![\p{L}]|united )(?:${verbs}|${nouns})(?![\p{L}])`, 'iu');
/**
 * A reporting verb right at the start, after at most a few adverbs or auxiliaries. The group captures so that V8 does not write its
 * body out three times: compiling is a third of what it was (3.5 ms instead of 10), which the first page of a fresh worker waits for.
 */
export const STARTS_WITH_VERB = new RegExp(
  String.raw`^[\s\u00a0,’']*(?:(has|have|had|is|are|was|were|did|also|first|just|recently|previously|now|then|later|further|even|once|today|yesterday|\p{L}+ly|hat|haben|a|ont|ha|han|already|this (?:week|morning|month)|last (?:week|month|year|night)|in \d{4}|on \p{Lu}\p{L}+|s)[\s\u00a0]+){0,3}(?:${verbs}|has (?:a|an|the)|had (?:a|an|the)|carried|ran|runs|obtained)(?![\p{L}])`,
  'iu',
);
/** The same right at the end. */
export const ENDS_WITH_VERB = new RegExp(
  String.raw`(?<![\p{L}])(?:${verbs})(?:[\s\u00a0]+(?:in|on|to|at|by|for|with|from|via|der|dem|die|das|im|à|dans|au|en|a|al|la|le|the|an?|this|that))*[\s\u00a0,:]*$`,
  'iu',
);

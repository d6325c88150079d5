import type { CueLanguage } from './cue-language.ts';

/** Spanish. */
export const es: CueLanguage = {
  language: 'es',
  say: 'dijo dice dicen dijeron decía afirmó afirma afirman afirmaron explicó explica explican explicaron aseguró asegura aseguran aseguraron señaló señala señalan señalaron apuntó apunta apuntan agregó agrega añadió añade indicó indica indicaron manifestó manifiesta expresó expresa declaró declara declararon sostuvo sostiene sostienen comentó comenta contó cuenta relató relata escribió escribe escribieron preguntó pregunta respondió responde respondieron contestó contesta insistió insiste subrayó subraya recalcó recalca destacó destaca precisó precisa advirtió advierte admitió admite reconoció reconoce confesó confiesa anunció anuncia aclaró aclara concluyó concluye reiteró reitera recordó recuerda lamentó lamenta denunció denuncia opinó opina consideró considera puntualizó puntualiza argumentó argumenta exclamó exclama gritó grita tuiteó tuitea enfatizó enfatiza remarcó remarca acotó reveló revela informó informa detalló detalla prosiguió prosigue continuó señalado dicho afirmado explicado asegurado declarado añadido insistido advertido recordado lamentado subrayado apuntado manifestado denunciado reconocido admitido anunciado criticado recalcado destacado indicado expresado zanjado zanjó zanja matizó matiza incidió incide apostilló apostilla remachó remacha sentenció sentencia espetó espeta ironizó ironiza bromeó bromea replicó replica justificó justifica avisó avisa resumió resume valoró valora avanzó avanza aseguraba explicaba contaba recordaba insistía lamentaba añadía comentaron destacaron advirtieron reconocieron insistieron subrayaron recordaron denunciaron agregaron añadieron manifestaron expresaron contaron relataron preguntaron anunciaron aclararon sostuvieron rezongó murmuró susurró recordando puntualizaba tuitearon publicó enfatiza argumenta relataba planteó plantea razonó razona alertó alerta',
  weak: 'llamó llama calificó califica describió describe acusó acusa criticó critica pidió pide prometió promete propuso propone habló habla cree creyó piensa pensó quiere quería espera elogió celebró defendió defiende citó cita reza publicó publica tachó confirmó confirma negó exigió exige instó',
  saying:
    'diciendo afirmando explicando asegurando señalando añadiendo agregando indicando declarando recordando insistiendo subrayando escribiendo',
  base: 'decir afirmar explicar asegurar señalar agregar añadir indicar declarar contar escribir preguntar responder',
  nouns:
    'declaración declaraciones palabras frase cita comunicado mensaje carta respuesta pregunta discurso entrevista lema consigna tuit comentario',
  according:
    'según|de acuerdo con|a juicio de|a juicio del|en palabras de|en palabras del|en opinión de|en opinión del|a decir de|en boca de|según palabras de',
  behind: 'para',
  naming:
    'llamado llamada denominado denominada titulado titulada apodado apodada palabra palabras término términos expresión supuesto supuesta conocido conocida bautizado mote título',
  works:
    'libro película canción serie programa novela artículo periódico revista álbum documental obra ensayo informe capítulo poema disco',
  pronouns: {
    él: { gender: 'm', plural: false },
    ella: { gender: 'f', plural: false },
    ellos: { gender: 'm', plural: true },
    ellas: { gender: 'f', plural: true },
    tú: { gender: null, plural: false },
    usted: { gender: null, plural: false },
    yo: { gender: null, plural: false },
    nosotros: { gender: 'm', plural: true },
  },
  otherPronouns: 'le les lo se me nos quien quienes',
  possessives: 'su sus mi mis nuestro nuestra nuestros nuestras',
  determiners:
    'el los las un una unos unas este esta estos estas ese esa esos esas aquel aquella varios varias algunos algunas muchos muchas todos todas otro otra otros otras cada ningún dos tres cuatro',
  prepositions: 'a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras como',
  joining: 'de del al para por',
  conjunctions: 'y e o u pero sino porque cuando si aunque mientras pues ni donde',
  relatives: 'que cual cuales cuyo cuya quien quienes',
  auxiliaries:
    'es son era eran fue fueron será serán sería ha han había habían he hemos hay está están estaba estaban estuvo puede pueden podía debe deben debía va van iba tiene tienen tenía',
  verbs: 'hizo hace hacen vino viene fue llegó llega dio da tomó toma quedó queda sigue siguió vive vivió trabaja trabajó parece',
  adverbs:
    'también además no ya más muy luego después antes ayer hoy mañana aquí allí ahora siempre nunca así entonces todavía aún sólo solo incluso recientemente asimismo finalmente',
  times:
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre mañana tarde noche semana mes año',
  titles: {
    sr: 'm',
    sra: 'f',
    señor: 'm',
    señora: 'f',
    don: 'm',
    doña: 'f',
    dr: 'm',
    dra: 'f',
    doctor: 'm',
    doctora: 'f',
    lic: null,
    ing: null,
    presidente: 'm',
    presidenta: 'f',
    ministro: 'm',
    ministra: 'f',
    alcalde: 'm',
    alcaldesa: 'f',
    general: 'm',
    papa: 'm',
    rey: 'm',
    reina: 'f',
  },
  roles:
    'portavoz vocero vocera presidente presidenta ministro ministra director directora jefe jefa alcalde alcaldesa diputado diputada senador senadora profesor profesora investigador investigadora experto experta expertos economista historiador historiadora abogado abogada juez jueza periodista autor autora escritor escritora fundador fundadora líder secretario secretaria dirigente activista gobierno ministerio policía partido sindicato empresa tribunal ayuntamiento hombre mujer madre padre hijo hija testigo médico médica estudiante grupo asociación diario periódico rector rectora decano decana consejero consejera concejal concejala vicepresidente vicepresidenta candidato candidata opositor opositora entrenador entrenadora cantante actor actriz cineasta filósofo filósofa psicólogo psicóloga biólogo bióloga físico física agricultor agricultora vecino vecina vecinos comerciante enfermero enfermera poeta novelista biógrafo biógrafa editor editora organizador organizadora coordinador coordinadora gerente fiscal fiscalía consejería junta comisión confederación federación mandatario mandataria canciller gobernador gobernadora',
  documents:
    'comunicado informe carta estudio artículo ley texto documento sitio sentencia resolución tratado constitución encuesta mensaje declaración decreto nota auto circular petición cartel pancarta editorial columna artículo libro manual reglamento contrato convenio dossier acta testamento memoria folleto letrero',
};

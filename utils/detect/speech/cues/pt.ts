import type { CueLanguage } from './cue-language.ts';

/** Portuguese. */
export const pt: CueLanguage = {
  language: 'pt',
  say: 'disse diz dizem disseram dizia afirmou afirma afirmam afirmaram declarou declara declararam explicou explica contou conta acrescentou acrescenta ressaltou ressalta destacou destaca apontou aponta comentou comenta escreveu escreve perguntou pergunta respondeu responde argumentou argumenta alegou alega admitiu admite reconheceu reconhece garantiu garante assegurou assegura avaliou avalia criticou critica alertou alerta lembrou lembra completou completa complementou complementa concluiu conclui reforçou reforça frisou frisa justificou justifica lamentou lamenta anunciou anuncia informou informa relatou relata revelou revela sustentou sustenta defendeu defende opinou opina publicou tuitou gritou confessou observou observa questionou questiona indagou prosseguiu continuou insistiu insiste enfatizou pontuou disparou ironizou dito afirmado declarado',
  weak: 'chamou chama classificou classifica descreveu descreve acusou acusa pediu pede prometeu promete propôs propõe citou cita acredita acreditou pensa pensou quer quis espera elogiou celebrou negou nega considera considerou falou fala cobrou exigiu reiterou',
  saying: 'dizendo afirmando explicando alegando acrescentando declarando lembrando insistindo escrevendo',
  base: 'dizer afirmar explicar declarar contar escrever perguntar responder',
  nouns: 'declaração declarações palavras frase nota mensagem carta resposta pergunta discurso entrevista lema comentário publicação',
  according: 'segundo|conforme|de acordo com|na avaliação de|nas palavras de',
  behind: 'para',
  naming:
    'chamado chamada chamados intitulado intitulada apelidado apelidada denominado denominada palavra termo expressão suposto suposta conhecido conhecida título',
  works:
    'livro filme canção música série programa romance artigo jornal revista álbum documentário obra ensaio relatório capítulo poema disco',
  pronouns: {
    ele: { gender: 'm', plural: false },
    ela: { gender: 'f', plural: false },
    eles: { gender: 'm', plural: true },
    elas: { gender: 'f', plural: true },
    eu: { gender: null, plural: false },
    nós: { gender: null, plural: true },
    você: { gender: null, plural: false },
  },
  otherPronouns: 'lhe lhes se me nos',
  possessives: 'seu sua seus suas meu minha nosso nossa',
  determiners:
    'o a os as um uma uns umas este esta estes estas esse essa esses essas aquele aquela vários várias alguns algumas muitos muitas todos todas outro outra outros outras cada nenhum dois duas três quatro',
  prepositions:
    'ante após até com contra de do da dos das desde durante em no na nos nas num numa entre para pela pelo pelas pelos perante por sem sob sobre ao à aos às como',
  joining: 'de do da dos das ao à para pela pelo',
  conjunctions: 'e ou mas porque quando se embora enquanto pois nem porém',
  relatives: 'que qual quais cujo cuja quem onde',
  auxiliaries:
    'é são era eram foi foram será serão seria há havia tem têm tinha tinham está estão estava estavam pode podem podia deve devem vai vão ia teria haviam',
  verbs: 'fez faz fazem veio vem chegou chega deu dá ficou fica segue seguiu vive viveu trabalha trabalhou parece',
  adverbs:
    'também ainda já não mais muito depois antes ontem hoje amanhã aqui ali agora sempre nunca assim então só apenas recentemente além',
  times:
    'segunda terça quarta quinta sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro manhã tarde noite semana mês ano',
  titles: {
    senhor: 'm',
    senhora: 'f',
    sr: 'm',
    sra: 'f',
    dom: 'm',
    dona: 'f',
    dr: 'm',
    dra: 'f',
    doutor: 'm',
    doutora: 'f',
    presidente: null,
    ministro: 'm',
    ministra: 'f',
    prefeito: 'm',
    prefeita: 'f',
    senador: 'm',
    senadora: 'f',
    deputado: 'm',
    deputada: 'f',
    papa: 'm',
    rei: 'm',
    rainha: 'f',
  },
  roles:
    'porta-voz presidente ministro ministra diretor diretora chefe prefeito prefeita deputado deputada senador senadora professor professora pesquisador pesquisadora especialista economista historiador historiadora advogado advogada juiz juíza jornalista autor autora escritor escritora fundador fundadora líder secretário secretária ativista governo ministério polícia partido sindicato empresa tribunal prefeitura homem mulher mãe pai filho filha testemunha médico médica estudante grupo associação diário jornal reitor reitora relator relatora',
  documents:
    'comunicado relatório carta estudo artigo lei texto documento site sentença resolução tratado constituição pesquisa mensagem nota',
};

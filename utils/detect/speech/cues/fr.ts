import type { CueLanguage } from './cue-language.ts';

/** French. */
export const fr: CueLanguage = {
  language: 'fr',
  say: 'dit disait disent déclare déclarait déclaré déclarent explique expliquait expliqué expliquent affirme affirmait affirmé affirment ajoute ajoutait ajouté raconte racontait raconté racontent écrit écrivait écrivent souligne soulignait souligné soulignent précise précisait précisé glisse glissait glissé confie confiait confié estime estimait estimé estiment assure assurait assuré assurent répond répondait répondu répondent demande demandait demandé lance lançait lancé indique indiquait indiqué note notait noté remarque remarquait remarqué constate constatait constaté poursuit poursuivait poursuivi conclut concluait conclu insiste insistait insisté rappelle rappelait rappelé reconnaît reconnaissait reconnu admet admettait admis avoue avouait avoué annonce annonçait annoncé soutient soutenait soutenu martèle martelait martelé tweete tweetait tweeté commente commentait commenté témoigne témoignait témoigné observe observait observé analyse analysait analysé résume résumait résumé plaisante ironise ironisait ironisé déplore déplorait déploré regrette regrettait regretté dénonce dénonçait dénoncé prévient prévenait prévenu avertit promet promettait promis rétorque rétorquait rétorqué réplique répliquait répliqué réagit réagissait réagi interroge interrogeait renchérit enchaîne enchaînait murmure murmurait crie criait écrie écriait écriée exclame exclamait exclamé justifie justifiait justifié déclara ajouta expliqua affirma raconta écrivit répondit répliqua demanda lança précisa souligna conclut insista rappela reconnut avoua annonça murmura cria écria protesta soupira poursuivit reprit objecta remarqua observa nota commenta fustige fustigeait fustigé peste pestait tonne tacle taclait taclé tempère tempérait tempéré nuance nuançait nuancé détaille détaillait détaillé explicite abonde abondait abondé assène assénait asséné clame clamait clamé promettent préviennent dénoncent regrettent rappellent annoncent concluent poursuivent insistent promettent inquiète indigne étonne étonnait agace agaçait désespère souffle soufflait soufflé relève relevait relevé relativise interpelle interpellait résument twitte twittait twitté poste postait posté alerte alertait alerté plaide plaidait plaidé acquiesce acquiesçait acquiescé soupire soupirait soupiré approuve approuvait approuvé proteste protestait protesté réclame détaille détaillait détaillé révèle juge jugeait jugé tranche prédit souffle soufflait soufflé',
  weak: 'appelle appelait appelé qualifie qualifiait qualifié décrit décrivait parle parlait parlé évoque évoquait évoqué critique critiquait critiqué accuse accusait accusé pense pensait croit croyait veut voulait souhaite souhaitait espère propose proposait proposé cite citait cité salue saluait salué félicite défend défendait fait faisait publie publié titre titrait reprend reprenait met mettait',
  saying:
    'disant déclarant expliquant affirmant ajoutant soulignant précisant estimant assurant indiquant rappelant lançant écrivant évoquant dénonçant qualifiant',
  base: 'dire déclarer expliquer affirmer ajouter raconter écrire souligner préciser confier estimer assurer répondre demander indiquer rappeler',
  nouns:
    'déclaration déclarations propos mots phrase citation communiqué message lettre réponse question discours entretien interview slogan formule remarque commentaire tweet',
  according:
    "selon|à en croire|au dire de|aux dires de|dans les mots de|d' après|aux yeux de|aux yeux du|de l' avis de|de l' avis du|au dire du|selon les mots de|selon les termes de",
  behind: 'pour dixit',
  naming:
    'dit intitulé intitulée nommé nommée surnommé surnommée baptisé baptisée mot mots terme termes expression soi-disant prétendu prétendue fameux fameuse titre appelé appelée',
  works:
    'livre film chanson série émission roman article journal revue magazine album documentaire pièce essai ouvrage collection rapport chapitre épisode spectacle',
  pronouns: {
    il: { gender: 'm', plural: false },
    elle: { gender: 'f', plural: false },
    ils: { gender: 'm', plural: true },
    elles: { gender: 'f', plural: true },
    on: { gender: null, plural: false },
    tu: { gender: null, plural: false },
    vous: { gender: null, plural: true },
    je: { gender: null, plural: false },
    nous: { gender: null, plural: true },
  },
  otherPronouns: 'lui leur eux me se te vous celui-ci celle-ci',
  possessives: 'son sa ses leur leurs mon ma mes notre nos',
  determiners:
    'le la les un une des ce cette ces cet plusieurs quelques certains certaines tous toutes chaque aucun aucune autre autres deux trois quatre',
  prepositions:
    'à au aux de du dans en par pour sur sous avec sans chez vers entre contre depuis pendant avant après lors dès jusque malgré parmi devant derrière comme face hors selon',
  joining: 'de du des à au aux pour chez',
  conjunctions: 'et ou mais donc or ni car que quand si lorsque puisque comme tandis parce afin alors',
  relatives: 'qui que dont où lequel laquelle',
  auxiliaries:
    'est sont était étaient a ont avait avaient sera seront serait fut furent ai as avons avez aura aurait peut peuvent pouvait doit doivent devait va vont allait été',
  verbs: 'vient venait fait font prend prenait reste restait devient semble trouve trouvait permet donne donnait arrive vit vivait tient',
  adverbs:
    "aussi encore toujours déjà puis ensuite ainsi alors très plus moins ne pas n s jamais bien mal hier aujourd'hui demain ici là notamment cependant pourtant enfin d'abord également récemment auparavant désormais",
  times:
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre matin soir semaine mois année',
  titles: {
    m: 'm',
    mm: 'm',
    monsieur: 'm',
    mme: 'f',
    madame: 'f',
    mlle: 'f',
    dr: null,
    pr: null,
    me: null,
    président: 'm',
    présidente: 'f',
    ministre: null,
    maire: null,
    général: 'm',
    pape: 'm',
    roi: 'm',
    sénateur: 'm',
    sénatrice: 'f',
    député: 'm',
    députée: 'f',
    procureur: null,
    procureure: 'f',
    préfet: 'm',
    préfète: 'f',
    maître: null,
    abbé: 'm',
    colonel: null,
    commandant: null,
    évêque: 'm',
    reine: 'f',
  },
  roles:
    'porte-parole président présidente ministre directeur directrice chef maire député députée sénateur sénatrice professeur professeure chercheur chercheuse expert experte économiste historien historienne sociologue avocat avocate juge journaliste auteur autrice écrivain fondateur fondatrice responsable secrétaire patron patronne militant militante association gouvernement ministère police parti syndicat entreprise société tribunal mairie homme femme mère père fils fille voisin voisine témoin médecin enseignant enseignante étudiant étudiante élu élue collectif groupe quotidien hebdomadaire journal opposant opposante adjoint adjointe conseiller conseillère entraîneur entraîneuse réalisateur réalisatrice chanteur chanteuse acteur actrice comédien comédienne philosophe psychologue biologiste physicien physicienne agriculteur agricultrice commerçant commerçante habitant habitante riverain riveraine cheminot infirmier infirmière biographe romancier romancière poète cinéaste éditeur éditrice animateur animatrice organisateur organisatrice coordinateur coordinatrice gérant gérante préfecture mairie direction région département commission conseil fédération syndicats parquet',
  documents:
    'communiqué rapport lettre étude article loi texte document site jugement arrêt résolution traité charte constitution sondage courrier message déclaration décret arrêté note avis circulaire pétition tract affiche pancarte panneau éditorial billet tribune livre témoignage manuel règlement contrat statut convention dossier mémo compte-rendu testament',
};

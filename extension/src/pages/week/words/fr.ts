import type { Plural, WeekWords } from './type';

/** French says "many" (millions) here as it says "other". */
const forms = (one: string, other: string): Plural => ({ one, many: other, other });

export const fr: WeekWords = {
  page: {
    title: 'Ta semaine',
    soFar: '{dates}, jusqu’ici',
    running: 'Cette semaine, jusqu’ici',
    untilYesterday: 'Racontée jusqu’à hier, avec une mise à jour par jour.',
    nothingYet:
      'La semaine a commencé aujourd’hui. À partir de demain, elle se raconte ici, avec une mise à jour par jour.',
    practice:
      'C’est la semaine de la conversation d’essai. Elle reste à part de tes vraies semaines et n’est jamais envoyée sur un serveur.',
    toOwnWeeks: 'Voir tes propres semaines',
    unchanged: 'Rien n’a changé depuis ce matin.',
    joined: 'S’y ajoute ce que tes autres navigateurs ont compté.',
    serverAway:
      'Ton serveur n’était pas joignable : cette page montre ce que ce navigateur a compté.',
    before: 'La semaine d’avant',
    after: 'La semaine d’après',
    weeks: 'Semaines',
  },
  parts: {
    letter: 'La lettre du lundi',
    reflection: 'Une question pour la semaine',
    note: 'Ta note',
    guess: 'Ton intuition avant les chiffres',
    openings: 'Qui a lancé les échanges',
    felt: 'Ton ressenti',
    messages: 'Les messages, jour par jour',
    earlier: 'Les semaines d’avant',
    reflections: 'D’autres pensées',
    helped: 'Ton avis sur les cartes',
  },
  hiding: {
    hide: 'Masquer',
    hideLabel: 'Masquer « {part} » pour de bon',
    hidden: 'La partie « {part} » reste masquée.',
    undo: 'Annuler',
    options: 'La faire revenir depuis les options',
  },
  chat: { nameless: 'Conversation {n}', practice: 'Conversation d’essai' },
  numerals: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept'],
  letter: {
    noChat: [
      'Rien n’est compté pour l’instant, car aucune conversation n’est choisie. C’est un bon point de départ.',
      'Cette page est vide, et elle est à toi. Elle commence quand tu choisis une conversation.',
      'Aucune conversation n’est choisie ici. Dès qu’il y en aura une, ses semaines se raconteront sur cette page.',
    ],
    firstSoFar: [
      'Ta première semaine a commencé.',
      'C’est la première semaine que Toward accompagne.',
      'Un début : la première semaine.',
    ],
    first: [
      'C’était ta première semaine avec Toward, on la lit donc pour elle-même.',
      'La première semaine se raconte ici.',
      'Voici une première semaine, telle qu’elle a été.',
    ],
    nothingSoFar: [
      'Rien n’a été compté cette semaine jusqu’ici. Il y a le temps.',
      'La semaine est jeune ici. Ce qui viendra se racontera sur cette page.',
      'La page de cette semaine est blanche pour l’instant, et c’est très bien ainsi.',
    ],
    quiet: [
      'La semaine a été calme dans les conversations que tu as choisies. Le calme peut être bien des choses.',
      'Cette semaine, Toward n’a pas vu de messages. La vie se passe aussi loin du clavier.',
      'Cette page est restée silencieuse cette semaine. C’était peut-être du repos, une visite ou des journées bien remplies.',
      'Rien n’a été compté cette semaine. Tu sais peut-être ce qui l’a remplie.',
      'La page est restée blanche cette semaine. Toutes les semaines ne sont pas faites de messages.',
    ],
    onePerson: [
      forms(
        'Cette semaine, {name} et toi avez été en contact un jour.',
        'Cette semaine, {name} et toi avez été en contact {n} jours.',
      ),
      forms(
        'Entre {name} et toi, il y a eu un jour avec des messages dans les deux sens.',
        'Entre {name} et toi, il y a eu {n} jours avec des messages dans les deux sens.',
      ),
      forms(
        '{name} et toi, vous vous êtes fait signe un jour cette semaine.',
        '{name} et toi, vous vous êtes fait signe {n} jours cette semaine.',
      ),
      forms(
        '{name} et toi : un jour avec quelque chose de chaque côté.',
        '{name} et toi : {n} jours avec quelque chose de chaque côté.',
      ),
      forms(
        'Des messages sont allés et venus entre {name} et toi, un jour cette semaine.',
        'Des messages sont allés et venus entre {name} et toi, {n} jours cette semaine.',
      ),
    ],
    onePersonEveryDay: [
      'Cette semaine, {name} et toi avez été en contact chaque jour.',
      'Entre {name} et toi, des messages sont allés et venus chaque jour.',
      '{name} et toi, vous vous êtes fait signe tous les jours de la semaine.',
    ],
    oneChat: [
      forms(
        '{name} : des messages dans les deux sens, un jour cette semaine.',
        '{name} : des messages dans les deux sens, {n} jours cette semaine.',
      ),
      forms(
        'Dans « {name} », il y a eu un jour avec quelque chose de chaque côté.',
        'Dans « {name} », il y a eu {n} jours avec quelque chose de chaque côté.',
      ),
      forms(
        'Des messages sont allés et venus dans « {name} », un jour cette semaine.',
        'Des messages sont allés et venus dans « {name} », {n} jours cette semaine.',
      ),
    ],
    oneChatEveryDay: [
      '{name} : des messages dans les deux sens chaque jour.',
      'Chaque jour, des messages sont allés et venus dans « {name} ».',
    ],
    oneWay: [
      forms(
        'Il y a eu des messages dans cette conversation un jour cette semaine : {name}.',
        'Il y a eu des messages dans cette conversation {n} jours cette semaine : {name}.',
      ),
      forms(
        '{name} : quelque chose s’est écrit un jour cette semaine.',
        '{name} : quelque chose s’est écrit {n} jours cette semaine.',
      ),
      forms(
        'Des messages sont passés ici un jour cette semaine : {name}.',
        'Des messages sont passés ici {n} jours cette semaine : {name}.',
      ),
    ],
    severalPeople: [
      'Tu as été en contact avec {names}.',
      'Des messages ont circulé dans les deux sens avec {names}.',
      'Avec {names}, des messages sont allés et venus.',
      '{names} : avec chaque personne, quelque chose est passé dans les deux sens.',
      'Ces personnes et toi, vous vous êtes fait signe : {names}.',
    ],
    severalChats: [
      'Il y a eu des messages dans ces conversations : {names}.',
      'Des messages sont passés par ces conversations : {names}.',
      'Quelque chose s’est écrit dans ces conversations : {names}.',
    ],
    severalDays: [
      forms(
        'Il y a eu un jour avec des messages dans les deux sens.',
        'Il y a eu {n} jours avec des messages dans les deux sens.',
      ),
      forms(
        'Il y a eu des allers et retours un jour cette semaine.',
        'Il y a eu des allers et retours {n} jours cette semaine.',
      ),
      forms(
        'En tout, un jour a vu passer des messages dans un sens et dans l’autre.',
        'En tout, {n} jours ont vu passer des messages dans un sens et dans l’autre.',
      ),
    ],
    severalEveryDay: [
      'Chaque jour, il y a eu des messages dans les deux sens.',
      'Il y a eu des allers et retours tous les jours.',
    ],
    bothBegan: [
      'Les premiers mots sont venus tantôt d’un côté, tantôt de l’autre.',
      'Certains échanges sont partis de toi, d’autres sont venus vers toi.',
      'Il y a eu des bonjours dans les deux sens.',
      'D’un côté comme de l’autre, il y a eu un premier signe à un moment donné.',
    ],
    gaps: {
      paused: [
        'Le comptage était en pause une partie de la semaine, et cette partie reste blanche.',
        'Tu as mis le comptage en pause un moment ; rien n’est raconté de ce temps-là.',
        'Pendant un temps, le comptage s’est reposé, comme tu l’avais demandé. Ces heures restent blanches.',
      ],
      'not-open': [
        'Une partie de la semaine, la page d’une conversation n’était pas ouverte ici ; il peut donc manquer quelque chose.',
        'Quelques heures sont restées hors de vue, car une conversation n’était pas ouverte dans ce navigateur.',
        'Ce qui est passé pendant qu’une conversation était fermée ici manque peut-être.',
      ],
      broken: [
        'Certains jours, Toward n’a pas pu lire un site ; il y a donc un blanc ces jours-là.',
        'Un site n’a pas pu être lu pendant un temps ; ce blanc est dessiné comme un blanc.',
        'Un site a été difficile à lire pendant un moment. Ces jours-là restent en blanc ici.',
      ],
      erased: [
        'Tu as effacé une partie de cette semaine, et cette partie reste blanche.',
        'Ce que tu as effacé n’existe plus, et ne se raconte pas ici.',
      ],
      begun: [
        'Le comptage a commencé au cours de cette semaine ; ce qui est venu avant n’est pas raconté.',
        'Ce qui est venu avant que tu choisisses une conversation ne se raconte pas ici.',
      ],
    },
    closing: [
      'Les appels, les autres applis et le temps passé côte à côte n’apparaissent pas ici.',
      'Ce qui s’est dit de vive voix, ou ailleurs, tu peux l’ajouter en pensée.',
      'Voilà ce qui se voyait d’ici, et la vie est plus vaste.',
      'Le reste de la semaine, c’est toi qui le connais le mieux.',
      'Les courses, les rires et les longues promenades n’entrent dans aucun compte.',
      'Les chiffres peuvent dire quand. Pour le comment, ils te laissent la parole.',
      'Le sens de ces jours, c’est en toi qu’il se trouve.',
    ],
  },
  thanks: {
    helpful: 'C’est noté, dans ce navigateur.',
    notNow: 'D’accord. Une autre fois, ou pas.',
    stung: 'Merci de l’avoir dit. Cette pensée ne reviendra pas.',
  },
  note: {
    label: 'Ce que tu aimerais garder de cette semaine',
    stays: 'Cela reste dans ce navigateur.',
    kept: 'C’est gardé, dans ce navigateur.',
    old: 'Ta note d’il y a quatre semaines',
    open: 'L’ouvrir',
  },
  guess: {
    question: 'Avant de regarder : qui a lancé la plupart de ces échanges ?',
    choices: {
      me: 'Surtout moi',
      them: 'Surtout l’autre côté',
      both: 'Les deux',
      'no-idea': 'Aucune idée',
      skipped: 'Passer',
    },
    never: 'Ne plus demander',
    said: {
      me: 'Ton intuition : surtout toi.',
      them: 'Ton intuition : surtout l’autre côté.',
      both: 'Ton intuition : les deux.',
      'no-idea': 'Tu n’avais pas d’idée, et c’est très bien ainsi.',
    },
    count:
      'Échanges lancés, d’après le comptage : {mine} par toi, {theirs} par l’autre côté. Il ne voit ni les appels ni les autres applis. Qu’en dit ton ressenti ?',
    none: 'Cette semaine, le comptage n’a vu personne lancer d’échange. Il ne voit ni les appels ni les autres applis. Qu’en dit ton ressenti ?',
    differ:
      'Ton intuition et le comptage ne disent pas la même chose ici, et les deux peuvent être justes.',
  },
  openings: {
    person: 'Échanges lancés par toi : {mine}. Par {name} : {theirs}.',
    group: 'Échanges lancés par toi : {mine}. Par les autres : {theirs}.',
    other: 'Échanges lancés par toi : {mine}. Par l’autre côté : {theirs}.',
    table: 'Jour par jour',
    day: 'Jour',
    you: 'Toi',
    others: 'Les autres',
    otherSide: 'L’autre côté',
  },
  felt: {
    question: '{name} : quelle place cette conversation prend-elle pour toi ces temps-ci ?',
    answers: {
      lighter: 'Moins que je ne voudrais',
      right: 'Ça me va comme ça',
      more: 'Plus que je ne voudrais',
    },
    said: 'Ta réponse de {weekday} : « {answer} ».',
    newInLife: 'C’est nouveau dans ma vie',
  },
  messages: {
    out: 'Envoyés',
    in: 'Reçus',
    outSum: 'Envoyés : {figure}',
    inSum: 'Reçus : {figure}',
    outChart: 'Messages envoyés jour par jour, comme dans le tableau ci-dessous',
    inChart: 'Messages reçus jour par jour, comme dans le tableau ci-dessous',
    quiet: 'Pas de messages visibles pour Toward : {names}.',
    gaps: 'En pointillé : une partie de la journée n’a pas été vue. {days}.',
    undated: 'Messages laissés de côté, car leur jour n’est pas certain : {n}.',
    table: 'En tableau',
    notSeen: 'Non vu',
    sum: 'La semaine',
  },
  gaps: {
    'not-installed': 'avant l’arrivée de Toward',
    'not-chosen': 'avant que tu choisisses cette conversation',
    paused: 'en pause',
    erased: 'effacé par toi',
    'not-open': 'page non ouverte dans ce navigateur',
    broken: 'lecture impossible ici',
  },
  ahead: 'à venir',
  earlier: {
    mine: 'Échanges lancés par toi',
    person: 'Échanges lancés par {name}',
    others: 'Échanges lancés par les autres',
    otherSide: 'Échanges lancés par l’autre côté',
    chart: '{series} : semaine par semaine, comme dans le tableau ci-dessous',
    usual: 'Cette semaine : {n}. La plupart des semaines : de {low} à {high}.',
    usualOne: 'Cette semaine : {n}. La plupart des semaines : {low}.',
    week: 'Semaine',
    mostWeeks: 'La plupart des semaines',
    range: 'de {low} à {high}',
    nothing: 'rien de compté',
  },
  helped: {
    begin: 'Tes réponses aux cartes, depuis le début :',
    helpful: 'Ça m’aide : {n}',
    notNow: 'Pas maintenant : {n}',
    stung: 'Ça m’a fait mal : {n}',
    change:
      'C’est toi qui sais le mieux si elles te font du bien. Il peut y en avoir moins, d’autres, ou plus du tout.',
    options: 'Changer les cartes dans les options',
  },
  atLeast: 'au moins {n}',
  counted: {
    question: 'Comment est-ce compté ?',
    message:
      'Une bulle, c’est un message, quel que soit son contenu. Les modifications, les réactions, les suppressions et les lignes du système ne changent rien.',
    day: 'Chaque message compte pour le jour de son heure d’envoi, ou pour le jour où son arrivée a été vue. Un message dont on ne sait pas s’il part ou s’il arrive n’est pas compté.',
    elsewhere:
      'Écrit sur un autre appareil, un message compte dès que cette conversation l’affiche ici.',
    signals: {
      days_in_touch:
        'Jours où des messages sont allés dans les deux sens ici, pour autant que Toward puisse le voir.',
      both_began: 'Chaque côté a écrit ici en premier après un silence, une fois ou plus.',
      own_openings_4w:
        'Le nombre de fois où tu as écrit ici en premier après un silence de quelques heures (six, si tu n’as rien changé).',
      their_openings_4w:
        'Le nombre de fois où l’autre côté a écrit ici en premier après un silence de quelques heures (six, si tu n’as rien changé).',
    },
    hours: forms(
      'Un silence veut dire ici : {n} heure ou plus.',
      'Un silence veut dire ici : {n} heures ou plus.',
    ),
    minutes: forms(
      'Les messages d’un même côté, à {n} minute d’intervalle ou moins, comptent pour un.',
      'Les messages d’un même côté, à {n} minutes d’intervalle ou moins, comptent pour un.',
    ),
    afterGap:
      'Après une interruption dans ce qui a été vu, et au tout premier message compté, on considère que personne n’a lancé l’échange.',
    bars: 'Chaque barre est une semaine ; la dernière est la semaine montrée ici. Un cadre en pointillé veut dire qu’une partie de cette semaine, ou toute la semaine, n’a pas été vue ; le tableau en donne la raison. Dans les autres semaines où il n’y a pas de barre, rien n’a été compté.',
    band: 'La bande ombrée contient la plupart des huit dernières semaines (du 10e au 90e centile), la ligne marque leur milieu. Les semaines de moins de 10 tours de parole n’y entrent pas. C’est une habitude, et non un but.',
    enough:
      'Les échanges lancés sont comparés quand 8 ou plus ont été vus pendant ces quatre semaines et pendant les quatre d’avant ; les messages, quand il y en a eu 60 ou plus, sur 10 jours ou plus, en quatre semaines.',
    undated:
      'Ce qui est arrivé pendant que cette conversation n’était pas ouverte peut dater d’avant ou d’après minuit. Ce n’est ici dans aucun jour ni aucun total.',
    answers:
      'Chaque carte ou pensée compte une fois, selon le dernier bouton que tu as choisi. Celles où tu n’en as choisi aucun, ou d’une conversation effacée, n’y sont pas.',
    unseen:
      'Les appels, les réactions, les autres applis et ce qui est passé pendant que cette conversation n’était pas affichée dans ce navigateur ne se voient pas d’ici.',
    atLeast:
      'Plusieurs navigateurs ont vu des parties de cette semaine ; chaque chiffre veut donc dire « au moins ».',
    ended: 'Le comptage est terminé dans cette conversation.',
    since: 'Compté depuis le {date}.',
  },
  offer: {
    label: 'Garder tes semaines',
    text: 'Tes semaines sont gardées dans ce navigateur. Si tu veux, un serveur à toi peut aussi garder les comptes de chaque jour, pour qu’ils survivent à la perte d’un navigateur. Aucun nom ni aucun mot n’y est envoyé.',
    look: 'Regarder',
    no: 'Non merci',
  },
  empty: {
    practice:
      'Rien n’est compté pour l’instant dans la conversation d’essai. Choisis-la depuis l’icône de Toward, et laisse passer les jours.',
    waiting:
      'Toward est en place. Dès qu’un message part ou arrive, cette page commence à se remplir.',
    choose:
      'Cette page est vide, et elle est à toi. Ouvre une conversation, clique sur l’icône de Toward et choisis cette conversation : à partir de là, ses semaines se racontent ici.',
    whatComes: 'Ce qui viendra ici',
    comes: [
      'Une courte lettre sur la semaine, qui parle des deux côtés de la même façon.',
      'Une question à emporter, et de la place pour une note à toi.',
      'Qui a lancé les échanges, les messages envoyés et reçus jour par jour, et ce que le comptage ne voit pas.',
      'Plus tard, les semaines d’avant, pour que les changements lents se voient.',
    ],
    tryFirst: 'Essayer d’abord',
    tryText:
      'Dans la conversation d’essai, deux semaines passent en une minute environ, face à un personnage dont les messages sont écrits d’avance.',
    tryOn: 'Tu la trouves sur {site}.',
    tryAnywhere: 'Tu la trouves à l’adresse /try du serveur d’où vient ton Toward.',
    tryWeek: 'Voir la semaine de la conversation d’essai',
  },
  problems: {
    asleep:
      'Toward ne réagit pas. Rien n’est perdu. Ferme cette page et ouvre-la de nouveau ; si cela ne change rien, redémarre le navigateur.',
    full: 'Ce navigateur n’a plus de place, et les nouveaux messages ne sont pas comptés. Ce qui a été compté est en sûreté. Libère un peu d’espace sur le disque et le comptage reprendra de lui-même.',
    failed: 'Cela n’a pas marché ({reason}). Rien n’est perdu ; tu peux réessayer.',
  },
};

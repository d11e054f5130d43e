import type { WeekWords } from './type';

export const de: WeekWords = {
  page: {
    title: 'Deine Woche',
    soFar: '{dates}, bisher',
    running: 'Diese Woche bisher',
    untilYesterday: 'Erzählt bis gestern und einmal am Tag erneuert.',
    nothingYet:
      'Die Woche hat heute begonnen. Ab morgen wird sie hier erzählt und einmal am Tag erneuert.',
    practice:
      'Das ist die Woche des Übungschats. Sie bleibt von deinen echten Wochen getrennt und wird nie hochgeladen.',
    toOwnWeeks: 'Zu deinen eigenen Wochen',
    unchanged: 'Seit heute Morgen hat sich nichts geändert.',
    joined: 'Zusammengeführt mit dem, was deine anderen Browser gezählt haben.',
    serverAway:
      'Dein Server war nicht zu erreichen. Deshalb zeigt diese Seite, was dieser Browser gezählt hat.',
    before: 'Die Woche davor',
    after: 'Die Woche danach',
    weeks: 'Wochen',
  },
  parts: {
    letter: 'Der Montagsbrief',
    reflection: 'Eine Frage für die Woche',
    note: 'Deine Notiz',
    guess: 'Eine Vermutung vor den Zahlen',
    openings: 'Wer den Anfang machte',
    felt: 'Wie es sich anfühlte',
    messages: 'Nachrichten nach Tagen',
    earlier: 'Die Wochen davor',
    reflections: 'Mehr zum Nachdenken',
    helped: 'Ob die Karten geholfen haben',
  },
  hiding: {
    hide: 'Ausblenden',
    hideLabel: '„{part}“ dauerhaft ausblenden',
    hidden: '„{part}“ bleibt ausgeblendet.',
    undo: 'Rückgängig',
    options: 'In den Einstellungen kannst du es zurückholen',
  },
  chat: { nameless: 'Chat {n}', practice: 'Übungschat' },
  numerals: ['keinen', 'einem', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben'],
  letter: {
    noChat: [
      'Bisher wird nichts gezählt, weil kein Chat ausgewählt ist. So lässt es sich gut beginnen.',
      'Diese Seite ist leer, und sie gehört dir. Sie beginnt, wenn du einen Chat auswählst.',
      'Hier ist kein Chat ausgewählt. Sobald es einen gibt, werden seine Wochen auf dieser Seite erzählt.',
    ],
    firstSoFar: [
      'Deine erste Woche hat begonnen.',
      'Das ist die erste Woche, die Toward begleitet.',
      'Ein Anfang: die erste Woche.',
    ],
    first: [
      'Das war deine erste Woche mit Toward, deshalb steht sie für sich.',
      'Die erste Woche ist erzählt.',
      'Hier ist eine erste Woche, so wie sie war.',
    ],
    nothingSoFar: [
      'Bisher wurde in dieser Woche nichts gezählt. Das hat Zeit.',
      'Für diese Woche ist hier viel Platz. Was kommt, wird auf dieser Seite erzählt.',
      'Diese Woche ist die Seite bisher leer, und das ist in Ordnung.',
    ],
    quiet: [
      'In den Chats, die du ausgewählt hast, war es eine stille Woche. Stille kann vieles sein.',
      'In dieser Woche waren keine Nachrichten zu sehen. Leben findet auch abseits der Tastatur statt.',
      'Auf dieser Seite blieb es die Woche über still. Das kann Ruhe sein, ein Besuch oder eine Zeit, in der viel los ist.',
      'In dieser Woche wurde nichts gezählt. Was sie gefüllt hat, weißt vielleicht du.',
      'Die Seite blieb in dieser Woche leer. Nicht jede Woche besteht aus Nachrichten.',
    ],
    onePerson: [
      {
        one: 'Du und {name} wart an einem Tag in Kontakt.',
        other: 'Du und {name} wart an {n} Tagen in Kontakt.',
      },
      {
        one: 'Du und {name}: An einem Tag gingen Nachrichten in beide Richtungen.',
        other: 'Du und {name}: An {n} Tagen gingen Nachrichten in beide Richtungen.',
      },
      {
        one: 'Du und {name} habt an einem Tag voneinander gehört.',
        other: 'Du und {name} habt an {n} Tagen voneinander gehört.',
      },
      {
        one: '{name} und du: An einem Tag kam von euch beiden etwas.',
        other: '{name} und du: An {n} Tagen kam von euch beiden etwas.',
      },
      {
        one: '{name} und du: An einem Tag gingen Nachrichten hin und her.',
        other: '{name} und du: An {n} Tagen gingen Nachrichten hin und her.',
      },
    ],
    onePersonEveryDay: [
      'Du und {name} wart jeden Tag in Kontakt.',
      '{name} und du: Jeden Tag kam von euch beiden etwas.',
      'Du und {name} habt an jedem Tag dieser Woche voneinander gehört.',
    ],
    oneChat: [
      {
        one: '{name}: An einem Tag gingen Nachrichten in beide Richtungen.',
        other: '{name}: An {n} Tagen gingen Nachrichten in beide Richtungen.',
      },
      {
        one: 'In „{name}“ kam an einem Tag etwas von beiden Seiten.',
        other: 'In „{name}“ kam an {n} Tagen etwas von beiden Seiten.',
      },
      {
        one: 'In „{name}“ gingen an einem Tag Nachrichten hin und her.',
        other: 'In „{name}“ gingen an {n} Tagen Nachrichten hin und her.',
      },
    ],
    oneChatEveryDay: [
      '{name}: Jeden Tag gingen Nachrichten in beide Richtungen.',
      'In „{name}“ gingen jeden Tag Nachrichten hin und her.',
    ],
    oneWay: [
      {
        one: 'In diesem Chat gab es an einem Tag Nachrichten: {name}.',
        other: 'In diesem Chat gab es an {n} Tagen Nachrichten: {name}.',
      },
      {
        one: '{name}: An einem Tag wurde etwas geschrieben.',
        other: '{name}: An {n} Tagen wurde etwas geschrieben.',
      },
      {
        one: 'In dieser Woche gab es an einem Tag Nachrichten: {name}.',
        other: 'In dieser Woche gab es an {n} Tagen Nachrichten: {name}.',
      },
    ],
    severalPeople: [
      'Mit diesen Menschen warst du in Kontakt: {names}.',
      'Zwischen dir und diesen Menschen gingen Nachrichten in beide Richtungen: {names}.',
      'Nachrichten hin und her gab es mit diesen Menschen: {names}.',
      '{names}: Überall ging etwas hin und her.',
      'Von diesen Menschen hast du gehört, und sie von dir: {names}.',
    ],
    severalChats: [
      'In diesen Chats gab es Nachrichten: {names}.',
      'Toward hat in diesen Chats Nachrichten gesehen: {names}.',
      'In diesen Chats wurde etwas geschrieben: {names}.',
    ],
    severalDays: [
      {
        one: 'An einem Tag gingen Nachrichten in beide Richtungen.',
        other: 'An {n} Tagen gingen Nachrichten in beide Richtungen.',
      },
      {
        one: 'An einem Tag ging etwas hin und her.',
        other: 'An {n} Tagen ging etwas hin und her.',
      },
      {
        one: 'Insgesamt gab es an einem Tag Nachrichten von beiden Seiten.',
        other: 'Insgesamt gab es an {n} Tagen Nachrichten von beiden Seiten.',
      },
    ],
    severalEveryDay: [
      'Jeden Tag gingen Nachrichten in beide Richtungen.',
      'Jeden Tag ging etwas hin und her.',
    ],
    bothBegan: [
      'Beide Seiten haben irgendwann den Anfang gemacht.',
      'Mal kam der Anfang von dir, mal kam er zu dir.',
      'Ein Hallo kam aus beiden Richtungen.',
      'Es gab erste Worte von dir und erste Worte für dich.',
    ],
    gaps: {
      paused: [
        'Einen Teil der Woche war das Zählen pausiert, und dieser Teil bleibt leer.',
        'Du hast das Zählen eine Weile pausiert; aus dieser Zeit wird nichts erzählt.',
        'Eine Zeit lang ruhte das Zählen, wie du es wolltest. Diese Stunden bleiben leer.',
      ],
      'not-open': [
        'Einen Teil der Woche war die Seite eines Chats hier nicht geöffnet, deshalb kann etwas fehlen.',
        'Einige Stunden waren nicht zu sehen, weil ein Chat in diesem Browser nicht geöffnet war.',
        'Was kam, während ein Chat hier geschlossen war, fehlt vielleicht.',
      ],
      broken: [
        'An manchen Tagen konnte Toward eine Website nicht lesen, deshalb haben diese Tage eine Lücke.',
        'Eine Website ließ sich eine Weile nicht lesen; die Lücke ist als Lücke gezeichnet.',
        'Eine Website war zeitweise schwer zu lesen. Diese Tage bleiben hier frei.',
      ],
      erased: [
        'Einen Teil dieser Woche hast du gelöscht, und dieser Teil bleibt leer.',
        'Was du gelöscht hast, ist weg und wird hier nicht erzählt.',
      ],
      begun: [
        'Das Zählen hat im Lauf dieser Woche begonnen; was davor war, wird nicht erzählt.',
        'Was war, bevor du einen Chat ausgewählt hast, wird hier nicht erzählt.',
      ],
    },
    closing: [
      'Anrufe, andere Apps und gemeinsam verbrachte Zeit stehen hier nicht.',
      'Was gesprochen oder anderswo geschrieben wurde, kannst du dir dazudenken.',
      'Mehr ist von hier aus nicht zu sehen. Das Leben ist größer.',
      'Den Rest der Woche kennst du am besten.',
      'Besorgungen, Lachen und lange Spaziergänge kommen in keiner Zählung vor.',
      'Zahlen können sagen, wann. Wie es war, überlassen sie dir.',
      'Was diese Tage bedeuten, steht in keiner Tabelle, sondern bei dir.',
    ],
  },
  thanks: {
    helpful: 'Notiert, in diesem Browser.',
    notNow: 'In Ordnung. Ein andermal, oder auch nicht.',
    stung: 'Danke, dass du das sagst. Dieser Gedanke kommt nicht wieder.',
  },
  note: {
    label: 'Falls du etwas aus dieser Woche festhalten möchtest',
    stays: 'Das bleibt in diesem Browser.',
    kept: 'Gespeichert, in diesem Browser.',
    old: 'Deine Notiz von vor vier Wochen',
    open: 'Öffnen',
  },
  guess: {
    question: 'Bevor du nachsiehst: Wer hat in diesen Chats meistens den Anfang gemacht?',
    choices: {
      me: 'Meist ich',
      them: 'Meist die andere Seite',
      both: 'Beide Seiten',
      'no-idea': 'Keine Ahnung',
      skipped: 'Überspringen',
    },
    never: 'Nicht mehr fragen',
    said: {
      me: 'Deine Vermutung: meist du.',
      them: 'Deine Vermutung: meist die andere Seite.',
      both: 'Deine Vermutung: beide Seiten.',
      'no-idea': 'Du hattest keine Vermutung, und auch das ist eine gute Antwort.',
    },
    count:
      'Gezählt wurde: Du hast {mine}-mal den Anfang gemacht, die andere Seite {theirs}-mal. Anrufe und andere Apps fehlen darin. Wie passt das zu deinem Gefühl?',
    none: 'In dieser Woche war auf keiner Seite ein Anfang zu sehen. Anrufe und andere Apps fehlen darin. Wie passt das zu deinem Gefühl?',
    differ: 'Vermutung und Zählung gehen hier auseinander, und beide können stimmen.',
  },
  openings: {
    person: 'Du hast {mine}-mal den Anfang gemacht, {name} {theirs}-mal.',
    group: 'Du hast {mine}-mal den Anfang gemacht, die anderen {theirs}-mal.',
    other: 'Du hast {mine}-mal den Anfang gemacht, die andere Seite {theirs}-mal.',
    table: 'Nach Tagen',
    day: 'Tag',
    you: 'Du',
    others: 'Die anderen',
    otherSide: 'Die andere Seite',
  },
  felt: {
    question: '{name}: Wie fühlt sich dieser Chat zurzeit an?',
    answers: {
      lighter: 'Weniger, als ich möchte',
      right: 'Ungefähr richtig',
      more: 'Mehr, als ich möchte',
    },
    said: 'Am {weekday} hast du gesagt: „{answer}“.',
    newInLife: 'Neu in meinem Leben',
  },
  messages: {
    out: 'Gesendet',
    in: 'Empfangen',
    outSum: 'Gesendet: {figure}',
    inSum: 'Empfangen: {figure}',
    outChart: 'Gesendete Nachrichten nach Tagen, wie in der Tabelle darunter',
    inChart: 'Empfangene Nachrichten nach Tagen, wie in der Tabelle darunter',
    quiet: 'Keine Nachrichten, die Toward sehen kann: {names}.',
    gaps: 'Gestrichelt: Einen Teil des Tages war nichts zu sehen. {days}.',
    undated: 'Nachrichten, deren Tag nicht sicher ist, sind weggelassen: {n}.',
    table: 'Als Tabelle',
    notSeen: 'Nicht gesehen',
    sum: 'Die Woche',
  },
  gaps: {
    'not-installed': 'bevor Toward hier war',
    'not-chosen': 'bevor du diesen Chat ausgewählt hast',
    paused: 'pausiert',
    erased: 'von dir gelöscht',
    'not-open': 'in diesem Browser nicht geöffnet',
    broken: 'konnte hier nicht gelesen werden',
  },
  ahead: 'kommt noch',
  earlier: {
    mine: 'Anfänge: du',
    person: 'Anfänge: {name}',
    others: 'Anfänge: die anderen',
    otherSide: 'Anfänge: die andere Seite',
    chart: '„{series}“ Woche für Woche, wie in der Tabelle darunter',
    usual: 'Diese Woche: {n}. Die meisten Wochen: {low} bis {high}.',
    usualOne: 'Diese Woche: {n}. Die meisten Wochen: {low}.',
    week: 'Woche',
    mostWeeks: 'Die meisten Wochen',
    range: '{low} bis {high}',
    nothing: 'nichts gezählt',
  },
  helped: {
    begin: 'Deine eigenen Antworten auf die Karten, von Anfang an:',
    helpful: 'Hilfreich: {n}',
    notNow: 'Nicht jetzt: {n}',
    stung: 'Das hat wehgetan: {n}',
    change: 'Ob sie dir guttun, weißt du am besten. Es dürfen weniger sein, andere oder gar keine.',
    options: 'Die Karten in den Einstellungen ändern',
  },
  atLeast: 'mindestens {n}',
  counted: {
    question: 'Wie wird das gezählt?',
    message:
      'Eine Sprechblase ist eine Nachricht, egal was darin steht. Bearbeitungen, Reaktionen, Löschungen und Systemmeldungen ändern daran nichts.',
    day: 'Jede zählt für den Tag, den ihre Zeitangabe nennt, oder für den Tag, an dem Toward sie kommen sah. Eine Nachricht, deren Richtung nicht klar ist, wird nicht gezählt.',
    elsewhere:
      'Auf einem anderen Gerät geschrieben, zählt sie, sobald dieser Chat sie hier anzeigt.',
    signals: {
      days_in_touch:
        'Tage, an denen hier Nachrichten in beide Richtungen gingen, soweit Toward es sehen kann.',
      both_began:
        'Von beiden Seiten kam hier nach einer Stille die erste Nachricht, jeweils einmal oder öfter.',
      own_openings_4w:
        'Wie oft hier nach einer Stille von einigen Stunden (sechs, wenn du es nicht geändert hast) die erste Nachricht von dir kam.',
      their_openings_4w:
        'Wie oft hier nach einer Stille von einigen Stunden (sechs, wenn du es nicht geändert hast) die erste Nachricht von der anderen Seite kam.',
    },
    hours: {
      one: 'Stille heißt: {n} Stunde oder länger.',
      other: 'Stille heißt: {n} Stunden oder länger.',
    },
    minutes: {
      one: 'Nachrichten einer Seite, die nicht mehr als {n} Minute auseinanderliegen, zählen zusammen als ein Beitrag.',
      other:
        'Nachrichten einer Seite, die nicht mehr als {n} Minuten auseinanderliegen, zählen zusammen als ein Beitrag.',
    },
    afterGap:
      'Nach einer Zeit, in der nichts zu sehen war, und bei der allerersten gezählten Nachricht wird für keine Seite ein Anfang gezählt.',
    bars: 'Jeder Balken ist eine Woche; der letzte ist die Woche, die hier gezeigt wird. Ein gestrichelter Rahmen bedeutet, dass ein Teil der Woche oder die ganze Woche nicht zu sehen war; die Tabelle sagt, warum. In anderen Wochen ohne Balken wurde nichts gezählt.',
    band: 'Im getönten Band liegen die meisten der letzten acht Wochen (vom 10. bis zum 90. Perzentil), die Linie ist ihre Mitte. Wochen mit weniger als 10 Beiträgen sind nicht dabei. Das Band zeigt eine Gewohnheit, kein Ziel.',
    enough:
      'Wer den Anfang machte, wird verglichen, wenn in diesen vier Wochen und in den vier davor jeweils 8 Anfänge oder mehr zu sehen waren; Nachrichten, wenn es in vier Wochen 60 oder mehr an 10 oder mehr Tagen waren.',
    undated:
      'Was kam, während dieser Chat nicht offen war, kann vor oder nach Mitternacht gekommen sein. Es steht hier in keinem Tag und in keiner Summe.',
    answers:
      'Jede Karte und jeder Gedanke zählt einmal, nach dem Knopf, den du zuletzt gedrückt hast. Wo du keinen gedrückt oder den Chat gelöscht hast, zählt nichts.',
    unseen:
      'Nicht zu sehen sind Anrufe, Reaktionen, andere Apps und was kam und ging, während dieser Chat nicht in diesem Browser angezeigt wurde.',
    atLeast:
      'Mehrere Browser haben Teile davon gesehen, deshalb gehört zu jeder Zahl ein „mindestens“.',
    ended: 'In diesem Chat ist das Zählen beendet.',
    since: 'Gezählt seit dem {date}.',
  },
  offer: {
    label: 'Deine Wochen aufbewahren',
    text: 'Deine Wochen werden in diesem Browser aufbewahrt. Wenn du magst, kann ein eigener Server die Tageszahlen ebenfalls aufbewahren; dann bleiben sie dir, auch wenn ein Browser verloren geht. Namen und Worte kommen nicht dorthin.',
    look: 'Ansehen',
    no: 'Nein, danke',
  },
  empty: {
    practice:
      'Im Übungschat ist bisher nichts gezählt. Wähle ihn über das Symbol von Toward aus und lass die Tage vergehen.',
    waiting:
      'Toward ist bereit. Sobald eine Nachricht hinausgeht oder ankommt, beginnt sich diese Seite zu füllen.',
    choose:
      'Diese Seite ist leer, und sie gehört dir. Öffne einen Chat, klick auf das Symbol von Toward und wähle diesen Chat aus: Von da an werden seine Wochen hier erzählt.',
    whatComes: 'Was hier erscheinen wird',
    comes: [
      'Ein kurzer Brief darüber, wie die Woche war, für beide Seiten gleichermaßen.',
      'Eine Frage zum Mitnehmen und Platz für eine eigene Notiz.',
      'Wer den Anfang machte, gesendete und empfangene Nachrichten nach Tagen, und was die Zählung nicht sehen kann.',
      'Später die Wochen davor, damit langsame Veränderungen sichtbar werden.',
    ],
    tryFirst: 'Erst einmal ausprobieren',
    tryText:
      'Im Übungschat vergehen zwei Wochen in etwa einer Minute, mit einem Gegenüber nach Drehbuch.',
    tryOn: 'Du findest ihn auf {site}.',
    tryAnywhere: 'Du findest ihn unter /try auf dem Server, von dem du Toward hast.',
    tryWeek: 'Zur Woche des Übungschats',
  },
  problems: {
    asleep:
      'Toward hat sich nicht gemeldet. Nichts ist verloren. Bitte schließ diese Seite und öffne sie wieder; wenn das nicht hilft, starte den Browser neu.',
    full: 'In diesem Browser ist kein Platz mehr, deshalb werden neue Nachrichten nicht gezählt. Was gezählt wurde, ist sicher. Gib etwas Speicherplatz frei, dann läuft das Zählen von selbst weiter.',
    failed: 'Das hat nicht geklappt ({reason}). Nichts ist verloren; bitte versuch es noch einmal.',
  },
};

import type { WeekWords } from './type';

export const es: WeekWords = {
  page: {
    title: 'Tu semana',
    soFar: '{dates}, hasta ahora',
    running: 'Esta semana, hasta ahora',
    untilYesterday: 'Llega hasta ayer y se renueva una vez al día.',
    nothingYet:
      'La semana ha empezado hoy. Desde mañana aparecerá aquí, y se renovará una vez al día.',
    practice:
      'Esta es la semana del chat de práctica. Va aparte de tus semanas reales y nunca se sube a ningún servidor.',
    toOwnWeeks: 'Ir a tus propias semanas',
    unchanged: 'Nada ha cambiado desde esta mañana.',
    joined: 'Incluye lo que contaron tus otros navegadores.',
    serverAway:
      'Tu servidor no estaba disponible, así que esta página muestra lo que contó este navegador.',
    before: 'La semana anterior',
    after: 'La semana siguiente',
    weeks: 'Semanas',
  },
  parts: {
    letter: 'La carta del lunes',
    reflection: 'Una pregunta para la semana',
    note: 'Tu nota',
    guess: 'Una corazonada antes de las cifras',
    openings: 'Quién empezó',
    felt: 'Cómo lo sientes',
    messages: 'Mensajes por día',
    earlier: 'Las semanas anteriores',
    reflections: 'Más para pensar',
    helped: 'Si te ayudaron las tarjetas',
  },
  hiding: {
    hide: 'Ocultar',
    hideLabel: 'Ocultar “{part}” de ahora en adelante',
    hidden: '“{part}” no se mostrará más.',
    undo: 'Deshacer',
    options: 'Puedes recuperarlo en las opciones',
  },
  chat: { nameless: 'Chat {n}', practice: 'Chat de práctica' },
  numerals: ['ningún', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete'],
  letter: {
    noChat: [
      'De momento no se cuenta nada, porque no hay ningún chat elegido. Es un buen sitio para empezar.',
      'Esta página está vacía, y es tuya. Empieza cuando elijas un chat.',
      'Aquí no hay ningún chat elegido. Cuando haya uno, sus semanas aparecerán en esta página.',
    ],
    firstSoFar: [
      'Ha empezado tu primera semana.',
      'Esta es la primera semana que Toward acompaña.',
      'Un comienzo: la primera semana.',
    ],
    first: [
      'Esta fue tu primera semana con Toward, así que se lee por sí sola.',
      'Queda escrita la primera semana.',
      'Aquí tienes una primera semana, tal como fue.',
    ],
    nothingSoFar: [
      'De momento no se ha contado nada esta semana. Hay tiempo.',
      'La semana sigue abierta. Lo que traiga aparecerá en esta página.',
      'La página de esta semana está en blanco por ahora, y así está bien.',
    ],
    quiet: [
      'Fue una semana callada en los chats que elegiste. Una semana así puede ser muchas cosas.',
      'Esta semana no se vieron mensajes. La vida también pasa lejos del teclado.',
      'En esta página la semana fue silenciosa. Puede ser descanso, una visita o días muy llenos.',
      'Esta semana no se contó nada. Quizá tú sepas qué la llenó.',
      'La página quedó en blanco esta semana. No todas las semanas están hechas de mensajes.',
    ],
    onePerson: [
      {
        one: 'Hubo un día de contacto entre {name} y tú.',
        many: 'Hubo {n} días de contacto entre {name} y tú.',
        other: 'Hubo {n} días de contacto entre {name} y tú.',
      },
      {
        one: 'Entre {name} y tú hubo mensajes de ida y vuelta un día de la semana.',
        many: 'Entre {name} y tú hubo mensajes de ida y vuelta en {n} días de la semana.',
        other: 'Entre {name} y tú hubo mensajes de ida y vuelta en {n} días de la semana.',
      },
      {
        one: 'Algo fue y vino entre {name} y tú un día de la semana.',
        many: 'Algo fue y vino entre {name} y tú en {n} días de la semana.',
        other: 'Algo fue y vino entre {name} y tú en {n} días de la semana.',
      },
      {
        one: 'Hubo un día con algo de cada parte, de {name} y de ti.',
        many: 'Hubo {n} días con algo de cada parte, de {name} y de ti.',
        other: 'Hubo {n} días con algo de cada parte, de {name} y de ti.',
      },
      {
        one: '{name} y tú: mensajes que fueron y vinieron, un día.',
        many: '{name} y tú: mensajes que fueron y vinieron, {n} días.',
        other: '{name} y tú: mensajes que fueron y vinieron, {n} días.',
      },
    ],
    onePersonEveryDay: [
      'Hubo contacto entre {name} y tú todos los días.',
      'Todos los días tuvieron algo de cada parte, de {name} y de ti.',
      'Cada día de esta semana algo fue y vino entre {name} y tú.',
    ],
    oneChat: [
      {
        one: '{name}: mensajes de ida y vuelta un día de la semana.',
        many: '{name}: mensajes de ida y vuelta en {n} días de la semana.',
        other: '{name}: mensajes de ida y vuelta en {n} días de la semana.',
      },
      {
        one: 'En “{name}” hubo un día con algo de ambas partes.',
        many: 'En “{name}” hubo {n} días con algo de ambas partes.',
        other: 'En “{name}” hubo {n} días con algo de ambas partes.',
      },
      {
        one: 'Hubo un día de mensajes que fueron y vinieron en “{name}”.',
        many: 'Hubo {n} días de mensajes que fueron y vinieron en “{name}”.',
        other: 'Hubo {n} días de mensajes que fueron y vinieron en “{name}”.',
      },
    ],
    oneChatEveryDay: [
      '{name}: mensajes de ida y vuelta todos los días.',
      'Cada día fueron y vinieron mensajes en “{name}”.',
    ],
    oneWay: [
      {
        one: 'Un día de la semana hubo mensajes en este chat: {name}.',
        many: 'En {n} días de la semana hubo mensajes en este chat: {name}.',
        other: 'En {n} días de la semana hubo mensajes en este chat: {name}.',
      },
      {
        one: '{name}: se escribió algo un día de la semana.',
        many: '{name}: se escribió algo en {n} días de la semana.',
        other: '{name}: se escribió algo en {n} días de la semana.',
      },
      {
        one: 'Esta semana tuvo un día con mensajes: {name}.',
        many: 'Esta semana tuvo {n} días con mensajes: {name}.',
        other: 'Esta semana tuvo {n} días con mensajes: {name}.',
      },
    ],
    severalPeople: [
      'Estuviste en contacto con {names}.',
      'Hubo mensajes de ida y vuelta con {names}.',
      'Fueron y vinieron mensajes con {names}.',
      '{names}: con cada persona, algo fue y vino.',
      'Supiste de estas personas, y ellas supieron de ti: {names}.',
    ],
    severalChats: [
      'Hubo mensajes en estos chats: {names}.',
      'Estos chats tuvieron mensajes: {names}.',
      'Se escribió algo en estos chats: {names}.',
    ],
    severalDays: [
      {
        one: 'Hubo mensajes de ida y vuelta un día de la semana.',
        many: 'Hubo mensajes de ida y vuelta en {n} días de la semana.',
        other: 'Hubo mensajes de ida y vuelta en {n} días de la semana.',
      },
      {
        one: 'Hubo un día en que algo fue y vino.',
        many: 'Hubo {n} días en que algo fue y vino.',
        other: 'Hubo {n} días en que algo fue y vino.',
      },
      {
        one: 'En total, un día tuvo mensajes en ambas direcciones.',
        many: 'En total, {n} días tuvieron mensajes en ambas direcciones.',
        other: 'En total, {n} días tuvieron mensajes en ambas direcciones.',
      },
    ],
    severalEveryDay: [
      'Todos los días hubo mensajes de ida y vuelta.',
      'Cada día hubo algo que fue y vino.',
    ],
    bothBegan: [
      'En algún momento, cada parte escribió primero.',
      'Unas conversaciones empezaron contigo y otras llegaron a ti.',
      'Los saludos vinieron de ambas direcciones.',
      'Hubo primeras palabras tuyas y primeras palabras para ti.',
    ],
    gaps: {
      paused: [
        'El recuento estuvo en pausa una parte de la semana, y esa parte queda en blanco.',
        'Pausaste el recuento un tiempo; de esas horas aquí no figura nada.',
        'Durante un tiempo el recuento descansó, como pediste. Esas horas quedan en blanco.',
      ],
      'not-open': [
        'Durante una parte de la semana la página de un chat no estuvo abierta aquí, así que puede faltar algo.',
        'Algunas horas quedaron fuera de la vista, porque un chat no estaba abierto en este navegador.',
        'Puede faltar lo que llegó mientras un chat estaba cerrado aquí.',
      ],
      broken: [
        'Algunos días Toward no pudo leer un sitio web, así que esos días figuran con un hueco.',
        'Durante un tiempo no se pudo leer un sitio web; el hueco se dibuja como hueco.',
        'Un sitio web fue difícil de leer por un tiempo. Esos días quedan incompletos aquí.',
      ],
      erased: [
        'Borraste una parte de esta semana, y esa parte queda en blanco.',
        'Lo que borraste del recuento ya no está, y aquí no figura.',
      ],
      begun: [
        'El recuento empezó durante esta semana, así que lo anterior no figura.',
        'Lo que hubo antes de que eligieras un chat no figura aquí.',
      ],
    },
    closing: [
      'Las llamadas, otras apps y el tiempo en compañía no están aquí.',
      'Lo que se dijo en voz alta, o en otra parte, lo pones tú.',
      'Esto es lo que se pudo ver desde aquí, y la vida es más ancha.',
      'El resto de la semana lo conoces tú mejor que nadie.',
      'Los recados, las risas y los paseos largos no entran en ningún recuento.',
      'Un recuento puede decir cuándo. Cómo fue, te lo deja a ti.',
      'Lo que significaron estos días no está escrito en ningún sitio: lo sabes tú.',
    ],
  },
  thanks: {
    helpful: 'Anotado, en este navegador.',
    notNow: 'De acuerdo. En otro momento, o no.',
    stung: 'Gracias por decirlo. Este no volverá a aparecer.',
  },
  note: {
    label: 'Algo que quieras recordar de esta semana',
    stays: 'Se queda en este navegador.',
    kept: 'Guardado, en este navegador.',
    old: 'Tu nota de hace cuatro semanas',
    open: 'Abrirla',
  },
  guess: {
    question: 'Antes de mirar: ¿quién empezó la mayoría de estas conversaciones?',
    choices: {
      me: 'Sobre todo yo',
      them: 'Sobre todo la otra parte',
      both: 'Ambas partes',
      'no-idea': 'Ni idea',
      skipped: 'Saltar',
    },
    never: 'No volver a preguntar',
    said: {
      me: 'Tu corazonada: sobre todo tú.',
      them: 'Tu corazonada: sobre todo la otra parte.',
      both: 'Tu corazonada: ambas partes.',
      'no-idea': 'No tenías ninguna corazonada, y está bien así.',
    },
    count:
      'El recuento de quién empezó: tú, {mine}; la otra parte, {theirs}. No ve llamadas ni otras apps. ¿Cómo encaja con lo que sentiste?',
    none: 'El recuento no vio a nadie empezar esta semana. No ve llamadas ni otras apps. ¿Cómo encaja con lo que sentiste?',
    differ: 'Aquí la corazonada y el recuento no coinciden, y ambas cosas pueden ser ciertas.',
  },
  openings: {
    person: 'Empezaste tú: {mine}. Empezó {name}: {theirs}.',
    group: 'Empezaste tú: {mine}. Empezó el resto: {theirs}.',
    other: 'Empezaste tú: {mine}. Empezó la otra parte: {theirs}.',
    table: 'Por día',
    day: 'Día',
    you: 'Tú',
    others: 'El resto',
    otherSide: 'La otra parte',
  },
  felt: {
    question: '¿Cómo sientes estos días el contacto con {name}?',
    answers: {
      lighter: 'Más ligero de lo que querría',
      right: 'Bien así',
      more: 'Más de lo que querría',
    },
    said: 'El {weekday} dijiste: “{answer}”.',
    newInLife: 'Llegó hace poco a mi vida',
  },
  messages: {
    out: 'Enviados',
    in: 'Recibidos',
    outSum: 'Enviados: {figure}',
    inSum: 'Recibidos: {figure}',
    outChart: 'Mensajes enviados por día, como en la tabla de abajo',
    inChart: 'Mensajes recibidos por día, como en la tabla de abajo',
    quiet: 'Sin mensajes que Toward pueda ver: {names}.',
    gaps: 'Línea discontinua: durante una parte del día no se vio nada. {days}.',
    undated: 'Quedan fuera los mensajes cuyo día no es seguro: {n}.',
    table: 'Como tabla',
    notSeen: 'No visto',
    sum: 'La semana',
  },
  gaps: {
    'not-installed': 'antes de que Toward estuviera aquí',
    'not-chosen': 'antes de que eligieras este chat',
    paused: 'en pausa',
    erased: 'borrado por ti',
    'not-open': 'no estaba abierto en este navegador',
    broken: 'no se pudo leer aquí',
  },
  ahead: 'por venir',
  earlier: {
    mine: 'Empezaste tú',
    person: 'Empezó {name}',
    others: 'Empezó el resto',
    otherSide: 'Empezó la otra parte',
    chart: '{series}: semana a semana, como en la tabla de abajo',
    usual: 'Esta semana: {n}. La mayoría de las semanas: de {low} a {high}.',
    usualOne: 'Esta semana: {n}. La mayoría de las semanas: {low}.',
    week: 'Semana',
    mostWeeks: 'Mayoría de semanas',
    range: 'de {low} a {high}',
    nothing: 'nada contado',
  },
  helped: {
    begin: 'Tus propias respuestas a las tarjetas, desde que empezaste:',
    helpful: 'Me ayuda: {n}',
    notNow: 'Ahora no: {n}',
    stung: 'Esto me dolió: {n}',
    change: 'Tú sabes mejor que nadie si te hacen bien. Pueden ser menos, otras o ninguna.',
    options: 'Cambiar las tarjetas en las opciones',
  },
  atLeast: 'al menos {n}',
  counted: {
    question: '¿Cómo se cuenta esto?',
    message:
      'Una burbuja es un mensaje, contenga lo que contenga. Las ediciones, las reacciones, los mensajes borrados y los avisos del sistema no cambian nada.',
    day: 'Cada mensaje cuenta en el día de su propia hora, o en el día en que se vio llegar. Si no está claro en qué dirección fue, no se cuenta.',
    elsewhere: 'Lo escrito en otro dispositivo cuenta en cuanto este chat lo muestra aquí.',
    signals: {
      days_in_touch:
        'Días en los que hubo aquí mensajes de ida y vuelta, hasta donde Toward puede ver.',
      both_began: 'Cada parte escribió primero aquí tras un silencio, una vez o más.',
      own_openings_4w:
        'Cuántas veces escribiste primero aquí tras un silencio de varias horas (seis, si no lo has cambiado).',
      their_openings_4w:
        'Cuántas veces la otra parte escribió primero aquí tras un silencio de varias horas (seis, si no lo has cambiado).',
    },
    hours: {
      one: 'Silencio quiere decir: {n} hora o más.',
      many: 'Silencio quiere decir: {n} horas o más.',
      other: 'Silencio quiere decir: {n} horas o más.',
    },
    minutes: {
      one: 'Los mensajes de una misma parte con {n} minuto o menos entre uno y otro cuentan como uno.',
      many: 'Los mensajes de una misma parte con {n} minutos o menos entre uno y otro cuentan como uno.',
      other:
        'Los mensajes de una misma parte con {n} minutos o menos entre uno y otro cuentan como uno.',
    },
    afterGap:
      'Tras un hueco en lo que se vio, y en el primer mensaje que se contó, no se da por hecho que alguien empezara.',
    bars: 'Cada barra es una semana; la última es la que se muestra aquí. Un marco discontinuo significa que esa semana no se vio en parte o por completo; la tabla dice por qué. En las demás semanas sin barra no se contó nada.',
    band: 'La franja sombreada abarca la mayor parte de las últimas ocho semanas (del percentil 10 al 90) y la línea es su punto medio. Las semanas con menos de 10 turnos quedan fuera. Es una costumbre, y no una meta.',
    enough:
      'Quién empezó se compara cuando se vieron 8 comienzos o más tanto en estas cuatro semanas como en las cuatro anteriores; los mensajes, cuando hubo 60 o más en 10 días o más a lo largo de cuatro semanas.',
    undated:
      'Lo que llegó mientras este chat no estaba abierto puede ser de antes o de después de medianoche. Aquí no está en ningún día ni en ninguna suma.',
    answers:
      'Cada tarjeta o idea cuenta una vez, según el último botón que pulsaste. No entran aquellas en las que no pulsaste ninguno ni las de un chat que borraste.',
    unseen:
      'No puede ver llamadas, reacciones, otras apps ni lo que entró y salió mientras este chat no se mostraba en este navegador.',
    atLeast: 'Varios navegadores vieron partes de esto, así que cada cifra significa “al menos”.',
    ended: 'El recuento ha terminado en este chat.',
    since: 'Se cuenta desde el {date}.',
  },
  offer: {
    label: 'Conservar tus semanas',
    text: 'Tus semanas se guardan en este navegador. Si quieres, un servidor tuyo puede guardar también los recuentos diarios, para que sobrevivan si se pierde el navegador. Allí no van ni nombres ni palabras.',
    look: 'Ver cómo es',
    no: 'No, gracias',
  },
  empty: {
    practice:
      'De momento no se cuenta nada en el chat de práctica. Elígelo desde el icono de Toward y deja pasar los días.',
    waiting:
      'Toward está a la espera. En cuanto salga o llegue un mensaje, esta página empezará a llenarse.',
    choose:
      'Esta página está vacía, y es tuya. Abre un chat, haz clic en el icono de Toward y elige ese chat: desde entonces, sus semanas aparecerán aquí.',
    whatComes: 'Lo que llegará aquí',
    comes: [
      'Una carta breve sobre cómo fue la semana, con la misma mirada para ambas partes.',
      'Una pregunta para llevarte, y sitio para una nota tuya.',
      'Quién empezó, y los mensajes enviados y recibidos por día, con lo que el recuento no puede ver.',
      'Más adelante, las semanas anteriores, para que se vean los cambios lentos.',
    ],
    tryFirst: 'Probar primero',
    tryText:
      'En el chat de práctica, dos semanas pasan en un minuto, más o menos, con un personaje que sigue un guion.',
    tryOn: 'Lo encuentras en {site}.',
    tryAnywhere: 'Lo encuentras en /try, en el servidor del que obtuviste Toward.',
    tryWeek: 'Ir a la semana del chat de práctica',
  },
  problems: {
    asleep:
      'Ahora mismo Toward no está disponible. No se ha perdido nada. Por favor, cierra esta página y vuelve a abrirla; si eso no ayuda, reinicia el navegador.',
    full: 'A este navegador no le queda espacio, así que los mensajes nuevos no se cuentan. Lo ya contado está a salvo. Libera espacio en el disco y el recuento continuará por sí mismo.',
    failed: 'Eso no funcionó ({reason}). No se ha perdido nada; por favor, inténtalo de nuevo.',
  },
};

import type { WeekWords } from './type';

export const ptBR: WeekWords = {
  page: {
    title: 'Sua semana',
    soFar: '{dates}, até agora',
    running: 'Esta semana, até agora',
    untilYesterday: 'Vai até ontem e se renova uma vez por dia.',
    nothingYet:
      'A semana começou hoje. A partir de amanhã ela aparece aqui e se renova uma vez por dia.',
    practice:
      'Esta é a semana da conversa de treino. Ela fica à parte das suas semanas reais e nunca é enviada a nenhum servidor.',
    toOwnWeeks: 'Ir para as suas próprias semanas',
    unchanged: 'Nada mudou desde hoje de manhã.',
    joined: 'Inclui o que seus outros navegadores contaram.',
    serverAway:
      'Seu servidor não estava acessível, então esta página mostra o que este navegador contou.',
    before: 'A semana anterior',
    after: 'A semana seguinte',
    weeks: 'Semanas',
  },
  parts: {
    letter: 'A carta de segunda-feira',
    reflection: 'Uma pergunta para a semana',
    note: 'Sua anotação',
    guess: 'Um palpite antes dos números',
    openings: 'Quem começou',
    felt: 'Como foi para você',
    messages: 'Mensagens por dia',
    earlier: 'As semanas anteriores',
    reflections: 'Mais para pensar',
    helped: 'Se os cartões ajudaram',
  },
  hiding: {
    hide: 'Ocultar',
    hideLabel: 'Ocultar “{part}” de vez',
    hidden: '“{part}” não aparece mais.',
    undo: 'Desfazer',
    options: 'Dá para trazer de volta nas opções',
  },
  chat: { nameless: 'Conversa {n}', practice: 'Conversa de treino' },
  numerals: ['nenhum', 'um', 'dois', 'três', 'quatro', 'cinco', 'seis', 'sete'],
  letter: {
    noChat: [
      'Por enquanto nada é contado, pois nenhuma conversa foi escolhida. É um bom lugar para começar.',
      'Esta página está vazia, e é sua. Ela começa quando você escolher uma conversa.',
      'Nenhuma conversa foi escolhida aqui. Quando houver uma, as semanas dela aparecem nesta página.',
    ],
    firstSoFar: [
      'Sua primeira semana começou.',
      'Esta é a primeira semana que o Toward acompanha.',
      'Um começo: a primeira semana.',
    ],
    first: [
      'Esta foi sua primeira semana com o Toward, então ela fala por si.',
      'A primeira semana está contada.',
      'Aqui está uma primeira semana, do jeito que foi.',
    ],
    nothingSoFar: [
      'Nada foi contado nesta semana até agora. Há tempo.',
      'A semana está em aberto. O que vier aparece nesta página.',
      'A página desta semana está em branco por enquanto, e tudo bem.',
    ],
    quiet: [
      'Foi uma semana quieta nas conversas que você escolheu. Uma semana assim pode ser muita coisa.',
      'Nenhuma mensagem foi vista nesta semana. A vida também acontece longe do teclado.',
      'Nesta página, a semana foi silenciosa. Pode ser descanso, uma visita ou dias cheios.',
      'Nada foi contado nesta semana. Talvez você saiba o que a preencheu.',
      'A página ficou em branco nesta semana. Nem toda semana é feita de mensagens.',
    ],
    onePerson: [
      {
        one: 'Você e {name} estiveram em contato em um dos dias.',
        many: 'Você e {name} estiveram em contato em {n} dias.',
        other: 'Você e {name} estiveram em contato em {n} dias.',
      },
      {
        one: 'Em um dos dias, houve mensagens nos dois sentidos entre você e {name}.',
        many: 'Em {n} dias, houve mensagens nos dois sentidos entre você e {name}.',
        other: 'Em {n} dias, houve mensagens nos dois sentidos entre você e {name}.',
      },
      {
        one: 'Algo foi e veio entre você e {name} em um dos dias.',
        many: 'Algo foi e veio entre você e {name} em {n} dias.',
        other: 'Algo foi e veio entre você e {name} em {n} dias.',
      },
      {
        one: 'Houve um dia com algo dos dois lados, de {name} e de você.',
        many: 'Houve {n} dias com algo dos dois lados, de {name} e de você.',
        other: 'Houve {n} dias com algo dos dois lados, de {name} e de você.',
      },
      {
        one: '{name} e você: mensagens que foram e vieram em um dos dias.',
        many: '{name} e você: mensagens que foram e vieram em {n} dias.',
        other: '{name} e você: mensagens que foram e vieram em {n} dias.',
      },
    ],
    onePersonEveryDay: [
      'Você e {name} estiveram em contato todos os dias.',
      'Todos os dias tiveram algo dos dois lados, de {name} e de você.',
      'A cada dia desta semana, algo foi e veio entre você e {name}.',
    ],
    oneChat: [
      {
        one: '{name}: mensagens nos dois sentidos em um dos dias.',
        many: '{name}: mensagens nos dois sentidos em {n} dias.',
        other: '{name}: mensagens nos dois sentidos em {n} dias.',
      },
      {
        one: 'Em “{name}”, houve um dia com algo dos dois lados.',
        many: 'Em “{name}”, houve {n} dias com algo dos dois lados.',
        other: 'Em “{name}”, houve {n} dias com algo dos dois lados.',
      },
      {
        one: 'Em um dos dias, mensagens foram e vieram em “{name}”.',
        many: 'Em {n} dias, mensagens foram e vieram em “{name}”.',
        other: 'Em {n} dias, mensagens foram e vieram em “{name}”.',
      },
    ],
    oneChatEveryDay: [
      '{name}: mensagens nos dois sentidos todos os dias.',
      'Todos os dias, mensagens foram e vieram em “{name}”.',
    ],
    oneWay: [
      {
        one: 'Houve mensagens nesta conversa em um dos dias: {name}.',
        many: 'Houve mensagens nesta conversa em {n} dias: {name}.',
        other: 'Houve mensagens nesta conversa em {n} dias: {name}.',
      },
      {
        one: '{name}: algo foi escrito em um dos dias.',
        many: '{name}: algo foi escrito em {n} dias.',
        other: '{name}: algo foi escrito em {n} dias.',
      },
      {
        one: 'Esta semana teve um dia com mensagens: {name}.',
        many: 'Esta semana teve {n} dias com mensagens: {name}.',
        other: 'Esta semana teve {n} dias com mensagens: {name}.',
      },
    ],
    severalPeople: [
      'Você esteve em contato com {names}.',
      'Houve troca de mensagens com {names}.',
      'Mensagens foram e vieram nestas conversas: {names}.',
      '{names}: com cada pessoa, algo foi e veio.',
      'Você teve notícias destas pessoas, e elas tiveram notícias suas: {names}.',
    ],
    severalChats: [
      'Houve mensagens nestas conversas: {names}.',
      'Estas conversas tiveram mensagens: {names}.',
      'Algo foi escrito nestas conversas: {names}.',
    ],
    severalDays: [
      {
        one: 'Em um dos dias, houve mensagens nos dois sentidos.',
        many: 'Em {n} dias, houve mensagens nos dois sentidos.',
        other: 'Em {n} dias, houve mensagens nos dois sentidos.',
      },
      {
        one: 'Houve um dia em que algo foi e veio.',
        many: 'Houve {n} dias em que algo foi e veio.',
        other: 'Houve {n} dias em que algo foi e veio.',
      },
      {
        one: 'Ao todo, um dia teve mensagens indo e vindo.',
        many: 'Ao todo, {n} dias tiveram mensagens indo e vindo.',
        other: 'Ao todo, {n} dias tiveram mensagens indo e vindo.',
      },
    ],
    severalEveryDay: [
      'Todos os dias houve mensagens nos dois sentidos.',
      'A cada dia, algo foi e veio.',
    ],
    bothBegan: [
      'Em algum momento, cada lado escreveu primeiro.',
      'Uma parte começou com você, outra chegou até você.',
      'O primeiro oi veio ora de um lado, ora do outro.',
      'Houve primeiras palavras suas e primeiras palavras para você.',
    ],
    gaps: {
      paused: [
        'A contagem ficou em pausa durante parte da semana, e essa parte fica em branco.',
        'Você pausou a contagem por um tempo; nada dessas horas aparece aqui.',
        'Por um tempo a contagem descansou, como você pediu. Essas horas ficam em branco.',
      ],
      'not-open': [
        'Em parte da semana, a página de uma conversa não estava aberta aqui, então pode faltar algo.',
        'Algumas horas ficaram fora de vista, pois uma conversa não estava aberta neste navegador.',
        'Pode faltar o que chegou enquanto uma conversa estava fechada aqui.',
      ],
      broken: [
        'Em alguns dias o Toward não conseguiu ler um site, então esses dias aparecem com uma lacuna.',
        'Não deu para ler um site por um tempo; a lacuna aparece como lacuna.',
        'Por um tempo, um site foi difícil de ler. Esses dias ficam em aberto aqui.',
      ],
      erased: [
        'Você apagou uma parte desta semana, e essa parte fica em branco.',
        'O que você apagou da contagem já não existe e não aparece aqui.',
      ],
      begun: [
        'A contagem começou durante esta semana, então o que veio antes não aparece.',
        'O que veio antes de você escolher uma conversa não aparece aqui.',
      ],
    },
    closing: [
      'Ligações, outros apps e o tempo lado a lado não entram aqui.',
      'O que foi dito em voz alta, ou em outro lugar, quem acrescenta é você.',
      'Isto é o que deu para ver daqui, e a vida é bem mais ampla.',
      'O resto da semana, quem conhece melhor é você.',
      'Afazeres, risadas e longas caminhadas não entram em contagem nenhuma.',
      'Uma contagem pode dizer quando. Como foi, ela deixa com você.',
      'O que estes dias significaram não está em página nenhuma: fica com você.',
    ],
  },
  thanks: {
    helpful: 'Anotado, neste navegador.',
    notNow: 'Tudo bem. Em outra hora, ou não.',
    stung: 'Foi bom você dizer. Este pensamento não vai voltar.',
  },
  note: {
    label: 'Algo desta semana que você queira lembrar',
    stays: 'Fica neste navegador.',
    kept: 'Guardada neste navegador.',
    old: 'Sua anotação de quatro semanas atrás',
    open: 'Abrir',
  },
  guess: {
    question: 'Antes de olhar: nestas conversas, quem começou na maioria das vezes?',
    choices: {
      me: 'Em geral, eu',
      them: 'Em geral, o outro lado',
      both: 'Os dois lados',
      'no-idea': 'Não faço ideia',
      skipped: 'Pular',
    },
    never: 'Não perguntar mais',
    said: {
      me: 'Seu palpite: em geral, você.',
      them: 'Seu palpite: em geral, o outro lado.',
      both: 'Seu palpite: os dois lados.',
      'no-idea': 'Você não tinha um palpite, e tudo bem.',
    },
    count:
      'A contagem de quem começou: você, {mine}; o outro lado, {theirs}. Ela não vê ligações nem outros apps. Como isso combina com o que você sentiu?',
    none: 'A contagem não viu ninguém começar nesta semana. Ela não vê ligações nem outros apps. Como isso combina com o que você sentiu?',
    differ: 'Aqui o palpite e a contagem diferem, e os dois podem estar certos.',
  },
  openings: {
    person: 'Você começou: {mine}. {name} começou: {theirs}.',
    group: 'Você começou: {mine}. As outras pessoas começaram: {theirs}.',
    other: 'Você começou: {mine}. O outro lado começou: {theirs}.',
    table: 'Por dia',
    day: 'Dia',
    you: 'Você',
    others: 'As outras pessoas',
    otherSide: 'O outro lado',
  },
  felt: {
    question: 'Como você tem sentido o contato com {name}?',
    answers: {
      lighter: 'Mais leve do que eu gostaria',
      right: 'Está bom assim',
      more: 'Mais do que eu gostaria',
    },
    said: 'Sua resposta de {weekday}: “{answer}”.',
    newInLife: 'Pessoa nova na minha vida',
  },
  messages: {
    out: 'Enviadas',
    in: 'Recebidas',
    outSum: 'Enviadas: {figure}',
    inSum: 'Recebidas: {figure}',
    outChart: 'Mensagens enviadas por dia, como na tabela abaixo',
    inChart: 'Mensagens recebidas por dia, como na tabela abaixo',
    quiet: 'Sem mensagens que o Toward possa ver: {names}.',
    gaps: 'Tracejado: em parte do dia, nada foi visto. {days}.',
    undated: 'Mensagens sem dia certo ficam de fora: {n}.',
    table: 'Em tabela',
    notSeen: 'Não visto',
    sum: 'A semana',
  },
  gaps: {
    'not-installed': 'antes de o Toward estar aqui',
    'not-chosen': 'antes de você escolher esta conversa',
    paused: 'em pausa',
    erased: 'apagado por você',
    'not-open': 'conversa não aberta neste navegador',
    broken: 'não deu para ler aqui',
  },
  ahead: 'por vir',
  earlier: {
    mine: 'Você começou',
    person: '{name} começou',
    others: 'As outras pessoas começaram',
    otherSide: 'O outro lado começou',
    chart: '{series}: semana a semana, como na tabela abaixo',
    usual: 'Nesta semana: {n}. Na maioria das semanas: de {low} a {high}.',
    usualOne: 'Nesta semana: {n}. Na maioria das semanas: {low}.',
    week: 'Semana',
    mostWeeks: 'Maioria das semanas',
    range: 'de {low} a {high}',
    nothing: 'nada contado',
  },
  helped: {
    begin: 'Suas próprias respostas aos cartões, desde que você começou:',
    helpful: 'Me ajudou: {n}',
    notNow: 'Agora não: {n}',
    stung: 'Isso doeu: {n}',
    change: 'Quem sabe se eles fazem bem é você. Podem ser menos, outros ou nenhum.',
    options: 'Mudar os cartões nas opções',
  },
  atLeast: 'pelo menos {n}',
  counted: {
    question: 'Como isto é contado?',
    message:
      'Um balão é uma mensagem, seja qual for o conteúdo. Edições, reações, mensagens apagadas e avisos do sistema não mudam nada.',
    day: 'Cada mensagem conta no dia do seu próprio horário, ou no dia em que foi vista chegando. Se não está claro em que direção ela foi, não é contada.',
    elsewhere: 'O que foi escrito em outro aparelho conta assim que esta conversa o mostra aqui.',
    signals: {
      days_in_touch:
        'Dias em que houve mensagens nos dois sentidos aqui, até onde o Toward pode ver.',
      both_began: 'Cada lado escreveu primeiro aqui depois de um silêncio, uma vez ou mais.',
      own_openings_4w:
        'Quantas vezes você escreveu primeiro aqui depois de algumas horas de silêncio (seis, se você não mudou isso).',
      their_openings_4w:
        'Quantas vezes o outro lado escreveu primeiro aqui depois de algumas horas de silêncio (seis, se você não mudou isso).',
    },
    hours: {
      one: 'Silêncio quer dizer: {n} hora ou mais.',
      many: 'Silêncio quer dizer: {n} horas ou mais.',
      other: 'Silêncio quer dizer: {n} horas ou mais.',
    },
    minutes: {
      one: 'Mensagens de um mesmo lado com até {n} minuto entre uma e outra contam como uma.',
      many: 'Mensagens de um mesmo lado com até {n} minutos entre uma e outra contam como uma.',
      other: 'Mensagens de um mesmo lado com até {n} minutos entre uma e outra contam como uma.',
    },
    afterGap:
      'Depois de uma lacuna no que foi visto, e na primeira de todas as mensagens contadas, ninguém conta como quem começou.',
    bars: 'Cada barra é uma semana; a última é a semana mostrada aqui. Uma moldura tracejada quer dizer que essa semana não foi vista, em parte ou por inteiro; a tabela diz por quê. Nas outras semanas sem barra, nada foi contado.',
    band: 'A faixa sombreada abrange a maior parte das últimas oito semanas (do 10º ao 90º percentil), e a linha é o meio delas. Semanas com menos de 10 falas ficam de fora. É um costume, e não uma meta.',
    enough:
      'A comparação de quem começou aparece quando foram vistos 8 começos ou mais nestas quatro semanas e também nas quatro anteriores; a das mensagens, quando houve 60 ou mais, em 10 dias ou mais, ao longo de quatro semanas.',
    undated:
      'O que chegou enquanto esta conversa não estava aberta pode ser de antes ou de depois da meia-noite. Aqui não entra em nenhum dia nem em nenhuma soma.',
    answers:
      'Cada cartão ou pensamento conta uma vez, pelo último botão que você tocou. Não entram aqueles em que você não tocou em nenhum, nem os de uma conversa apagada.',
    unseen:
      'A contagem não vê ligações, reações, outros apps, nem o que chegou e saiu enquanto esta conversa não aparecia neste navegador.',
    atLeast: 'Vários navegadores viram partes disto, então cada número quer dizer “pelo menos”.',
    ended: 'A contagem terminou nesta conversa.',
    since: 'Contagem desde {date}.',
  },
  offer: {
    label: 'Guardar suas semanas',
    text: 'Suas semanas ficam guardadas neste navegador. Se você quiser, um servidor seu também pode guardar as contagens diárias, para que não se percam junto com o navegador. Nomes e palavras não vão para lá.',
    look: 'Ver como é',
    no: 'Não precisa',
  },
  empty: {
    practice:
      'Por enquanto nada é contado na conversa de treino. Escolha essa conversa no ícone do Toward e deixe os dias passarem.',
    waiting:
      'O Toward está acompanhando. Assim que uma mensagem sair ou chegar, esta página começa a se encher.',
    choose:
      'Esta página está vazia, e é sua. Abra uma conversa, clique no ícone do Toward e escolha essa conversa: a partir daí, as semanas dela aparecem aqui.',
    whatComes: 'O que virá aqui',
    comes: [
      'Uma carta curta sobre como foi a semana, com o mesmo olhar para os dois lados.',
      'Uma pergunta para levar com você, e espaço para uma anotação sua.',
      'Quem começou, e as mensagens enviadas e recebidas por dia, com o que a contagem não pode ver.',
      'Mais tarde, as semanas anteriores, para que mudanças lentas possam aparecer.',
    ],
    tryFirst: 'Experimentar antes',
    tryText:
      'Na conversa de treino, duas semanas passam em mais ou menos um minuto, com um personagem que segue um roteiro.',
    tryOn: 'Ela está em {site}.',
    tryAnywhere: 'Ela está em /try, no servidor de onde veio o seu Toward.',
    tryWeek: 'Ir para a semana da conversa de treino',
  },
  problems: {
    asleep:
      'O Toward não está acessível agora. Nada se perdeu. Feche esta página e abra de novo, por favor; se isso não ajudar, reinicie o navegador.',
    full: 'Este navegador está sem espaço, então mensagens novas não são contadas. O que já foi contado está a salvo. Libere espaço no disco, e a contagem continua por conta própria.',
    failed: 'Isso não deu certo ({reason}). Nada se perdeu; tente de novo, por favor.',
  },
};

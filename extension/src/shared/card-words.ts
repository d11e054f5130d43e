/** What the card says of itself, in each language; the thought's own texts come with the view. */
import type { CardAnswer } from './card';
import { isLanguage, type Language } from './language';

export interface CardWords {
  title: string;
  keys: string;
  close: string;
  why: string;
  numbers: string;
  rules: string;
  sources: string;
  first: string;
  kept: string;
  answers: Record<Exclude<CardAnswer, 'closed'>, string>;
}

/** Familiar address and no gender, as in the nudges (nudges/README.md). */
export const CARD_WORDS: Record<Language, CardWords> = {
  en: {
    title: 'A thought from Toward',
    keys: 'Alt, Shift and T moves here and back. Escape closes.',
    close: 'Close',
    why: 'Why this?',
    numbers: 'What was counted',
    rules: 'When this may come',
    sources: 'Where it comes from',
    first:
      'This is Toward, the extension that you added. Now and then it shows a small thought like this one. It has read no message.',
    kept: 'Kept. You can stop these at any time from Toward’s icon.',
    answers: {
      helpful: 'Helpful',
      'not-now': 'Not now',
      stung: 'This stung',
      'quiet-here': 'Quiet here',
      keep: 'Keep these',
      stop: 'Stop these',
    },
  },
  de: {
    title: 'Ein Gedanke von Toward',
    keys: 'Mit Alt, Umschalt und T kommst du hierher und zurück. Escape schließt.',
    close: 'Schließen',
    why: 'Warum das?',
    numbers: 'Was gezählt wurde',
    rules: 'Wann das kommen kann',
    sources: 'Woher das kommt',
    first:
      'Das ist Toward, die Erweiterung, die du hinzugefügt hast. Ab und zu zeigt sie einen kleinen Gedanken wie diesen. Sie hat keine Nachricht gelesen.',
    kept: 'Gut, sie kommen weiter. Über das Symbol von Toward kannst du sie jederzeit abstellen.',
    answers: {
      helpful: 'Hilfreich',
      'not-now': 'Nicht jetzt',
      stung: 'Das hat wehgetan',
      'quiet-here': 'Hier keine mehr',
      keep: 'Weiter zeigen',
      stop: 'Nicht mehr zeigen',
    },
  },
  es: {
    title: 'Un pensamiento de Toward',
    keys: 'Con Alt, Mayús y T llegas aquí y vuelves. Escape cierra.',
    close: 'Cerrar',
    why: '¿Por qué esto?',
    numbers: 'Lo que se contó',
    rules: 'Cuándo puede aparecer',
    sources: 'De dónde viene',
    first:
      'Esto es Toward, la extensión que añadiste. De vez en cuando muestra un pequeño pensamiento como este. No ha leído ningún mensaje.',
    kept: 'De acuerdo, seguirán llegando. Puedes pararlos cuando quieras desde el icono de Toward.',
    answers: {
      helpful: 'Me ayuda',
      'not-now': 'Ahora no',
      stung: 'Esto me dolió',
      'quiet-here': 'No en este chat',
      keep: 'Que sigan llegando',
      stop: 'Que no lleguen más',
    },
  },
  fr: {
    title: 'Une pensée de Toward',
    keys: 'Alt, Maj et T pour venir ici et repartir. Échap pour fermer.',
    close: 'Fermer',
    why: 'Pourquoi cette pensée ?',
    numbers: 'Ce qui a été compté',
    rules: 'Quand elle peut apparaître',
    sources: 'D’où elle vient',
    first:
      'Voici Toward, l’extension que tu as ajoutée. De temps en temps, elle montre une petite pensée comme celle-ci. Elle n’a lu aucun message.',
    kept: 'C’est noté, elles continuent. Tu peux les arrêter à tout moment depuis l’icône de Toward.',
    answers: {
      helpful: 'Ça m’aide',
      'not-now': 'Pas maintenant',
      stung: 'Ça m’a fait mal',
      'quiet-here': 'Plus rien ici',
      keep: 'Continuer',
      stop: 'Arrêter',
    },
  },
  'pt-BR': {
    title: 'Um pensamento do Toward',
    keys: 'Alt, Shift e T trazem você até aqui e levam de volta. Esc fecha.',
    close: 'Fechar',
    why: 'Por que isto?',
    numbers: 'O que foi contado',
    rules: 'Quando isto pode aparecer',
    sources: 'De onde vem',
    first:
      'Este é o Toward, a extensão que você adicionou. De vez em quando, ele mostra um pequeno pensamento como este. Ele não leu nenhuma mensagem.',
    kept: 'Certo, eles continuam. Dá para parar a qualquer momento pelo ícone do Toward.',
    answers: {
      helpful: 'Me ajudou',
      'not-now': 'Agora não',
      stung: 'Isso doeu',
      'quiet-here': 'Nesta conversa, não',
      keep: 'Continuar recebendo',
      stop: 'Parar de receber',
    },
  },
  uk: {
    title: 'Думка від Toward',
    keys: 'Alt, Shift і T переносять сюди й назад. Escape закриває.',
    close: 'Закрити',
    why: 'Чому саме це?',
    numbers: 'Що пораховано',
    rules: 'Коли це може з’явитися',
    sources: 'Звідки це',
    first:
      'Це Toward, додане тобою розширення. Час від часу воно показує коротку думку, як-от цю. Жодного повідомлення воно не читало.',
    kept: 'Гаразд, думки приходитимуть і далі. Зупинити їх можна будь-коли через значок Toward.',
    answers: {
      helpful: 'Корисно',
      'not-now': 'Не зараз',
      stung: 'Стало боляче',
      'quiet-here': 'Тут більше не треба',
      keep: 'Хай приходять',
      stop: 'Більше не показувати',
    },
  },
  ar: {
    title: 'خاطرة من Toward',
    keys: 'للانتقال إلى هنا والعودة: Alt وShift وT. وللإغلاق: Escape.',
    close: 'إغلاق',
    why: 'لماذا هذه الخاطرة؟',
    numbers: 'ما جرى عدّه',
    rules: 'متى قد تظهر',
    sources: 'من أين جاءت',
    first:
      'هذا Toward، إضافة المتصفح التي اخترتها. يعرض من حين إلى آخر خاطرة قصيرة كهذه. ولم يقرأ أي رسالة.',
    kept: 'حسنًا، ستستمر الخواطر. ويمكنك إيقافها في أي وقت من أيقونة Toward.',
    answers: {
      helpful: 'مفيدة',
      'not-now': 'ليس الآن',
      stung: 'آلمتني',
      'quiet-here': 'لا مزيد هنا',
      keep: 'إبقاء هذه الخواطر',
      stop: 'إيقاف هذه الخواطر',
    },
  },
};

/** Those of a view's language. */
export function wordsIn(lang: string): CardWords {
  return CARD_WORDS[isLanguage(lang) ? lang : 'en'];
}

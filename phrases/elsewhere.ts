// For languages that we have no whole catalogue in: who speaks, that we do not read this language, where an order stands, and
// the person. A customer learns the truth in their own language; the rest is in English.
import { orderNotFoundElsewhere, orderStateElsewhere } from './elsewhere-orders.ts';
import { en } from './en.ts';
import type { Phrases } from './phrases.ts';

interface Few {
  welcome: string;
  introduction: string;
  notMyLanguage: string;
  person: string;
  /** `#` is the case's number. */
  caseOpened: string;
}

const FEW: Record<string, Few> = {
  it: {
    welcome: 'Prego! C’è altro?',
    introduction: 'Sono l’assistente automatico di Frontdesk; può chiedere una persona in qualsiasi momento.',
    notMyLanguage:
      'Da solo capisco bene solo l’inglese, ma un collega può aiutarla. Se mi scrive un numero d’ordine (ORD-12345), lo cerco. Vuole che avvisi un collega?',
    person: 'Parlare con una persona',
    caseOpened: 'Avviso un collega. Il suo caso è #; una persona le risponderà qui. Può continuare a scrivere.',
  },
  pt: {
    welcome: 'De nada! Mais alguma coisa?',
    introduction: 'Sou o assistente automático da Frontdesk; pode pedir uma pessoa a qualquer momento.',
    notMyLanguage:
      'Sozinho só entendo bem inglês, mas um colega pode ajudar. Se me escrever um número de pedido (ORD-12345), eu procuro. Quer que eu chame um colega?',
    person: 'Falar com uma pessoa',
    caseOpened: 'Vou chamar um colega. O seu caso é #; uma pessoa responderá aqui. Pode continuar a escrever.',
  },
  nl: {
    welcome: 'Graag gedaan! Kan ik nog iets doen?',
    introduction: 'Ik ben de automatische assistent van Frontdesk; u kunt altijd om een mens vragen.',
    notMyLanguage:
      'Zelf begrijp ik alleen Engels goed, maar een collega kan u helpen. Met een bestelnummer (ORD-12345) kan ik wel zoeken. Zal ik een collega erbij halen?',
    person: 'Met een medewerker spreken',
    caseOpened: 'Ik haal er een collega bij. Uw zaak is #; een mens antwoordt u hier. U kunt gewoon verder schrijven.',
  },
  pl: {
    welcome: 'Proszę bardzo! Czy coś jeszcze?',
    introduction: 'Jestem automatycznym asystentem Frontdesk; w każdej chwili można poprosić o człowieka.',
    notMyLanguage:
      'Sam dobrze rozumiem tylko język angielski, ale kolega może pomóc. Po numerze zamówienia (ORD-12345) mogę je odszukać. Czy mam poprosić kolegę?',
    person: 'Chcę porozmawiać z człowiekiem',
    caseOpened: 'Proszę kolegę o pomoc. Numer sprawy: #; człowiek odpowie tutaj. Można pisać dalej.',
  },
  sv: {
    welcome: 'Varsågod! Något mer?',
    introduction: 'Jag är Frontdesks automatiska assistent; du kan när som helst be om en människa.',
    notMyLanguage:
      'Själv förstår jag bara engelska bra, men en kollega kan hjälpa dig. Med ett ordernummer (ORD-12345) kan jag leta. Ska jag hämta en kollega?',
    person: 'Prata med en människa',
    caseOpened: 'Jag hämtar en kollega. Ditt ärende är #; en människa svarar här. Du kan fortsätta att skriva.',
  },
  da: {
    welcome: 'Selv tak! Er der mere?',
    introduction: 'Jeg er Frontdesks automatiske assistent; du kan altid bede om et menneske.',
    notMyLanguage:
      'Selv forstår jeg kun engelsk godt, men en kollega kan hjælpe dig. Med et ordrenummer (ORD-12345) kan jeg søge. Skal jeg hente en kollega?',
    person: 'Tale med et menneske',
    caseOpened: 'Jeg henter en kollega. Din sag er #; et menneske svarer her. Du kan bare skrive videre.',
  },
  cs: {
    welcome: 'Není zač! Ještě něco?',
    introduction: 'Jsem automatický asistent Frontdesku; kdykoli můžete požádat o člověka.',
    notMyLanguage:
      'Sám dobře rozumím jen angličtině, ale kolega vám může pomoci. Podle čísla objednávky (ORD-12345) ji najdu. Mám přivolat kolegu?',
    person: 'Chci mluvit s člověkem',
    caseOpened: 'Volám kolegu. Číslo vašeho případu je #; člověk vám odpoví zde. Můžete psát dál.',
  },
  tr: {
    welcome: 'Rica ederim! Başka bir şey var mı?',
    introduction: 'Ben Frontdesk’in otomatik asistanıyım; istediğiniz zaman bir insan isteyebilirsiniz.',
    notMyLanguage:
      'Kendi başıma yalnızca İngilizce iyi anlıyorum, ama bir meslektaşım size yardım edebilir. Sipariş numarasıyla (ORD-12345) arayabilirim. Bir meslektaşımı çağırayım mı?',
    person: 'Bir insanla konuşmak istiyorum',
    caseOpened:
      'Bir meslektaşımı çağırıyorum. Kayıt numaranız #; bir insan size buradan yanıt verecek. Yazmaya devam edebilirsiniz.',
  },
  ru: {
    welcome: 'Пожалуйста! Что-нибудь ещё?',
    introduction: 'Я автоматический помощник Frontdesk; вы можете в любой момент попросить человека.',
    notMyLanguage:
      'Сам я хорошо понимаю только английский, но вам может помочь коллега. По номеру заказа (ORD-12345) я могу найти заказ. Позвать коллегу?',
    person: 'Поговорить с человеком',
    caseOpened: 'Зову коллегу. Номер вашего обращения: #; человек ответит вам здесь. Можно писать дальше.',
  },
  uk: {
    welcome: 'Прошу! Щось іще?',
    introduction: 'Я автоматичний помічник Frontdesk; ви можете будь-коли попросити людину.',
    notMyLanguage:
      'Сам я добре розумію лише англійську, але вам може допомогти колега. За номером замовлення (ORD-12345) я можу його знайти. Покликати колегу?',
    person: 'Поговорити з людиною',
    caseOpened: 'Кличу колегу. Номер вашого звернення: #; людина відповість вам тут. Можна писати далі.',
  },
  ar: {
    welcome: 'على الرحب والسعة! هل من شيء آخر؟',
    introduction: 'أنا المساعد الآلي لـ Frontdesk؛ يمكنك طلب شخص في أي وقت.',
    notMyLanguage:
      'أنا وحدي لا أفهم جيدًا إلا الإنجليزية، لكن يمكن لأحد الزملاء مساعدتك. برقم الطلب (ORD-12345) أستطيع البحث عنه. هل أستدعي زميلًا؟',
    person: 'أريد التحدث مع شخص',
    caseOpened: 'سأستدعي زميلًا. رقم حالتك #؛ سيجيبك شخص هنا. يمكنك متابعة الكتابة.',
  },
  hi: {
    welcome: 'आपका स्वागत है! और कुछ?',
    introduction: 'मैं Frontdesk का स्वचालित सहायक हूँ; आप कभी भी किसी व्यक्ति से बात करने को कह सकते हैं।',
    notMyLanguage:
      'मैं खुद सिर्फ़ अंग्रेज़ी अच्छी तरह समझता हूँ, लेकिन मेरे सहकर्मी आपकी मदद कर सकते हैं। ऑर्डर नंबर (ORD-12345) से मैं ऑर्डर ढूँढ सकता हूँ। क्या मैं किसी सहकर्मी को बुलाऊँ?',
    person: 'किसी व्यक्ति से बात करनी है',
    caseOpened: 'मैं एक सहकर्मी को बुला रहा हूँ। आपका केस नंबर # है; कोई व्यक्ति यहीं जवाब देगा। आप लिखते रह सकते हैं।',
  },
  zh: {
    welcome: '不客气！还有别的吗？',
    introduction: '我是 Frontdesk 的自动助手；您随时可以要求人工服务。',
    notMyLanguage:
      '我自己只能很好地理解英语，但同事可以帮助您。如果您提供订单号（ORD-12345），我可以查询。需要我请同事来吗？',
    person: '我要找人工客服',
    caseOpened: '我正在请同事来。您的案件编号是 #；会有人在这里回复您。您可以继续留言。',
  },
  ja: {
    welcome: 'どういたしまして。ほかにございますか。',
    introduction: '私は Frontdesk の自動アシスタントです。いつでも担当者をお呼びいただけます。',
    notMyLanguage:
      '私だけでは英語しか十分に理解できませんが、担当者がお手伝いできます。注文番号（ORD-12345）があればお調べします。担当者をお呼びしましょうか。',
    person: '担当者と話したい',
    caseOpened:
      '担当者をお呼びします。お問い合わせ番号は # です。担当者がここでお返事します。続けてお書きいただけます。',
  },
  ko: {
    welcome: '천만에요! 더 필요하신 것이 있나요?',
    introduction: '저는 Frontdesk의 자동 도우미입니다. 언제든지 사람을 요청하실 수 있습니다.',
    notMyLanguage:
      '저 혼자서는 영어만 잘 이해하지만, 동료가 도와드릴 수 있습니다. 주문 번호(ORD-12345)가 있으면 찾아 드립니다. 동료를 불러 드릴까요?',
    person: '상담원과 이야기하고 싶어요',
    caseOpened: '동료를 부르겠습니다. 접수 번호는 #이며, 사람이 여기에서 답변해 드립니다. 계속 쓰셔도 됩니다.',
  },
};

/** The sentences of a language that we know few of; null: none of them. */
export function fewPhrases(code: string): Partial<Phrases> | null {
  const few = FEW[code];
  if (!few) return null;
  return {
    introduction: () => few.introduction,
    introductionWithPerson: () => few.introduction,
    youAreWelcome: () => few.welcome,
    notMyLanguage: () => few.notMyLanguage,
    personChoice: () => ({ title: few.person, value: few.person }),
    caseOpened: ({ caseId }) => few.caseOpened.replace('#', caseId),
    orderState: (words) => orderStateElsewhere(code, words) ?? en.orderState(words),
    orderNotFound: ({ orderId }) => orderNotFoundElsewhere(code, orderId) ?? en.orderNotFound({ orderId }),
  };
}

export const FEW_CODES = Object.keys(FEW);

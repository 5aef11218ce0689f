// Where an order stands, in the languages that we know few sentences of: labels and words rather than sentences, so that no
// grammar of ours can go wrong around a number or a day.
import type { OrderStateWords } from './phrases.ts';

interface Labels {
  order: string;
  /** In the order of STATES. */
  states: [string, string, string, string, string, string];
  /** Put before the day on which it comes, or came. */
  expected: string;
  deliveredOn: string;
  /** `#` is the carrier. */
  tracking: string;
  /** `#` is the order's number. */
  notFound: string;
}

const STATES = ['pending', 'processing', 'shipped', 'in transit', 'delivered', 'cancelled'];

const LABELS: Record<string, Labels> = {
  it: {
    order: 'Ordine',
    states: [
      'ricevuto, in attesa di preparazione',
      'in preparazione',
      'spedito',
      'in viaggio',
      'consegnato',
      'annullato',
    ],
    expected: 'Consegna prevista',
    deliveredOn: 'Consegnato il',
    tracking: 'Numero di tracciamento #',
    notFound: 'Non trovo un ordine #. Può controllare il numero nell’e-mail di conferma?',
  },
  pt: {
    order: 'Encomenda',
    states: ['recebida, a aguardar preparação', 'em preparação', 'enviada', 'a caminho', 'entregue', 'cancelada'],
    expected: 'Entrega prevista',
    deliveredOn: 'Entregue em',
    tracking: 'Número de rastreio #',
    notFound: 'Não encontro uma encomenda #. Pode verificar o número no e-mail de confirmação?',
  },
  nl: {
    order: 'Bestelling',
    states: ['ontvangen, wordt nog ingepakt', 'wordt ingepakt', 'verzonden', 'onderweg', 'bezorgd', 'geannuleerd'],
    expected: 'Verwachte bezorging',
    deliveredOn: 'Bezorgd op',
    tracking: 'Trackingnummer #',
    notFound: 'Ik vind geen bestelling #. Kunt u het nummer in uw bevestigingsmail nakijken?',
  },
  pl: {
    order: 'Zamówienie',
    states: ['przyjęte, czeka na pakowanie', 'w trakcie pakowania', 'wysłane', 'w drodze', 'dostarczone', 'anulowane'],
    expected: 'Przewidywana dostawa',
    deliveredOn: 'Dostarczono',
    tracking: 'Numer przesyłki #',
    notFound: 'Nie znajduję zamówienia #. Czy można sprawdzić numer w e-mailu z potwierdzeniem?',
  },
  sv: {
    order: 'Order',
    states: ['mottagen, väntar på att packas', 'packas', 'skickad', 'på väg', 'levererad', 'avbeställd'],
    expected: 'Beräknad leverans',
    deliveredOn: 'Levererad',
    tracking: 'Spårningsnummer #',
    notFound: 'Jag hittar ingen order #. Kan du kontrollera numret i bekräftelsemejlet?',
  },
  da: {
    order: 'Ordre',
    states: ['modtaget, venter på at blive pakket', 'pakkes', 'afsendt', 'på vej', 'leveret', 'annulleret'],
    expected: 'Forventet levering',
    deliveredOn: 'Leveret',
    tracking: 'Sporingsnummer #',
    notFound: 'Jeg kan ikke finde en ordre #. Kan du tjekke nummeret i bekræftelsesmailen?',
  },
  cs: {
    order: 'Objednávka',
    states: ['přijata, čeká na zabalení', 'balí se', 'odeslána', 'na cestě', 'doručena', 'zrušena'],
    expected: 'Předpokládané doručení',
    deliveredOn: 'Doručeno',
    tracking: 'Sledovací číslo #',
    notFound: 'Objednávku # nenacházím. Můžete zkontrolovat číslo v potvrzovacím e-mailu?',
  },
  tr: {
    order: 'Sipariş',
    states: ['alındı, paketlenmeyi bekliyor', 'paketleniyor', 'gönderildi', 'yolda', 'teslim edildi', 'iptal edildi'],
    expected: 'Tahmini teslimat',
    deliveredOn: 'Teslim tarihi',
    tracking: '# takip numarası',
    notFound: '# numaralı bir sipariş bulamıyorum. Onay e-postanızdaki numarayı kontrol eder misiniz?',
  },
  ru: {
    order: 'Заказ',
    states: ['принят, ожидает упаковки', 'упаковывается', 'отправлен', 'в пути', 'доставлен', 'отменён'],
    expected: 'Ожидаемая доставка',
    deliveredOn: 'Доставлен',
    tracking: 'Номер отслеживания #',
    notFound: 'Я не нахожу заказ #. Проверьте, пожалуйста, номер в письме с подтверждением.',
  },
  uk: {
    order: 'Замовлення',
    states: ['прийнято, очікує на пакування', 'пакується', 'надіслано', 'у дорозі', 'доставлено', 'скасовано'],
    expected: 'Очікувана доставка',
    deliveredOn: 'Доставлено',
    tracking: 'Номер відстеження #',
    notFound: 'Я не знаходжу замовлення #. Перевірте, будь ласка, номер у листі з підтвердженням.',
  },
  ar: {
    order: 'الطلب',
    states: ['تم استلامه وينتظر التغليف', 'قيد التغليف', 'تم الشحن', 'في الطريق', 'تم التسليم', 'تم الإلغاء'],
    expected: 'التسليم المتوقع',
    deliveredOn: 'تم التسليم في',
    tracking: 'رقم التتبع #',
    notFound: 'لا أجد طلبًا بالرقم #. هل يمكنك التحقق من الرقم في رسالة التأكيد؟',
  },
  hi: {
    order: 'ऑर्डर',
    states: ['मिल गया, पैकिंग बाकी है', 'पैक हो रहा है', 'भेजा गया', 'रास्ते में', 'पहुँचा दिया गया', 'रद्द'],
    expected: 'डिलीवरी की संभावित तारीख',
    deliveredOn: 'डिलीवरी की तारीख',
    tracking: '# ट्रैकिंग नंबर',
    notFound: 'मुझे ऑर्डर # नहीं मिला। क्या आप पुष्टि ई-मेल में नंबर देख सकते हैं?',
  },
  zh: {
    order: '订单',
    states: ['已收到，等待打包', '正在打包', '已发货', '运输途中', '已送达', '已取消'],
    expected: '预计送达',
    deliveredOn: '送达日期',
    tracking: '# 运单号',
    notFound: '我找不到订单 #。请核对确认邮件中的订单号。',
  },
  ja: {
    order: 'ご注文',
    states: ['受付済み（梱包待ち）', '梱包中', '発送済み', '配送中', '配達済み', 'キャンセル済み'],
    expected: 'お届け予定日',
    deliveredOn: '配達日',
    tracking: '# 追跡番号',
    notFound: 'ご注文 # が見つかりません。確認メールの番号をお確かめください。',
  },
  ko: {
    order: '주문',
    states: ['접수됨, 포장 대기 중', '포장 중', '발송됨', '배송 중', '배송 완료', '취소됨'],
    expected: '예상 배송일',
    deliveredOn: '배송일',
    tracking: '# 운송장 번호',
    notFound: '주문 #을(를) 찾을 수 없습니다. 확인 이메일의 번호를 확인해 주시겠어요?',
  },
};

export const ORDER_LANGUAGES = Object.keys(LABELS);

/** State, day and tracking number; null: we do not know the words. */
export function orderStateElsewhere(code: string, words: OrderStateWords): string | null {
  const labels = LABELS[code];
  const state = labels?.states[STATES.indexOf(words.status)];
  if (!labels || !state) return null;
  const { orderId, status, carrier, trackingNumber, deliveryOn } = words;
  const stop = STOPS[code] ?? '. ';
  const lines = [`${labels.order} ${orderId}: ${state}`];
  if (deliveryOn && status !== 'cancelled')
    lines.push(`${status === 'delivered' ? labels.deliveredOn : labels.expected}: ${dayIn(code, deliveryOn)}`);
  if (carrier && trackingNumber) lines.push(`${labels.tracking.replace('#', carrier)}: ${trackingNumber}`);
  return lines
    .map((line) => line + stop)
    .join('')
    .trim();
}

/** Where a sentence does not end in a full stop and a blank. */
const STOPS: Record<string, string> = { zh: '。', ja: '。', hi: '। ' };

export function orderNotFoundElsewhere(code: string, orderId: string): string | null {
  return LABELS[code]?.notFound.replace('#', orderId) ?? null;
}

function dayIn(code: string, on: string): string {
  const format = new Intl.DateTimeFormat(code, { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${on}T12:00:00Z`));
}

// The words of shipping in French.
import { stepIn } from './steps.ts';
import type { ShippingWords } from './words.ts';

const LOCALE = 'fr-FR';
const kg = (kilograms: number) => `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 }).format(kilograms)} kg`;
const number = (value: number) => new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(value);
const money = (value: number, currency: string) =>
  new Intl.NumberFormat(LOCALE, { style: 'currency', currency }).format(value);
const percent = (value: number) =>
  new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
const list = (parts: string[]) => new Intl.ListFormat(LOCALE).format(parts);
const range = ([from, to]: [number, number], one: string, many: string) =>
  from === to ? `${to} ${to === 1 ? one : many}` : `${from}–${to} ${many}`;

export const shippingFr: ShippingWords = {
  askWeight: ({ place }) => `Combien pèse-t-il${place ? `, pour ${place}` : ''} ? Par exemple 3 kg.`,
  askPlace: ({ kilograms }) =>
    `Où doit-il aller${kilograms ? `, avec ${kg(kilograms)}` : ''} ? Une ville, un pays ou un code postal suffit.`,
  askBoth: () => 'Combien pèse-t-il et où doit-il aller ? Par exemple « 3 kg à Los Angeles ».',
  quote: ({ kilograms, place, options, recommended, because }) => {
    const lines = options.map(
      ({ name, price, days }) => `- **${name}**: ${money(price, 'USD')}, ${range(days, 'jour ouvré', 'jours ouvrés')}`,
    );
    const advice =
      because === 'fastest'
        ? `Je vous recommande ${recommended} : c’est le plus rapide.`
        : `Je vous recommande ${recommended} : c’est le moins cher, et un service plus rapide n’est utile qu’en cas d’urgence.`;
    return `${`Envoi de ${kg(kilograms)} à ${place} :`}\n\n${lines.join('\n')}\n\n${advice}`;
  },
  oneService: ({ kilograms, place, option }) =>
    `${option.name} vers ${place}, ${kg(kilograms)}: **${money(option.price, 'USD')}**, ${range(option.days, 'jour ouvré', 'jours ouvrés')}.`,
  bySize: ({ centimetres, cubicCentimetres, countsAs }) => {
    const size = `${centimetres.map(number).join(' × ')} cm`;
    const counts = countsAs.map(
      ({ kilograms, cubicPerKilogram, services }) =>
        `${kg(kilograms)}${countsAs.length > 1 ? ` avec ${list(services)}` : ''} (${number(cubicCentimetres)} cm³ / ${number(cubicPerKilogram)})`,
    );
    return `Sa taille de ${size} compte pour ${counts.join(', ')} ; on facture le plus élevé des deux, la taille ou le poids.`;
  },
  sizeCounts: () =>
    'Oui, la taille compte aussi : on facture le poids ou ce que compte le volume, le plus élevé des deux. Donnez-moi poids, taille et destination, et je vous donne les prix.',
  shipsTo: ({ place, options }) =>
    `Oui, nous livrons vers ${place}: ${list(options.map(({ name, days }) => `${name} en ${range(days, 'jour ouvré', 'jours ouvrés')}`))}.`,
  tooHeavy: ({ kilograms, most }) =>
    `${kg(kilograms)}, c’est plus que ce que nous envoyons en un colis (${kg(most)} au plus). Peut-on le partager en deux ?`,
  noService: ({ place }) => `Je suis désolé, nous n’expédions pas vers ${place} pour le moment.`,
  askParcel: () => 'De quel colis s’agit-il ? Votre numéro de commande (ORD-12345) ou le numéro de suivi suffit.',
  parcelUnknown: () => 'Je ne trouve pas ce colis. Pourriez-vous vérifier le numéro dans votre e-mail d’expédition ?',
  events: ({ events }) =>
    `${`Ce qui s’est passé jusqu’ici :`}\n\n${events.map((event) => `- ${event.on} : ${stepIn('fr', event.what)}`).join('\n')}`,
  late: ({ days }) =>
    `Il a ${days === 1 ? 'un jour' : `${days} jours`} de retard. Voulez-vous que j’ouvre une enquête auprès du transporteur ?`,
  customs: ({ place, dutyFree, currency, taxPercent, papers, forbidden }) =>
    [
      `Envoi vers ${place} : ${dutyFree > 0 ? `aucun droit de douane n’est dû jusqu’à une valeur de ${money(dutyFree, currency)} ; au-delà, et dans bien des pays en deçà aussi, comptez environ ${percent(taxPercent)} de taxe à l’importation.` : `comptez environ ${percent(taxPercent)} de taxe à l’importation, quelle que soit la valeur.`} C’est le destinataire qui la paie, au transporteur. C’est la douane qui décide.`,
      papers.length > 0 ? `Documents : ${list(papers)} ; nous les joignons.` : '',
      forbidden.length > 0 ? `Ne peut pas être envoyé : ${list(forbidden)}.` : '',
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  customsNone: ({ place }) => `Il n’y a pas de douane à l’intérieur de ${place}.`,
  proposeIntercept: ({ orderId, address, fee }) =>
    `Demander au transporteur de livrer la commande ${orderId} à ${address} ; cela coûte ${money(fee, 'USD')} et peut ajouter un jour.`,
  intercepted: ({ orderId, address, reference }) =>
    `C’est fait : le transporteur livrera la commande ${orderId} à ${address} (${reference}).`,
  interceptTooLate: ({ orderId }) =>
    `Il est trop tard pour envoyer la commande ${orderId} ailleurs. Un collègue peut voir ce qui reste possible.`,
  proposeInvestigation: ({ orderId, kind, days }) =>
    `Ouvrir une enquête pour la commande ${orderId} : elle a ${days === 1 ? 'un jour' : `${days} jours`} de retard${kind === 'lost' ? ' et est considérée comme perdue' : ''}.`,
  investigating: ({ orderId, reference }) =>
    `C’est fait : l’enquête sur la commande ${orderId} est ouverte sous le numéro ${reference}. Le transporteur a trois jours ouvrés pour répondre.`,
  noAttempt: ({ orderId }) => `Aucune tentative de livraison de la commande ${orderId} n’est enregistrée à ce jour.`,
  notLateYet: ({ orderId }) =>
    `La commande ${orderId} n’est pas encore en retard ; il n’y a donc rien à rechercher. Dès le lendemain de la date prévue, je peux la faire rechercher par le transporteur.`,
  otherRecord: () =>
    'La page du transporteur peut être en avance sur nos données. Certains marquent un colis avant de le remettre : regardez chez les voisins, à la porte et s’il y a un avis, et attendez demain soir. S’il n’est pas là, ou si vous pensez qu’il a été volé, un collègue le fait rechercher.',
  markedDelivered: ({ orderId }) =>
    `La commande ${orderId} est indiquée comme livrée. Regardez, s’il vous plaît, chez vos voisins et devant la porte ; sinon un collègue peut s’en occuper.`,
  times: () =>
    'Ground prend 3 à 5 jours ouvrés, Two-Day deux, Overnight un ; vers d’autres pays, 5 à 18. Donnez-moi le poids et la destination, et je vous donne les prix.',
};

// What is said about what stands on a customer's account, in German.
import type { AccountWords, ContactWay } from './words.ts';

const thing = (way: ContactWay) => (way === 'email' ? 'E-Mail-Adresse' : 'Telefonnummer');

export const accountDe: AccountWords = {
  proposeContact: ({ way, value }) => `Die ${thing(way)} Ihres Kontos in ${value} ändern.`,
  contactChanged: ({ way, value }) =>
    `Erledigt: Die ${thing(way)} Ihres Kontos ist jetzt ${value}. Zu Ihrer Sicherheit gehen eine Woche lang keine Codes dorthin.`,
  contactNotChanged: () => 'Ich konnte es nicht ändern: Ich finde dieses Konto nicht mehr.',
  sameContact: () => 'Das steht bereits so in Ihrem Konto, es gibt nichts zu ändern.',
  askContact: ({ way }) =>
    way === 'email'
      ? 'Wie lautet die neue E-Mail-Adresse?'
      : 'Wie lautet die neue Telefonnummer? Bitte mit Landesvorwahl, wie in +49 30 1234567.',
};

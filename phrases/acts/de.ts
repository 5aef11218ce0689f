// What is said where a message asks for no tool, in German.
import type { ActWords } from './words.ts';

export const actsDe: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId
      ? `In Ordnung, ich ändere nichts: Die Bestellung ${orderId} bleibt, wie sie ist.`
      : 'In Ordnung, ich ändere nichts.',
  cannotUndo: () =>
    'Das tut mir leid. Was getan ist, kann ich von hier aus nicht zurücknehmen; ein Kollege kann sich darum kümmern, wenn es nicht zu spät ist. Soll ich einen holen?',
  nothingDone: () => 'Es wurde nichts getan, also gibt es nichts zurückzunehmen. Was möchten Sie stattdessen?',
  whyCancelled: ({ orderId }) =>
    `Die Bestellung ${orderId} wurde storniert; ein Grund steht nicht dabei, deshalb kann ich nicht sagen, warum oder von wem. Ein Kollege kann es herausfinden.`,
  nothingWrong: () => 'In Ordnung, dann fehlt ihm nichts, und ich frage nicht weiter danach. Was möchten Sie?',
  whyRefused: () =>
    'Warum eine Zahlung abgelehnt wird, erfahren wir nicht: Das weiß nur Ihre Bank und kann es Ihnen sagen. Oft ist es ein Limit, eine abgelaufene Karte oder eine verpasste Bestätigung in der Banking-App.',
  misread: () =>
    'Entschuldigung, dann habe ich Sie falsch verstanden. Sagen Sie mir noch einmal, was Sie möchten; das Übrige lasse ich beiseite.',
  weighsAbout: ({ name, weight }) => `Der Artikel (${name}) selbst wiegt ${weight}; der Karton kommt etwas dazu.`,
  allAlike: () => 'Darin sind alle unsere Modelle gleich:',
  onlyYouKnow: () =>
    'Soweit ich weiß, unterscheiden sie sich in Preis, Farben und dem, was oben steht; was besser zu Ihnen passt, kann ich nicht beurteilen.',
  sameAgain: ({ name }) =>
    `Ein fehlerhafter Artikel (${name}) wird innerhalb der Garantie kostenlos durch den gleichen ersetzt; das regelt ein Kollege, denn ich kann nur gegen eine andere Farbe oder Größe tauschen oder ihn zurücknehmen. Soll ich einen holen?`,
  factsInEnglish: () => 'Das weiß ich darüber, auf Englisch:',
};

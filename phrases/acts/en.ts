// What is said where a message asks for no tool, in English.
import type { ActWords } from './words.ts';

export const actsEn: ActWords = {
  leftAsIs: ({ orderId }) =>
    orderId ? `All right, I change nothing: order ${orderId} stays as it is.` : 'All right, I change nothing.',
  cannotUndo: () =>
    "I'm sorry. What is done I can't take back from here, but a colleague can see to it, if it is not too late. Shall I bring one in?",
  nothingDone: () => 'Nothing was done, so there is nothing to take back. What would you like instead?',
  whyCancelled: ({ orderId }) =>
    `Order ${orderId} was cancelled; what I see of it names no reason, so I can't tell you why or by whom. A colleague can find out.`,
  nothingWrong: () => 'All right, then nothing is wrong with it, and I ask no more about that. What would you like?',
  whyRefused: () =>
    'Why a payment is refused we are not told: only your bank knows, and can say. Often it is a limit, an expired card, or a confirmation in the banking app that was missed.',
  misread: () => "Sorry, then I misunderstood you. Tell me once more what you want, and I'll leave the rest aside.",
  weighsAbout: ({ name, weight }) => `The ${name} itself weighs ${weight}; the box adds a little.`,
  allAlike: ({ kind }) => `In this all our ${kind} are alike:`,
  onlyYouKnow: () =>
    'In what I know of them they differ in price, colours and what stands above; which one suits you better I cannot judge.',
  sameAgain: ({ name }) =>
    `A faulty ${name} is replaced by the same one free of charge within the warranty; a colleague arranges that, since I can only exchange it for another colour or size, or take it back. Shall I bring one in?`,
  factsInEnglish: () => 'This is what I know of it:',
};

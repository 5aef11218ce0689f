// What the technical agent understands of a customer's words, in four languages: replies, symptoms, wishes, what was
// tried; and that every choice it offers is understood as what it says.
import assert from 'node:assert/strict';
import { USUAL } from '../../agents/technical/ask.ts';
import { readReply } from '../../agents/technical/read-reply.ts';
import { readWish } from '../../agents/technical/read-wish.ts';
import { DEVICE_KINDS, type DeviceKind, STEP_IDS, SYMPTOMS, technicalWords } from '../../phrases/technical/index.ts';
import { readDevice } from '../../tools/support/read-device.ts';
import { readSymptom } from '../../tools/support/read-symptom.ts';
import { readTried } from '../../tools/support/read-tried.ts';

const LANGUAGES = ['en', 'es', 'fr', 'de'];

const REPLIES: Record<string, string[]> = {
  worked: [
    'yes',
    'Yes!',
    'yep that worked',
    'it works now, thanks!',
    'It’s working again',
    'they connected, thank you so much',
    'fixed!',
    '👍',
    'that did it',
    'that did the trick',
    'perfect, all good now',
    'OMG it finally works',
    'works like a charm',
    'yes it helped',
    'solved, thx',
    'ya funciona, gracias',
    'funciona ahora',
    'solucionado',
    'sí, gracias',
    'ça marche maintenant',
    'oui merci',
    "c'est réglé",
    'es geht wieder',
    'jetzt funktioniert es',
    'ja danke, klappt',
    'hat geholfen',
    'back to normal',
    'it turned out to work',
    'sí, ya está arreglado',
    'Problem solved',
    "great it's connecting now",
    'that fixed it',
    'oh it worked',
    'yes it is working fine now',
  ],
  failed: [
    'no',
    'nope',
    'still not working',
    'I did it. Nothing.',
    'I tried another charger, still nothing',
    '👎',
    "it still won't connect",
    "didn't help",
    'no luck',
    'nothing changed',
    'same problem',
    'not working',
    "doesn't work",
    'no change at all',
    'still nothing',
    'No, sigue sin funcionar',
    'no funciona',
    'tampoco',
    'sigue igual',
    'ça ne marche toujours pas',
    'non',
    "rien n'y fait",
    'toujours rien',
    'geht immer noch nicht',
    'nein',
    'leider nicht',
    'hilft nicht',
    'funktioniert nicht',
    'hat nicht geholfen',
    'i already did that',
    'tried that, no difference',
    'it works but only for a minute',
    'worked for a second and then it disconnected again but',
    'that made it worse',
    'not really',
    'Still the same',
    "it isn't working",
    'nothing works',
    'no ha funcionado',
    'ça marche pas',
    'immer noch dasselbe',
    'it did not help',
    'unfortunately it did not work',
    'nah still dead',
    'no go',
    'not fixed',
    'keeps disconnecting',
    'it disconnects again',
  ],
  cannot: [
    "I can't do that",
    "I don't have another phone",
    'i cannot find the button',
    'skip',
    'next step please',
    'no tengo otro cable',
    "je n'ai pas d'autre câble",
    'das kann ich nicht machen',
    'ich habe kein anderes Handy',
    'no puedo hacerlo',
    'je ne peux pas',
    'there is no reset button',
    'I dont have a usb cable',
  ],
  how: [
    'how do I do that?',
    'where is the power button?',
    'what do you mean',
    'can you explain',
    "I don't understand",
    '¿cómo lo hago?',
    'wie geht das?',
    'comment faire ?',
    'which button?',
    'how long do I hold it',
  ],
  later: [
    "I'll try later",
    'will try tonight',
    'one moment',
    'wait',
    'let me try',
    'ok',
    'thanks',
    'ok i will try that',
    'un momento',
    'je vais essayer',
    'probiere ich gleich',
    'give me 5 minutes',
    'hold on',
    'trying now',
  ],
  done: ['done', 'I did that', 'restarted it', 'I have restarted both', 'hecho', 'gemacht'],
  nothing: [
    'where is my order',
    'what about my refund of $20',
    'I want to return them',
    'do you sell cables',
    'how much is shipping to LA',
    'can I pay by card',
    'is my order shipped yet',
  ],
};

const SYMPTOMS_TOLD: [text: string, kind: string, symptom: string][] = [
  ["my headphones won't connect", 'headphones', 'no-connection'],
  ['no sound from left ear of my earbuds', 'headphones', 'one-side'],
  ['kettle wont turn on', 'kettle', 'no-power'],
  ['The kettle does not heat', 'kettle', 'no-power'],
  ['camera pictures are blurry', 'camera', 'image'],
  ['watch battery drains fast', 'watch', 'battery'],
  ['charger gets really hot', 'charger', 'overheating'],
  ['keyboard keys are sticking', 'keyboard', 'buttons'],
  ['lamp keeps flickering', 'lamp', 'light'],
  ['zip on my backpack broke', 'backpack', 'wear'],
  ['the blanket is pilling', 'blanket', 'wear'],
  ['app keeps crashing', 'app', 'crash'],
  ['i cant log in to my account', 'account', 'login'],
  ['website shows error 500', 'website', 'page'],
  ['i never got the verification email for my account', 'account', 'message'],
  ['my speaker crackles', 'speaker', 'noise'],
  ['my watch shows wrong heart rate', 'watch', 'measure'],
  ['phone does not charge with your charger', 'charger', 'charging'],
  ['my altavoz no suena nada', 'speaker', 'no-sound'],
  ['mein Lautsprecher hat keinen Ton', 'speaker', 'no-sound'],
  ['mi cámara no enciende', 'camera', 'no-power'],
  ['ma montre ne se synchronise pas', 'watch', 'sync'],
  ["mon enceinte n'a pas de son", 'speaker', 'no-sound'],
  ['meine Uhr lädt nicht', 'watch', 'charging'],
  ['my headphones dont connect', 'headphones', 'no-connection'],
  ['headphones wont turn on', 'headphones', 'no-power'],
  ['bluetooth earphones not pairing with iphone', 'headphones', 'no-connection'],
  ["my wireless keyboard isn't typing", 'keyboard', 'buttons'],
  ['speaker not charging', 'speaker', 'charging'],
  ['kettle leaking water everywhere', 'kettle', 'leak'],
  ['cam memory card error in camera', 'camera', 'storage'],
  ['firmware update failed on my watch', 'watch', 'update'],
  ['the touchscreen of my watch is not responding', 'watch', 'display'],
  ['my lamp is broken', 'lamp', 'null'],
  ['watch strap broke', 'watch', 'wear'],
  ['mi reloj no carga', 'watch', 'charging'],
  ['la app se cierra sola', 'app', 'crash'],
  ['Wasserkocher geht nicht an', 'kettle', 'no-power'],
  ['bouilloire fuit', 'kettle', 'leak'],
  ['my headset mic is not working', 'headphones', 'null'],
  ['charger stopped working', 'charger', 'null'],
  ['my phone wont connect to the speaker', 'speaker', 'no-connection'],
  ['wasserkocher ist undicht', 'kettle', 'leak'],
  ['speaker dead', 'speaker', 'no-power'],
  ['sound is distorted on my headphones', 'headphones', 'noise'],
  ['my headphones keep cutting out', 'headphones', 'no-connection'],
  ['cant hear anything in my headphones', 'headphones', 'no-sound'],
  ['the volume of my speaker is too low', 'speaker', 'no-sound'],
  ['wont hold a charge my watch', 'watch', 'battery'],
  ["page won't load on the website", 'website', 'page'],
  ['headphones not detected by laptop', 'headphones', 'no-connection'],
];

const WISHES: [text: string, wish: string][] = [
  ['how do i set up my watch', 'how to'],
  ['I found a bug in the app', 'report'],
  ['is my lamp under warranty', 'warranty'],
  ['how long is the warranty', 'about warranty'],
  ['my headphones wont connect', 'problem'],
  ['status of BUG-2041', 'bug state'],
  ['I have the same problem as BUG-2041', 'report'],
  ['how do I fix my headphones not connecting?', 'problem'],
  ['Can you help me with my headphones?', 'problem'],
  ['my watch is acting up, can you help?', 'problem'],
  ['¿Cómo limpio mi hervidor?', 'how to'],
  ['wie entkalke ich den Wasserkocher', 'how to'],
  ['garantie de ma montre ?', 'warranty'],
  ['quiero comunicar un fallo', 'report'],
  ['what warranty do you offer', 'about warranty'],
];

const TRIED: [text: string, steps: string][] = [
  ['already restarted and reset it', 'restart,factory-reset'],
  ['do I need to restart it?', ''],
  ['I tried another cable and a different outlet', 'other-cable,other-socket'],
  ['it broke after the update', ''],
  ['ya lo reinicié y probé otro cable', 'restart,other-cable'],
  ['habe schon neu gestartet', 'restart'],
  ["j'ai déjà redémarré", 'restart'],
  ['turned it off and on again, nothing', 'restart'],
  ['Restarted, re-paired, reinstalled the app', 'restart,forget-pairing,reinstall-app'],
  ["I've unpaired and paired it again", 'forget-pairing'],
];

describe('the words of technical help', () => {
  for (const [reply, texts] of Object.entries(REPLIES))
    it(`reads an answer to "did that help?": ${reply}`, () => {
      for (const text of texts) assert.equal(readReply(text) ?? 'nothing', reply, text);
    });

  it('reads the device and what is wrong with it', () => {
    for (const [text, kind, symptom] of SYMPTOMS_TOLD) {
      const device = readDevice(text);
      assert.deepEqual([device?.kind, String(readSymptom(text, device?.kind ?? null))], [kind, symptom], text);
    }
  });

  it('reads what is wanted', () => {
    for (const [text, wish] of WISHES) assert.equal(readWish(text), wish, text);
  });

  it('reads what was tried, and takes no question for a deed', () => {
    for (const [text, steps] of TRIED) assert.equal(readTried(text).join(), steps, text);
  });

  for (const language of LANGUAGES) {
    const words = technicalWords(language);
    it(`understands every choice that it offers (${language})`, () => {
      assert.equal(readReply(words.worksChoice().value), 'worked');
      assert.equal(readReply(words.failsChoice().value), 'failed');
      assert.equal(readReply(words.cannotChoice().value), 'cannot');
      assert.equal(readReply(words.reportChoice().value), 'report');
      for (const [kind, symptoms] of Object.entries(USUAL))
        for (const symptom of symptoms)
          assert.equal(readSymptom(words.symptom(symptom), kind as DeviceKind), symptom, `${kind}: ${symptom}`);
    });

    it(`has a sentence for everything, with nothing left open in it (${language})`, () => {
      const device = words.yourDevice({ kind: 'lamp', name: 'Studio Lamp' });
      assert.ok(device.includes('Studio Lamp'));
      for (const kind of DEVICE_KINDS) assert.ok(words.yourDevice({ kind }).length > 3, kind);
      for (const symptom of SYMPTOMS) assert.ok(words.symptom(symptom).length > 3, symptom);
      for (const step of STEP_IDS) assert.match(words.steps[step], /^\*\*.+\*\*/, step);
      assert.ok(new Set(Object.values(words.steps)).size === STEP_IDS.length);
      for (const said of [1, 2, 3, 4, 5, 6].map((attempt) => words.oneStep({ attempt }))) assert.match(said, /:$/);
    });
  }
});

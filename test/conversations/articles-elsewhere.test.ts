// Questions in Spanish, French and German that an English article answers: it is found by its subject, told as what it is,
// and a person is offered.
import assert from 'node:assert/strict';
import { makeDemoShop } from '../../models/shop/demo.ts';
import type { StoredArticle } from '../../models/shop/support.ts';
import { world } from '../support/world.ts';

/** The article that answers, and the question in each language. */
const QUESTIONS: Record<string, [es: string, fr: string, de: string]> = {
  'KB-001': [
    '¿Dónde encuentro el manual de instrucciones?',
    'Où trouver le mode d’emploi ?',
    'Wo finde ich die Bedienungsanleitung?',
  ],
  'KB-004': [
    '¿Cómo limpio las almohadillas de los auriculares?',
    'Comment nettoyer les coussinets du casque ?',
    'Wie reinige ich die Ohrpolster der Kopfhörer?',
  ],
  'KB-005': [
    '¿Puedo usar dos altavoces en estéreo?',
    'Peut-on utiliser deux enceintes en stéréo ?',
    'Kann ich zwei Lautsprecher als Stereo-Paar benutzen?',
  ],
  'KB-010': [
    '¿Puedo usar el cargador en el extranjero?',
    'Puis-je utiliser le chargeur à l’étranger ?',
    'Kann ich das Ladegerät im Ausland benutzen?',
  ],
  'KB-012': [
    '¿Cómo monto la lámpara?',
    'Quelle ampoule faut-il pour la lampe ?',
    'Welches Leuchtmittel brauche ich für die Lampe?',
  ],
  'KB-013': ['¿Cómo se lava la manta?', 'Comment sécher la couverture après le lavage ?', 'Wie wasche ich die Decke?'],
  'KB-016': [
    '¿Cómo vuelvo a los valores de fábrica?',
    'Comment revenir aux réglages d’usine ?',
    'Wie stelle ich die Werkseinstellungen wieder her?',
  ],
  'KB-018': [
    '¿Cómo actualizo el firmware?',
    'Comment mettre à jour le firmware ?',
    'Wie aktualisiere ich die Firmware?',
  ],
  'KB-019': [
    '¿Cómo hago que la batería dure más?',
    'Comment prolonger l’autonomie de la batterie ?',
    'Wie hält der Akku länger?',
  ],
  'KB-022': [
    '¿Cómo limpio mis aparatos?',
    'Comment nettoyer mes appareils ?',
    'Womit soll ich meine Geräte reinigen? Wie reinige ich sie?',
  ],
  'KB-023': ['¿Cuánto dura la garantía?', 'Que couvre la garantie ?', 'Wie lange ist die Garantie?'],
  'KB-024': [
    '¿Dónde puedo reciclar un aparato viejo?',
    'Où recycler un vieil appareil ?',
    'Wo kann ich alte Geräte entsorgen?',
  ],
  'KB-025': [
    '¿Puedo ducharme con el reloj?',
    'Puis-je nager avec la montre ?',
    'Was tun, wenn die Uhr nass geworden ist?',
  ],
  'KB-027': [
    '¿Cómo quito la cal del hervidor?',
    'Comment détartrer la bouilloire ?',
    'Wie entkalke ich den Wasserkocher?',
  ],
  'KB-029': [
    '¿Cuáles son los primeros pasos con la cámara?',
    'Quels sont les premiers pas avec l’appareil photo ?',
    'Was sind die ersten Schritte mit der Kamera?',
  ],
  'KB-031': [
    '¿Qué tarjeta de memoria lleva la cámara?',
    'Quelle carte mémoire pour l’appareil photo ?',
    'Welche Speicherkarte passt in die Kamera?',
  ],
  'KB-034': [
    '¿Cómo mide el reloj el pulso?',
    'Comment la montre mesure-t-elle le pouls ?',
    'Wie misst die Uhr den Puls?',
  ],
  'KB-035': [
    '¿Cómo activo las notificaciones del reloj?',
    'Comment activer les notifications de la montre ?',
    'Wie bekomme ich Benachrichtigungen auf die Uhr?',
  ],
  'KB-037': [
    '¿Cómo ajusto las correas de la mochila?',
    'Comment régler les sangles du sac à dos ?',
    'Wie stelle ich die Gurte am Rucksack ein?',
  ],
  'KB-038': ['¿La mochila aguanta la lluvia?', 'Le sac à dos résiste-t-il à la pluie ?', 'Ist der Rucksack regenfest?'],
  'KB-039': ['¿Cómo cambio mi contraseña?', 'Comment changer mon mot de passe ?', 'Wie ändere ich mein Passwort?'],
  'KB-041': [
    '¿Cómo cambio mi nombre en el perfil?',
    'Comment modifier mes coordonnées dans mon profil ?',
    'Wie kann ich meine Kontaktdaten ändern?',
  ],
  'KB-042': ['¿Qué cookies usan?', 'Quels cookies utilisez-vous ?', 'Welche Cookies benutzen Sie?'],
  'KB-043': [
    'Quiero vender mis auriculares, ¿qué debo hacer?',
    'Que faire avant de revendre mon casque ?',
    'Was muss ich tun, bevor ich die Kopfhörer verkaufe?',
  ],
  'KB-048': ['¿Cuál es su número de teléfono?', 'Quel est votre numéro de téléphone ?', 'Wie ist Ihre Telefonnummer?'],
  'KB-049': [
    '¿Cuál es su política de devoluciones?',
    'Quelle est votre politique de retour ?',
    'Wie ist das Rückgaberecht bei Ihnen?',
  ],
  'KB-050': ['¿Puedo pagar a plazos?', 'Acceptez-vous PayPal ?', 'Kann ich in Raten zahlen?'],
};

const TONGUES = ['es', 'fr', 'de'] as const;
const IN_ENGLISH = { es: 'en inglés', fr: 'en anglais', de: 'auf Englisch' };
const PERSON = { es: 'Hablar con una persona', fr: 'Parler à une personne', de: 'Mit einem Menschen sprechen' };
const articles = makeDemoShop().shop_articles as StoredArticle[];

describe('what is known of a thing, asked for in another language', () => {
  for (const [question, lead, fact] of [
    ['Ist die Uhr wasserdicht?', 'auf Englisch', 'swimming in fresh water'],
  ] as const)
    it(`is told, and said to be in English: ${question}`, async () => {
      const its = world();
      await its.customer(question);
      const { text } = its.said[0]!;
      assert.ok(text.includes(lead) && text.includes(fact), text);
    });
});

describe('an English article, asked for in another language', () => {
  for (const [id, questions] of Object.entries(QUESTIONS)) {
    for (const [at, tongue] of TONGUES.entries()) {
      it(`${id} in ${tongue}: ${questions[at]}`, async () => {
        const its = world();
        await its.customer(questions[at]!);
        const [said] = its.said;
        const { title, body } = articles.find((one) => one._id === id)!;
        assert.ok(said!.text.includes(`${id} `) && said!.text.includes(title), said!.text);
        assert.ok(said!.text.includes(`> ${body.trim().slice(0, 60)}`), `its text is quoted: ${said!.text}`);
        assert.ok(said!.text.includes(IN_ENGLISH[tongue]), 'it is said to be in English');
        assert.deepEqual(said!.choices, [PERSON[tongue]]);
      });
    }
  }

  it('is not guessed where the subject is unknown', async () => {
    for (const text of [
      '¿Venden ustedes su fábrica de queso?',
      'Quelle est la capitale de la France ?',
      'Wie wird das Wetter morgen?',
    ]) {
      const its = world();
      await its.customer(text);
      assert.ok(!/KB-\d/.test(its.said[0]!.text), its.said[0]!.text);
    }
  });
});

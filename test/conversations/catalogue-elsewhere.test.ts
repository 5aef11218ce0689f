// What is sold, asked for in Spanish, French and German in the words that people have for it.
import assert from 'node:assert/strict';
import { world } from '../support/world.ts';

/** The last word of the products' names, and questions. */
const QUESTIONS: Record<string, string[]> = {
  Headphones: [
    '¿Cuánto cuestan los cascos?',
    '¿Tienen audífonos?',
    'Busco unos auriculares',
    'Avez-vous des écouteurs ?',
    'Combien coûte un casque audio ?',
    'Was kosten Ohrhörer?',
    'Haben Sie Kopfhörer?',
  ],
  Speaker: [
    '¿Tienen bafles?',
    '¿Venden altavoces?',
    '¿Cuánto vale un parlante?',
    'Avez-vous des enceintes ?',
    'Je cherche un haut-parleur',
    'Ich suche einen Lautsprecher',
    'Haben Sie Boxen?',
  ],
  Keyboard: ['¿Venden teclados?', 'Je voudrais un clavier', 'Ich hätte gern eine Tastatur'],
  Lamp: [
    '¿Hay lámparas de mesa?',
    'Combien pour une lampe de bureau ?',
    'Haben Sie Schreibtischlampen?',
    'Gibt es Stehlampen?',
  ],
  Backpack: [
    '¿Tenéis mochilas?',
    'Vendez-vous des sacs à dos ?',
    'Wie viel kostet ein Rucksack?',
    'Haben Sie Rucksäcke?',
  ],
  Kettle: [
    '¿Cuánto vale una tetera?',
    '¿Tienen hervidores?',
    'Quel est le prix d’une bouilloire ?',
    'Was kostet ein Wasserkocher?',
  ],
  Camera: [
    'Quiero comprar una cámara de fotos',
    'Avez-vous des appareils photo ?',
    'Haben Sie Fotoapparate?',
    'Was kostet eine Kamera?',
  ],
  Watch: [
    '¿Tienen relojes inteligentes?',
    'Vous avez des montres connectées ?',
    'Verkaufen Sie Smartwatches?',
    'Gibt es Uhren?',
  ],
  Blanket: ['¿A cuánto está la manta?', 'Vendez-vous des plaids ?', 'Gibt es Wolldecken?', 'Haben Sie Kuscheldecken?'],
  Charger: ['Busco un cargador', 'Je cherche un chargeur', 'Habt ihr Ladegeräte?', 'Was kostet ein Netzteil?'],
};

describe('what is sold, asked for in another language', () => {
  for (const [thing, questions] of Object.entries(QUESTIONS))
    for (const question of questions)
      it(`${thing}: ${question}`, async () => {
        const its = world();
        await its.customer(question);
        const text = its.said[0]!.text;
        const names = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name]) => name!);
        assert.ok(names.length >= 3 && names.every((name) => name.endsWith(thing)), text);
      });

  it('keeps the colour, the limit and the wish for less', async () => {
    for (const [question, says, not] of [
      ['Haben Sie Kopfhörer unter 95 Dollar?', 'Compact Headphones', 'Classic Headphones'],
      ['¿Tienen auriculares rojos?', 'Studio Headphones', 'Wireless Headphones'],
      ['Avez-vous un casque pas cher ?', '89,99', 'Que se passe-t-il'],
    ] as const) {
      const its = world();
      await its.customer(question);
      assert.ok(its.said[0]!.text.includes(says) && !its.said[0]!.text.includes(not), its.said[0]!.text);
    }
  });

  it('does not take trouble for a wish to buy', async () => {
    for (const question of [
      'Gibt es ein Problem mit der Kamera?',
      'Mi cargador no funciona',
      'Vous avez un casque qui ne marche pas',
    ]) {
      const its = world();
      await its.customer(question);
      assert.ok(!its.said[0]!.text.includes('US$'), its.said[0]!.text);
    }
  });
});

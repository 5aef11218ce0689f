// Another shop's things are read as well as the demo shop's, and a support desk's own words are no things.
import assert from 'node:assert/strict';
import { createClassifier } from '../../agents/classifier/index.ts';
import { learnGoods, namedKind, ofGoods, readMake, readProductNames } from '../../agents/goods.ts';
import { namesThing, readKind, readOrderWish } from '../../agents/order/wish.ts';

const SHOES = [
  'Trail Shoes',
  'City Shoes',
  'Trail Jacket',
  'City Jacket',
  'Merino Dress',
  'Gift Card',
  'Rain Coat 2.0',
].map((name) => ({ name }));

describe('what is sold', () => {
  afterEach(() => learnGoods([]));

  it('is read by its kind, whatever shop it is', () => {
    assert.equal(namedKind('do you have dresses in red?'), null);
    learnGoods(SHOES);
    assert.equal(namedKind('do you have dresses in red?'), 'dresses');
    assert.equal(namedKind('my shoe is torn'), 'shoe');
    assert.equal(namedKind('a coat for the rain'), 'coat');
    assert.equal(namedKind('my camera'), null, 'which this shop does not sell');
    assert.ok(namesThing('send the jacket back'));
    assert.equal(readOrderWish('remove one jacket, please'), 'items');
  });

  it('is recommended for what somebody likes only where it is sold', () => {
    assert.equal(readKind('something for a photographer'), 'camera');
    learnGoods(SHOES);
    assert.equal(readKind('something for a photographer'), null);
  });

  it('is told apart by its make', () => {
    learnGoods(SHOES);
    assert.equal(readMake('the Trail Shoes, not the others'), 'Trail Shoes');
    assert.equal(readMake('the merino dress'), null, 'nothing else is made of it');
    assert.equal(readMake('the travel headphones'), null);
  });

  it('is named as the catalogue writes it, in either number', () => {
    learnGoods(SHOES);
    assert.deepEqual(readProductNames('is the  trail shoe like the city shoes? the Trail Shoes are nice'), [
      'Trail Shoes',
      'City Shoes',
    ]);
    assert.deepEqual(readProductNames('detrail shoestring'), []);
    const { entities } = createClassifier().classify('How much are the City Shoes to Berlin?');
    assert.deepEqual(entities.products, ['City Shoes']);
    assert.deepEqual(entities.places, ['Berlin']);
  });

  it('takes no word of the desk for a thing', () => {
    learnGoods(SHOES);
    assert.equal(namedKind('my card was charged'), null);
  });

  it('reads names with signs of patterns in them, and builds no pattern twice', () => {
    let built = 0;
    const pattern = ofGoods(({ thing }) => {
      built += 1;
      return new RegExp(thing);
    });
    learnGoods([{ name: 'C++ (Book)' }, { name: 'Mug [blue' }, { name: '' }]);
    pattern();
    pattern();
    assert.equal(built, 1);
    assert.deepEqual(readProductNames('one C++ (book), please'), ['C++ (Book)']);
    assert.deepEqual(readProductNames('nothing'), []);
  });
});

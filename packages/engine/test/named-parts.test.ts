/** Names that hold their part of the body, told apart: what is written either way is one finding, and a state that organs share is found at each. */
import { describe, expect, it } from 'vitest';
import { toldIn } from './support/english.ts';
import { foundIn, impression } from './support/impression.ts';

describe('what is found in a part of the body has the name that holds it', () => {
  it.each([
    ['There is obstruction of the small bowel.', 'small-bowel-obstruction:present'],
    ['Rupture of the right globe.', 'globe-rupture:present'],
    ['Thrombosis of the superior sagittal sinus.', 'cerebral-venous-thrombosis:present'],
    ['No stenosis of the aortic valve.', 'aortic-stenosis:absent'],
    ['Possible tear of the rotator cuff.', 'rotator-cuff-tear:possible'],
    ['Emphysema of the chest wall.', 'subcutaneous-emphysema:present'],
    // not everything that is said of a part is its name
    ['Malignancy in the liver.', 'malignancy:present'],
    ['Cyst in the mediastinum.', 'cyst:present'],
  ])('%s', (text, wanted) => expect(foundIn(text)).toContain(wanted));

  it('but its own where two parts would give it two names', () => {
    expect(foundIn('Fracture of the lateral malleolus of the ankle.')).toEqual(['fracture:present']);
  });
});

describe('a state of an organ has the name that holds the organ', () => {
  it.each([
    ['The basal cisterns are effaced.', 'cistern-effacement:present', 'emergency'],
    ['The epiglottis is swollen.', 'epiglottitis:present', 'emergency'],
    ['The pancreatic duct is mildly dilated.', 'pancreatic-duct-dilation:present', 'soon'],
    ['The endometrium is thickened.', 'endometrial-thickening:present', 'soon'],
    ['The left ureter is not dilated.', 'ureteral-dilatation:absent', 'reassuring'],
    ['The small bowel may be dilated.', 'dilated-small-bowel:possible', 'soon'],
  ])('%s', (text, wanted, tier) => {
    expect(foundIn(text)).toContain(wanted);
    expect(impression(text).urgency.tier).toBe(tier);
  });
  it('a bladder that is full is no finding', () => {
    expect(foundIn('The bladder is well distended.')).toEqual([]);
    expect(foundIn('The bladder is distended.')).toEqual([]);
  });
});

describe('a state that organs share is found at each', () => {
  it.each([
    ['Enlarged liver and spleen.', ['hepatomegaly:present', 'splenomegaly:present']],
    ['The liver, spleen and stomach are enlarged.', ['hepatomegaly:present', 'splenomegaly:present']],
    ['No enlarged heart or liver.', ['cardiomegaly:absent', 'hepatomegaly:absent']],
    ['Dilated common bile duct and pancreatic duct.', ['biliary-dilation:present', 'pancreatic-duct-dilation:present']],
    [
      'The left atrium and the left ventricle are dilated.',
      ['left-atrial-enlargement:present', 'left-ventricular-enlargement:present'],
    ],
    // what stands behind the second organ is its own
    ['Enlarged heart and lungs are clear.', ['cardiomegaly:present']],
    ['Enlarged liver and normal spleen.', ['hepatomegaly:present']],
    ['No lesion of the liver, and the spleen is enlarged.', ['liver-lesion:absent', 'splenomegaly:present']],
    ['Normal liver and enlarged spleen.', ['splenomegaly:present']],
  ])('%s', (text, wanted) => expect(foundIn(text)).toEqual(wanted));
  it('and told of each', () => {
    expect(impression('Enlarged heart and liver.').items[0]?.plain[0]?.text).toBe('Your heart and liver are enlarged.');
  });
});

describe('other languages name the part once', () => {
  it.each([
    ['es', 'There is a 3 cm mass in the head of the pancreas.', 'Hay un bulto (3 cm) en la cabeza del páncreas.'],
    ['zh', 'There is a 3 cm mass in the head of the pancreas.', '胰头有肿块（3 cm）。'],
  ] as const)('%s', (language, text, told) => {
    const { items } = toldIn(language).explain({ kind: 'text', text: `IMPRESSION: ${text}` });
    expect(items[0]?.plain.map((sentence) => sentence.text)).toEqual([told]);
  });
});

/** Parts of the body that share a noun are places of their own, and share its side. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { toldOf } from './support/impression.ts';

const placesOf = (text: string): readonly string[] =>
  (english().read({ kind: 'text', text }).findings[0]?.anatomy ?? []).map(
    ({ concept, laterality }) => `${laterality ?? '-'} ${concept}`,
  );

describe('places that share a noun', () => {
  it.each([
    ['Opacity in the right upper and lower lobes.', ['right upper-lobe', 'right lower-lobe']],
    [
      'Opacities in the right upper, middle and lower lobes.',
      ['right upper-lobe', 'right right-middle-lobe', 'right lower-lobe'],
    ],
    ['Opacities in right lower and left lower lobes.', ['right lower-lobe', 'left left-lower-lobe']],
    ['Bilateral upper and lower lobe opacities.', ['bilateral upper-lobe', 'bilateral lower-lobe']],
    ['Tear of the medial and lateral menisci.', ['- medial-meniscus', '- lateral-meniscus']],
    ['Thrombus in the left peroneal and posterior tibial veins.', ['left peroneal-vein', 'left posterior-tibial-vein']],
  ])('%s → %j', (text, expected) => expect(placesOf(text)).toEqual(expected));

  it.each([
    [
      'Opacity in the right upper and lower lobes.',
      'There is a cloudy area in the upper part of the right lung and the lower part of the right lung.',
    ],
    [
      'Opacities in the bilateral upper and lower lobes.',
      'There are cloudy areas in the upper parts of both lungs and the lower parts of both lungs.',
    ],
    [
      'Opacities in right middle and left lower lobes.',
      'There are cloudy areas in the middle part of the right lung and the lower part of the left lung.',
    ],
    [
      'No fracture of the right superior or inferior pubic rami.',
      'There is no break of the right upper front bone of the pelvis or right lower front bone of the pelvis.',
    ],
    [
      'Right upper and left lower quadrant pain.',
      'There is pain in the upper right part of the belly and the lower left part of the belly.',
    ],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('places that share their first word', () => {
  it.each([
    ['Fracture of the right femoral head and neck.', ['right femoral-head', 'right femoral-neck']],
    ['Lucency in the femoral neck and head.', ['- femoral-neck', '- femoral-head']],
    ['Mass in the pancreatic head, neck and body.', ['- pancreatic-head', '- pancreatic-neck', '- pancreatic-body']],
    [
      'Thrombus in the superior mesenteric artery and vein.',
      ['- superior-mesenteric-artery', '- superior-mesenteric-vein'],
    ],
    ['Mass in the left breast and neck.', ['left breast', 'left neck']],
  ])('%s → %j', (text, expected) => expect(placesOf(text)).toEqual(expected));

  it.each([
    ['Pancreatic body and tail are normal.', 'The middle of your pancreas and the tail of the pancreas are normal.'],
    [
      'The left atrium and ventricle are dilated.',
      'Your upper left heart chamber and lower left heart chamber are widened.',
    ],
    ['Head and neck are normal.', 'Your head and neck are normal.'],
    ['Chest wall and neck are normal.', 'Your chest wall and neck are normal.'],
    ['Femoral head and neck lymph nodes.', 'The ball of your hip and the lymph nodes in the neck.'],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('organs of one list', () => {
  it.each([
    [
      'Left upper lobe and lower lobe consolidation.',
      'There is a filled-in area in the upper part of the left lung and the lower part of the left lung.',
    ],
    [
      'Right middle lobe and lower lobe atelectasis.',
      'There is a collapsed part in the middle part of the right lung and the lower part of the right lung.',
    ],
    ['Left shoulder, elbow and wrist are normal.', 'Your left shoulder, left elbow and left wrist are normal.'],
    ['Right breast and axilla show no mass.', 'Your right breast and right armpit show no lump.'],
  ])('share the side of the first: %s', (text, expected) => expect(toldOf(text)).toBe(expected));

  it.each([
    ['Left kidney and bladder stones.', 'There are stones in the left kidney and in the bladder.'],
    ['Left lung and heart are normal.', 'Your left lung and heart are normal.'],
    ['Left hip and knees are normal.', 'Your left hip and knees are normal.'],
    ['Masses in the left lung and thyroid gland.', 'There are lumps in the left lung and the thyroid gland.'],
    [
      'Metastases in the left lung, lymph node and brain.',
      'There are spots of cancer spread in the left lung, the lymph node and the brain.',
    ],
    ['Pain in the left hip and knee on the right.', 'There is pain in the left hip and the knee on the right.'],
    [
      'Left kidney and right ureter stones.',
      'There are stones in the left kidney and the tube from the right kidney to the bladder.',
    ],
  ])('keep their own: %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('where within an organ a finding lies', () => {
  it.each([
    ['Left posterior airspace opacity.', 'There is a cloudy area at the back of the left lung.'],
    ['Possible apical cavitation.', 'There is a possible hollow spot at the tip of the lung.'],
    ['Increased markings in the peripheral aspect of the lung.', 'Increased markings in the outer part of the lung.'],
    ['Tear of the anterior and mid fibers.', 'There is a tear of the front and middle fibers.'],
    ['The mass is posterior.', 'The lump is at the back.'],
    ['No anterior mass.', 'There is no lump at the front.'],
    ['Posterior mass of the liver.', 'There is a back lump of the liver.'],
    ['Anterior and central emboli.', 'Front and central blood clots that have moved.'],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

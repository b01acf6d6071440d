/** An ordinal before a bone says which bone it is, not how many things were found. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const told = (impression: string): string =>
  english()
    .explain({ kind: 'text', text: `CT\n\nIMPRESSION: ${impression}` })
    .items.flatMap(({ plain }) => plain.map(({ text }) => text))
    .join(' ');

describe('which bone', () => {
  it.each([
    ['Fourth rib fracture.', 'There is a broken fourth rib.'],
    ['Left sixth rib fracture.', 'There is a broken left sixth rib.'],
    ['No second toe fracture.', 'There is no broken second toe.'],
    ['Third rib metastasis.', 'There is cancer spread in the third rib.'],
    ['Third metatarsal head edema.', 'There is swelling in the third long foot bone.'],
    ['Right 8th and 9th rib fractures.', 'There are broken ribs (8th and 9th) on the right.'],
    ['Second metatarsal stress fracture.', 'There is a broken long foot bone (second metatarsal).'],
    ['Third posterior rib fracture.', 'There is a broken third rib at the back.'],
    ['Third and fourth right rib fractures.', 'There are broken ribs (third and fourth) on the right.'],
    [
      'Fourth and fifth metatarsal fractures.',
      'There are broken outer long foot bones (fourth and fifth metatarsals).',
    ],
    ['Fifth metatarsal fracture.', 'There is a broken outer long foot bone.'],
  ])('%s', (text, plain) => {
    expect(told(text)).toBe(plain);
  });
});

describe('how many', () => {
  it.each([
    ['A second rib fracture is seen.', 'A second broken rib is seen.'],
    ['A third nodule is seen.', 'A third small lump is seen.'],
    ['A second left rib fracture is seen.', 'A second broken left rib is seen.'],
    ['Fracture of the fourth rib.', 'There is a break of the fourth rib.'],
    ['The second metatarsal head is intact.', 'Your second long foot bone is unbroken.'],
  ])('%s', (text, plain) => {
    expect(told(text)).toBe(plain);
  });
});

describe('what reaches a place, and what is joined to it', () => {
  it.each([
    ['Left cavernous sinus extension.', 'There is spread into the vein space behind the left eye.'],
    ['No mediastinal extension.', 'There is no spread into the middle of the chest.'],
    ['Sinus tract communicates with the knee joint.', 'A tunnel between parts of the body connects with the knee.'],
    ['The sigmoid plate is intact.', 'The bony wall of your large vein behind the ear is unbroken.'],
    ['11 mm segment 5 nodule.', 'There is an 11 mm lump in part 5.'],
    ['No segment 2A lesion.', 'There is no abnormal area in part 2A.'],
    ['Simple cyst in segment 5.', 'There is a simple fluid-filled sac in part 5.'],
    [
      '6 mm left MCA bifurcation aneurysm.',
      'There is a 6 mm bulge in a blood vessel in the fork of the side artery of the brain on the left.',
    ],
    ['Both fetal hearts are active.', 'Hearts of both babies are active.'],
    ['Both fetal kidneys are normal.', 'Both kidneys of the baby are normal.'],
    ['Mitral inflow variation 30%.', 'There is a change in the filling of the heart with each breath 30%.'],
  ])('%s', (text, plain) => {
    expect(told(text)).toBe(plain);
  });
});

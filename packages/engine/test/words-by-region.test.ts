/** Words that reports hold region by region: told in plain words, and in the sense that they have there. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explained = (exam: string, statement: string) =>
  english().explain({ kind: 'text', text: `EXAM: ${exam}\n\nFINDINGS: ${statement}\n\nIMPRESSION: ${statement}\n` });

const plain = (exam: string, statement: string): string =>
  explained(exam, statement)
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');

describe('words by region', () => {
  it.each([
    [
      'a scar around an implant is no stiff joint',
      'MRI BREAST',
      'Capsular contracture.',
      'tight scar around a breast implant',
    ],
    [
      'Paget disease of a breast is no bone disease',
      'MAMMOGRAM',
      'Paget disease of the nipple.',
      'cancer in the skin of the nipple',
    ],
    ['a papilloma of the nose is in no milk duct', 'CT SINUSES', 'Inverted papilloma.', 'growth in the nose'],
    [
      'outside the marrow is not outside the spinal cord',
      'PET/CT',
      'Extramedullary disease.',
      'outside the bone marrow',
    ],
    ['the disc of the wrist is none of the spine', 'MRI WRIST', 'Tear of the TFCC disc.', 'cartilage pad in the wrist'],
    [
      'a band of the wrist is not at the kneecap',
      'MRI WRIST',
      'The flexor retinaculum is normal.',
      'nerve tunnel of your wrist',
    ],
    ['a limb of a stent graft is no arm or leg', 'CTA EVAR', 'Limb kinking on the right.', 'lining tube'],
    [
      'food that slips down early is no dye in the belly',
      'BARIUM SWALLOW',
      'Premature spillage.',
      'slips down too early',
    ],
    [
      'a pulse that rises is no enlarged heart',
      'STRESS TEST',
      'The heart rate increased to 150 beats per minute.',
      'The pulse is increased',
    ],
    [
      'METs of a treadmill are no spread of cancer',
      'TREADMILL STRESS TEST',
      'Peak work was 7 METs.',
      '7 units of effort (METs)',
    ],
    ['a shunt of the brain drains', 'CT HEAD', 'The shunt is in the right ventricle of the brain.', 'drain tube'],
  ])('%s', (_, exam, statement, expected) => {
    expect(plain(exam, statement)).toContain(expected);
  });

  it('a medicine is told with its name and what it is for', () => {
    expect(plain('CT', 'The scan was done after furosemide.')).toContain('furosemide (a drug to pass more urine)');
    expect(explained('CT', 'The scan was done after furosemide.').notExplained).toEqual([]);
  });

  it('units of figures go without a plainer word', () => {
    expect(explained('PET/CT', 'A dose of 10 mCi was given.').notExplained).toEqual([]);
  });

  it.each([
    ['a thing lies in another', 'A cyst is seen within the liver.', 'A fluid-filled sac is seen in the liver.'],
    ['a time keeps its end', 'Follow-up ultrasound within 2 weeks is advised.', 'within 2 weeks'],
    ['evidence is a sign', 'No evidence of fractures.', 'There is no sign of broken bones.'],
    ['signs are many', 'There is evidence of fractures.', 'There are signs of broken bones.'],
    [
      'an opening says no more than the change',
      'There has been interval removal of the chest tube.',
      'The drain tube in the chest was removed since the last exam.',
    ],
    ['what is denied has not changed', 'There has been no interval increase in the effusion.', 'no'],
    ['both sides of a level', 'Contact with bilateral L5 nerve roots.', 'both'],
  ])('%s', (_, statement, expected) => {
    expect(plain('CT', statement)).toContain(expected);
  });
});

/** What telegraphic language leaves to the reader is told in full: shared nouns, sides, places, levels. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const plain = (statement: string): string =>
  explained(`IMPRESSION:\n${statement}\n`)
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');

describe('shared words', () => {
  it.each([
    [
      'a noun after "or"',
      'No canal or foraminal stenosis.',
      'There is no narrowing of the spinal canal or of the nerve opening.',
    ],
    [
      'a noun of two organs with their sides',
      'Right hip and left knee arthritis.',
      'There is wear of the right hip joint and of the left knee joint.',
    ],
    [
      'a noun of two parts that are fine',
      'Cardiac and mediastinal contours are normal.',
      'The outlines of your heart and mid-chest are normal.',
    ],
    [
      'a noun of two looks of the lung',
      'Interstitial and alveolar opacities are present.',
      'There are fine lines in the lung and cloudy areas in the lung.',
    ],
    [
      'two sides of two degrees',
      'Mild left and severe right facet arthropathy.',
      'There is mild wear of the small spine joints on the left and severe wear of the small spine joints on the right.',
    ],
    [
      'organs without commas',
      'LIVER SPLEEN PANCREAS ADRENALS KIDNEYS UNREMARKABLE',
      'Your liver, spleen, pancreas, adrenal glands and kidneys are normal.',
    ],
    ['one word said of a list', 'Normal liver and spleen.', 'Your liver and spleen are normal.'],
    ['a size behind its mass', 'Mass 3 cm RUL.', 'There is a 3 cm lump in the upper part of the right lung.'],
    ['a size before its nodule', 'RUL 7 mm nodule.', 'There is a 7 mm spot in the upper part of the right lung.'],
    ['a size with its diameter', 'A 7 mm diameter nodule is observed.', 'A 7 mm lump is seen.'],
    [
      'two sizes that are compared',
      'The nodule measures 8 mm versus 7 mm.',
      'The lump measures 8 mm compared with 7 mm.',
    ],
    ['a denial without a verb', 'Ovarian torsion not excluded.', 'A twisted ovary is not excluded.'],
    ['what was looked for', 'No demonstrated tear of the meniscus.', 'was found.'],
    [
      'a short form in brackets',
      'Pulmonary embolism (PE) in the right lung.',
      'There is a blood clot in the right lung.',
    ],
    ['a degree that two share', 'Mild mitral and tricuspid regurgitation.', 'a mildly leaky tricuspid'],
    ['a degree of its own', 'Mild mitral and severe tricuspid regurgitation.', 'a severely leaky tricuspid'],
    ['a test named twice', 'The chest CT study is unremarkable.', 'The CT scan of the chest looks normal.'],
    ['a test without a verb', 'Thorax CT examination within normal limits', 'A CT scan of the chest is normal.'],
    ['what a test showed', 'MRI findings support active colitis.', 'Findings of the MRI scan support'],
    ['signs of a test', 'CT findings of pneumonia are not seen.', 'CT scan findings of lung infection'],
    ['a word that says nothing', 'There is a noted stable renal cyst.', 'There is a stable fluid-filled sac'],
    ['no more than it denies', 'No visible pneumothorax.', 'visible'],
    ['words not seen well', 'Calf veins not well seen.', 'Your calf veins were not well seen.'],
    [
      'a change that opens a sentence',
      'Decreased nodes, however new bone lesions.',
      'Lymph nodes are decreased, however new',
    ],
    [
      'a place for what is denied',
      'Bilateral adrenal glands are normal and no mass was detected.',
      'No lump was found in the adrenal glands on both sides.',
    ],
    [
      'a level at its bone',
      'Compression deformity of the L1 vertebral body.',
      'There is flattening of the main part of the L1 spine bone.',
    ],
    ['a break before its place', 'Fracture of the right clavicle.', 'There is a break of the right collarbone.'],
    ['an exception', 'The liver is unremarkable except for a cyst.', 'Your liver looks normal except for a'],
    ['names of twins', 'Twin A is small.', 'Twin A is'],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });

  it('the place of one thing is no part of the next', () => {
    const told = plain('No dislocation of the left hip and mild right knee arthritis.');
    expect(told).not.toContain('wear of the left hip');
    expect(told).toContain('right knee');
  });

  it('adjectives with commas are no list of things', () => {
    expect(plain('There is a solid, hypodense nodule in the liver.')).not.toContain(', a ');
  });
});

describe('a side that a label gives', () => {
  const report = (right: string, left: string): string =>
    `US VENOUS LEGS\n\nFINDINGS:\nRIGHT: ${right}\nLEFT: ${left}\n\nIMPRESSION: Left popliteal DVT.\n`;

  it('stands before what is fine on that side', () => {
    const { normal } = explained(
      report('The popliteal vein is compressible. No deep venous thrombosis.', 'Occlusive thrombus.'),
    );
    expect(normal.map(({ text }) => text)).toContain('The report says: Right: there is no blood clot in a deep vein.');
  });
  it('rests on the words of the label', () => {
    const text = report('The popliteal vein is compressible. No deep venous thrombosis.', 'Occlusive thrombus.');
    const told = explained(text).normal.find((one) => one.text.includes('no blood clot'));
    expect(told?.basis.map(([start, end]) => text.slice(start, end))[0]).toBe('RIGHT');
  });
});

describe('findings that speak for a conclusion', () => {
  const support = (findings: string, impression: string): string[] =>
    explained(`FINDINGS:\n${findings}\n\nIMPRESSION:\n${impression}\n`).items.flatMap(({ supportedBy }) =>
      supportedBy.flatMap(({ plain: told }) => told.map(({ text }) => text)),
    );
  it('are shown under it though they share no word with it', () => {
    const told = support('Gallbladder wall thickening and pericholecystic fluid.', 'Acute cholecystitis.');
    expect(told.join(' ')).toContain('fluid around the gallbladder');
  });
  it('are its signs only where they are there', () => {
    const told = support('No pericholecystic fluid. The liver is normal.', 'Acute cholecystitis.');
    expect(told.join(' ')).not.toContain('fluid around the gallbladder');
  });
  it('denied, they speak for a denial', () => {
    expect(support('No free air. The spleen is normal.', 'No bowel perforation.').join(' ')).toContain('no air');
  });
});

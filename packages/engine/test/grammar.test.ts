/** Plain sentences read as a careful nurse would write them: articles, verbs, sides, and where a long statement is cut. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const plain = (statement: string): string =>
  english()
    .explain({ kind: 'text', text: `CT STUDY\n\nFINDINGS:\n${statement}\n\nIMPRESSION:\n${statement}\n` })
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');

describe('grammar of a plain sentence', () => {
  it.each([
    [
      'adjectives that are phrases follow their noun',
      'There is a solid, hypodense, taller than wide thyroid nodule.',
      'There is a solid lump in the thyroid gland that is darker than nearby tissue and taller than wide.',
    ],
    [
      'a list of adjectives is one list',
      'There is a 3.5 cm, enhancing, exophytic mass in the left kidney.',
      'There is a 3.5 cm dye-holding outward-growing lump in the left kidney.',
    ],
    ['a size in figures takes the place of small', 'A 5 mm appendicolith is present.', 'There is a 5 mm stone'],
    ['what is large is not small as well', 'Large thyroid nodule.', 'There is a large lump in the thyroid gland.'],
    [
      'a length counts what it stands before',
      'Left subdural hematoma with 4 mm of midline shift to the right.',
      'with a 4 mm shift of the brain to the right.',
    ],
    [
      'a list of organs is yours once',
      'Liver, spleen, pancreas and adrenals are unremarkable.',
      'Your liver, spleen, pancreas and adrenal glands look normal.',
    ],
    [
      'a list of organs before a colon too',
      'Liver, gallbladder, spleen and pancreas: normal.',
      'Your liver, gallbladder, spleen and pancreas are normal.',
    ],
    [
      'parts with sizes are a sentence each',
      'Right lobe 5.1 x 1.9 cm, left lobe 4.8 x 1.6 cm.',
      'The right lobe is 5.1 x 1.9 cm. The left lobe is 4.8 x 1.6 cm.',
    ],
    ['a property named alone has its article', 'Alignment is normal.', 'The line-up is normal.'],
    ['a normal property is said of its organ', 'Normal heart size.', 'The size of your heart is normal.'],
    ['so is a stable one', 'Heart size stable.', 'The size of your heart is stable.'],
    [
      'the second of two words joined takes no verb of its own',
      'Heart size high normal but stable.',
      'The size of your heart is high-normal but stable.',
    ],
    [
      'a verb behind "which" is not that of the sentence',
      'Heterogeneously dense breast tissue, which may obscure small masses.',
      'There is unevenly dense breast tissue, which may hide small lumps.',
    ],
    ['a level follows what is there', 'L5-S1 disc protrusion.', 'There is a disc that sticks out at L5-S1.'],
    ['both levels are no sides', 'Mild facet arthropathy at both levels.', 'at both levels.'],
    ['left or right is either', 'No left or right hydronephrosis.', 'There is no urine build-up in either kidney.'],
    ['evidence keeps its verb', 'There is no evidence of masses.', 'There is no sign of lumps.'],
    ['the scan does the finding', 'CT revealed a liver mass.', 'A CT scan found a lump in the liver.'],
    ['what is absent is not there', 'Pleural effusion is absent.', 'Fluid around the lung is not there.'],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });
});

describe('a long statement is cut', () => {
  it.each([
    [
      'at a link that says how sure it is, which is kept',
      'Opacity at the left base, in keeping with left lower lobe pneumonia.',
      'There is a cloudy area at the left base. This fits with lung infection in the lower part of the left lung.',
    ],
    [
      'and what is likely stays likely',
      'Multiple white matter hyperintensities, likely representing small vessel disease.',
      'These are likely wear of tiny brain vessels.',
    ],
    [
      'at a size',
      'There is a stone in the left ureter measuring 6 mm, with mild left hydronephrosis and hydroureter of the left side.',
      'It measures 6 mm.',
    ],
    [
      'at a stray comma before a verb',
      'Disc extrusion at L4-5, correlates with the patient’s symptoms.',
      'There is a leaked-out piece of disc at L4-5. This matches your symptoms.',
    ],
    [
      'where a second subject has its verb',
      'The liver is enlarged, the spleen is normal, and the kidneys are small.',
      'Your liver is enlarged. Your spleen is normal. Your kidneys are small.',
    ],
    [
      'before a denial of its own',
      'The right kidney is normal and there is no stone.',
      'Your right kidney is normal. There is no stone.',
    ],
    [
      'and a subject of two keeps both',
      'No mass is seen and the ventricles and sulci are normal.',
      'No lump is seen. The fluid spaces and grooves of your brain are normal.',
    ],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });

  it.each([
    ['a denied list', 'No mass or cyst with calcification.'],
    ['a denied thing and what it would mean', 'No mass, which would suggest malignancy.'],
    ['a denied change and its likely cause', 'No change in the 5 mm right lung nodule, likely a granuloma.'],
    ['a condition', 'If there is a mass, likely benign, biopsy is advised.'],
    ['what is possible and what comes with it', 'Possible fracture of the left rib, with displacement of 3 mm.'],
    ['what a link must not reach', 'Opacity in the right lung, likely pneumonia, and small left effusion.'],
    ['history and what is there now', 'History of cancer, likely metastatic nodule in the liver measuring 12 mm.'],
    ['doubt in the middle of a sentence', 'A live intrauterine pregnancy, however, could not be confirmed.'],
    [
      'a clause set between commas',
      'A mass, which is known from 2019, is seen in the left lung and is of the same size as before.',
    ],
    ['a clause with "that"', 'There is no evidence that the mass is growing and the node is larger.'],
  ])('but never between %s', (_, statement) => {
    expect(plain(statement).match(/[.] /g) ?? []).toEqual([]);
  });

  it('each part rests on its own words', () => {
    const text = 'CT STUDY\n\nIMPRESSION:\nOpacity at the left base, in keeping with pneumonia.\n';
    const [item] = english().explain({ kind: 'text', text }).items;
    expect(item?.plain.map(({ basis }) => basis.map(([from, to]) => text.slice(from, to)))).toEqual([
      ['Opacity at the left base'],
      ['in keeping with pneumonia.'],
    ]);
  });
});

describe('a headline', () => {
  const headline = (impression: string): string =>
    english().explain({ kind: 'text', text: `CT STUDY\n\nIMPRESSION:\n${impression}\n` }).headline.text;

  it('names the side of its organ', () => {
    expect(headline('Right kidney stone.')).toContain('stone in the right kidney');
    expect(headline('Left lower lobe pneumonia.')).not.toContain('right');
  });
  it('and none where the report names none, or both', () => {
    expect(headline('Kidney stone.')).not.toMatch(/left|right/);
    expect(headline('Bilateral kidney stones.')).not.toMatch(/left|right/);
  });
});

describe('wording that readers stumbled over', () => {
  it.each([
    ['Normal ejection fraction of 60%.', 'Your heart pumping share is normal at 60%.'],
    ['Normal global and regional wall motion.', 'Your heart wall movement is normal.'],
    [
      'The patient is hypertensive and has a history of stroke.',
      'You have high blood pressure and have a history of a stroke.',
    ],
    ['The patient is asymptomatic.', 'You have no symptoms.'],
    ['Spine, face, lips and limbs normal.', 'Your spine, face, lips and the arms and legs are normal.'],
    ['Pancreas: head and body normal.', 'Pancreas: the head and body are normal.'],
    ['Aortic valve trileaflet.', 'Your aortic heart valve is made of the usual flaps.'],
    [
      'Post-op changes of right frontal craniotomy.',
      'There are changes from opening of the skull by surgery on the right.',
    ],
    [
      'Postsurgical changes of the lumbar spine.',
      'There are changes from surgery of the lower back part of the spine.',
    ],
    ['No residual or recurrent tumor.', 'There is no growth that is still there or growth that has come back.'],
    ['Posterior displacement of the fragment.', 'There is a backward shift out of place of the piece.'],
    [
      'Medial subluxation of the long head of the biceps tendon.',
      'There is inward slipping out of place of the biceps tendon.',
    ],
    ['Posterior hip dislocation.', 'There is a hip out of its joint toward the back.'],
    ['No graft migration.', 'There is no vessel graft that has moved.'],
    [
      'Metastases in the axial skeleton.',
      'There are spots of cancer spread in the bones of the head, spine, chest and pelvis.',
    ],
    ['The patient demonstrates good cardiac health.', 'You show good heart health.'],
    [
      'Interval removal of the drain and/or catheter.',
      'The drain tube and/or thin tube was removed since the last exam.',
    ],
    ['The mediastinal structures appear unremarkable.', 'The middle of your chest looks normal.'],
    [
      'The lytic lesion of the right femur carries a risk of pathologic fracture.',
      'The spot where bone is lost of the thigh bone on the right carries a risk that the bone breaks.',
    ],
    [
      'Increased signal on T2 weighted images in the left femur.',
      'There is a T2-bright spot in the thigh bone on the left.',
    ],
    ['Rheumatoid factor normal.', 'A blood test for joint inflammation is normal.'],
    ['No acute infiltrates.', 'There are no recent hazy areas.'],
    ['Of note, there is mild degenerative change.', 'There is mild wear and tear.'],
    ['No palpable mass.', 'There is no lump felt by touch.'],
    ['A well-aerated right lung.', 'A right lung well filled with air.'],
    ['The chest X-ray demonstrates clear bilateral lung fields.', 'The chest X-ray shows clear lungs on both sides.'],
    ['The liver shows intact soft tissue planes.', 'Your liver shows unbroken layers of soft tissue.'],
    [
      'The mammogram performed on July 31, 2023, yields a negative result.',
      'The mammogram done on July 31, 2023, gives a negative result.',
    ],
    ['Limited evaluation of the head demonstrates normal structures.', 'The parts seen of the head show normal parts.'],
  ])('%s', (statement, expected) => expect(plain(statement)).toBe(expected));
});

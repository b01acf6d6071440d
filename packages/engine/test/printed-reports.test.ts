/** Reports as portals, veterans' hospitals and templates print them: heads, signatures, codes, brackets in advice, words with two senses. */
import { readFileSync } from 'node:fs';
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/index.ts';
import { english } from './support/english.ts';

const knowledge: ReadingKnowledge = JSON.parse(
  readFileSync(new URL('../../knowledge/dist/en.reading.json', import.meta.url), 'utf8'),
);
const explained = (text: string) => english().explain({ kind: 'text', text });
const read = (text: string) => explained(text).reading;
const items = (text: string) => read(text).impression.map(({ span }) => text.slice(...span));
const codes = (text: string) => read(text).sections.map(({ code }) => code);
const steps = (advice: string, title = 'CT CHEST') =>
  explained(`${title}\nIMPRESSION: ${advice}`).nextSteps.map((step) => step.text);
const plain = (impression: string, title = 'CT') =>
  explained(`EXAM: ${title}\nIMPRESSION: ${impression}`)
    .items.flatMap((item) => item.plain.map((sentence) => sentence.text))
    .join(' ');

describe('a name right below a list', () => {
  const LIST = 'MRI HIP\nFINDINGS: Tear.\nIMPRESSION:\n- Labral tear of the left hip\n- No stress fracture';
  it.each(['Odile Marchbank, MD', 'Dr. O. Marchbank', 'Odile Marchbank, DMD, MS'])('signs it: %s', (line) => {
    expect(items(`${LIST}\n${line}`)).toEqual(['Labral tear of the left hip', 'No stress fracture']);
    expect(codes(`${LIST}\n${line}`).at(-1)).toBe('signature');
  });

  it.each([
    ['1. Small effusion, discussed with\nOdile Marchbank, MD', 1],
    ['- Labral tear with small\nParalabral Cyst', 1],
    ['- Labral tear\n- No fracture', 2],
  ])('is the rest of an item where the line before goes on: %s', (list, count) => {
    expect(items(`MRI HIP\nIMPRESSION:\n${list}`)).toHaveLength(count);
  });
});

describe('a report of a veterans’ hospital', () => {
  const text = [
    'STILLWATER,AMOS R     xxx-xx-9081     DOB-APR 02,1949   M',
    'Exm Date: JAN 15,2026@08:30',
    "Req Phys: MOORCROFT,DELIA K          Pat Loc: BLUE TEAM CBOC (Req'g Loc)",
    '',
    '(Case 011526-2204 COMPLETE) CHEST 2 VIEWS PA&LAT         (RAD  Detailed) CPT:71046',
    '     Reason for Study: COUGH',
    '',
    '    Report:',
    '      THE HEART IS NORMAL IN SIZE. 9 MM NODULE IN THE RIGHT LUNG.',
    '',
    '    Impression:',
    '      1. 9 MM NODULE IN THE RIGHT LUNG.',
    '',
    '    Primary Diagnostic Code: ABNORMALITY, ATTN. NEEDED',
    '',
    'Primary Interpreting Staff:',
    '  DELIA MOORCROFT, MD, STAFF RADIOLOGIST (Verifier)',
  ].join('\n');

  it('has one item, and its codes are none', () => {
    expect(items(text)).toEqual(['9 MM NODULE IN THE RIGHT LUNG.']);
    expect(codes(text).slice(0, 2)).toEqual(['patient', 'exam']);
  });

  it('tells nobody who asked for it', () => {
    const { text: out } = createEngine(knowledge, null).deidentify(text);
    for (const one of ['STILLWATER', 'MOORCROFT', '9081', '011526', 'APR 02', 'JAN 15']) expect(out).not.toContain(one);
    expect(out).toContain('9 MM NODULE IN THE RIGHT LUNG');
  });
});

describe('what a portal prints below the report', () => {
  it('passes nothing on', () => {
    const text =
      'CT CHEST\nImpression\nStable nodule.\n\nResulted by: Odile Marchbank, MD\nLast updated: March 6, 2026 1:52 PM';
    expect(read(text).communications).toEqual([]);
    expect(read(`${text}\nDr. Moss was updated by phone at 14:10.`).communications).toHaveLength(1);
  });

  it.each([
    ['Major discrepancy called to Dr. Moss at 07:22.', true],
    ['Minor discrepancy called to Dr. Moss at 07:22.', false],
    ['Ruptured AAA called to Dr. Moss at 07:22.', true],
  ])('%s is urgent: %s', (call, urgent) => {
    const [told] = read(`CT\nIMPRESSION: Dilated appendix.\n\nDISCREPANCY NOTE: ${call}`).communications;
    expect(told?.urgent).toBe(urgent);
  });

  it('the diagnosis before a procedure is why it was done', () => {
    const text = 'PRE-PROCEDURE DIAGNOSIS: Thyroid nodule.\nFINDINGS: Nodule.\nIMPRESSION: Successful biopsy.';
    expect(items(text)).toEqual(['Successful biopsy.']);
    expect(codes(text)[0]).toBe('history');
  });

  it('what the breast is made of is seen, though it stands behind the comparison', () => {
    const text =
      'MAMMOGRAM\n\nCOMPARISON: 2024.\n\nBREAST COMPOSITION: Scattered density.\n\nFINDINGS: No mass.\n\nIMPRESSION: BI-RADS 1.';
    expect(codes(text)).toEqual(['exam', 'comparison', 'findings', 'findings', 'impression']);
  });
});

describe('advice with brackets', () => {
  it.each([
    ['Further imaging (MRI or CT) is recommended.', ['The report asks for an MRI scan or a CT scan.']],
    [
      'Functional testing (CT-FFR or stress imaging) should be considered.',
      ['Your doctor may think about a test of the heart under stress.'],
    ],
    ['Biopsy (ultrasound-guided) is recommended.', ['The report asks for a tissue sample (biopsy).']],
    [
      'Recommend CT (or MRI if contrast is contraindicated) in 3 months.',
      [
        'The report asks for a CT scan in 3 months.',
        'The report asks for an MRI scan in 3 months, if dye is not safe.',
      ],
    ],
    ['CT (if symptomatic) is recommended.', ['The report asks for a CT scan, if you have symptoms.']],
    ['Recommend MRI (or CT) in 6 months.', ['The report asks for an MRI scan or a CT scan in 6 months.']],
  ])('%s', (advice, expected) => expect(steps(advice)).toEqual(expected));

  it.each([
    ['Imaging follow-up in 6 months is recommended.', 'The report asks for follow-up pictures in 6 months.'],
    ['Follow-up CT imaging in 6 months.', 'The report asks for a CT scan in 6 months.'],
  ])('names the test only where the report does: %s', (advice, expected) => expect(steps(advice)).toEqual([expected]));

  it('that stays as it was asks for nothing anew', () => {
    expect(steps('The assessment and the recommendation are unchanged.')).toEqual([]);
    expect(steps('Further assessment is recommended.')).toHaveLength(1);
  });
});

describe('advice on what is not there', () => {
  it.each([
    'No lesion for which biopsy is recommended.',
    'No suspicious finding in the left breast that warrants biopsy.',
    'There is no abnormality that needs further imaging.',
    'No mass or calcification that would require biopsy.',
    'No finding to warrant MRI.',
  ])('asks for nothing: %s', (text) => expect(steps(text)).toEqual([]));

  it.each([
    'No acute finding, but a nodule for which CT is recommended.',
    'No change in the 5 mm nodule for which CT is recommended.',
    'No effusion. Nodule that requires CT.',
    'No fracture and a nodule that requires CT.',
    'Without contrast, CT that covers the neck is recommended.',
  ])('but what is there keeps its step: %s', (text) => expect(steps(text)).toEqual(['The report asks for a CT scan.']));

  it('and what stands in a clause of its own is told as there', () => {
    expect(plain('Renal cyst, 34 mm, for which CT in 6 months is recommended.')).toMatch(/^There is /);
    expect(plain('No nodule for which follow-up is needed.')).toMatch(/^There is no /);
    expect(plain('The nodule, for which a CT was done, is stable.')).not.toMatch(/^There is /);
  });
});

describe('what is gone', () => {
  it('is told apart from what stands before its comma', () => {
    expect(plain('Small effusion, pneumothorax resolved.')).toBe(
      'There is a small amount of fluid build-up. Air outside the lung is resolved.',
    );
    expect(explained('CT\nIMPRESSION: Gallstones, cholecystitis resolved.').headline.text).not.toContain(
      'no gallstone',
    );
    expect(plain('Pneumonia and effusion resolved.')).not.toContain('There is lung infection');
  });

  it('asks for nothing where it no longer has to be followed', () => {
    expect(steps('Nodule no longer meets criteria for follow-up.').join()).toContain('no further step is needed');
    expect(steps('Nodule meets criteria for FNA.')).toEqual(['The report asks for a thin-needle sample.']);
  });
});

describe('a word that has two senses', () => {
  it.each([
    ['Right fallopian tube blocked at the isthmus.', 'HYSTEROSALPINGOGRAM', 'narrow part', 'thyroid'],
    ['Thyroid isthmus measures 3 mm.', 'US THYROID', 'bridge of your thyroid', 'narrow part'],
    ['Cam-type morphology of the left hip.', 'MRI HIP', 'cam shape', 'pinching'],
    ['Femoroacetabular impingement, cam type.', 'MRI HIP', 'pinching', 'cam shape'],
    ['Mural hyperenhancement of the terminal ileum.', 'MR ENTEROGRAPHY', 'aised dye uptake', 'early'],
    ['Arterial phase hyperenhancement is present.', 'MRI LIVER', 'early dye uptake', 'aised'],
    ['Button battery in the stomach.', 'XR ABDOMEN', 'button battery', 'magnet'],
    ['Cold nodule in the left lobe.', 'THYROID SCAN', 'lump that takes up less tracer', 'area'],
    ['Vertebral antegrade flow.', 'CAROTID DUPLEX', 'neck artery', 'bone'],
  ])('%s', (impression, title, has, hasNot) => {
    expect(plain(impression, title)).toContain(has);
    expect(plain(impression, title)).not.toContain(hasNot);
  });

  it('a clock hand is no label', () => {
    expect(plain('At 2:00, 5 cm from the nipple, there is a mass.', 'US BREAST')).toContain('At 2:00, 5 cm');
    expect(plain('At 2:00: mass.', 'US BREAST')).toContain('2:00');
  });
});

describe('a side that the report contradicts', () => {
  it('is not taken for sure by the headline', () => {
    const text = (side: string) =>
      `RIGHT ANKLE 3 VIEWS\nFINDINGS: Fracture of the distal fibula.\nIMPRESSION: Fracture of the ${side} distal fibula.`;
    expect(explained(text('left')).headline.text).toContain('does not agree on the side');
    expect(explained(text('right')).headline.text).not.toContain('side');
  });
});

describe('how old the bones are', () => {
  it('is told as what it comes to, though no heading says so', () => {
    const text =
      'BONE AGE STUDY\nIndication: Short stature.\nChronological age is 8 years. By the atlas of Greulich and Pyle the bone age is 6 years. The bone age is delayed. No dysplasia.\nOdile Marchbank, MD';
    expect(items(text)[0]).toBe('The bone age is delayed.');
    expect(codes(text)).toContain('findings');
  });
});

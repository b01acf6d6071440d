/** Whole reports in layouts of their own: where a section ends, what is an item, what a later note takes back, and what is no report. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const read = (text: string) => english().explain({ kind: 'text', text }).reading;
const items = (text: string) => read(text).impression.map(({ span }) => text.slice(...span));
const codes = (text: string) => read(text).sections.map(({ code }) => code);
const steps = (text: string) =>
  english()
    .explain({ kind: 'text', text })
    .nextSteps.map((step) => step.text);

const REPORT =
  'CT NECK\n\nFINDINGS: Swollen gland.\n\nIMPRESSION:\n1. Stone in the left salivary duct.\n2. No abscess.';

describe('what stands behind the items is none of them', () => {
  it.each([
    ['GEORGIA PELHAM, M.D.', 'signature'],
    ['Georgia Pelham, M.D.', 'signature'],
    ['G. Pelham, cardiac physiologist', 'signature'],
    ['Scan by Georgia Pelham, sonographer', 'signature'],
    ['Swallow clinic review within 3 weeks. Soft diet.', 'recommendation'],
    ['Drug treatment of the stone should be discussed.', 'recommendation'],
    ['Same day transfer to the salivary unit is arranged.', 'recommendation'],
    ['Discussed in person with Dr Pelham at 11:15.', 'communication'],
    ['Electronically authorised by Dr Georgia Pelham', 'signature'],
    ['Vascular scientist: Georgia Pelham', 'signature'],
    ['Prelim by: Georgia Pelham, MD', 'signature'],
    ['D/w the surgical registrar Ms Pelham at 03:15.', 'communication'],
    ['Ms Pelham of the ward has been phoned with this result at 9.15pm.', 'communication'],
    ['The surgeon Dr Pelham came to the scanner and took the result in person at 11:40.', 'communication'],
    ['Immediate pediatric surgical consultation.', 'recommendation'],
    ['Steroid injection of the gland could be considered.', 'recommendation'],
    ['Post procedure care: Bed rest for 2 hours. Call the ward if there is bleeding.', 'recommendation'],
  ])('%s', (line, code) => {
    expect(items(`${REPORT}\n\n${line}`)).toEqual(['Stone in the left salivary duct.', 'No abscess.']);
    expect(codes(`${REPORT}\n\n${line}`).at(-1)).toBe(code);
  });

  it('advice and then a call, each in a line of its own', () => {
    const text = `${REPORT}\n\nUrgent vascular referral is advised.\n\nDr Pelham (GP) has been phoned at 4.10pm.\n\nDr A Moor`;
    expect(items(text)).toHaveLength(2);
    expect(codes(text).slice(-3)).toEqual(['recommendation', 'communication', 'signature']);
  });

  it('the next of several numbered examinations', () => {
    const text =
      '1) CHEST X-RAY\n\nFindings: Clear.\n\nImpression:\n1. No pneumonia.\n\n2) ABDOMINAL X-RAY\n\nFindings: Stool.\n\nImpression:\n1. No obstruction.';
    expect(items(text)).toEqual(['No pneumonia.', 'No obstruction.']);
    expect(codes(text).filter((code) => code === 'exam')).toHaveLength(2);
  });

  it('a numbered item that names an examination stays an item', () => {
    const text = 'CT CHEST\n\nIMPRESSION:\n1. Lung nodule.\n2. CT chest in 6 months.';
    expect(items(text)).toEqual(['Lung nodule.', 'CT chest in 6 months.']);
  });
});

describe('a conclusion in one paragraph', () => {
  it('a grade belongs to the sentence that it judges', () => {
    const text =
      'CT CHEST\n\nImpression: New 11 mm nodule in the left upper lobe. Lung-RADS 4A. Very suspicious. Recommend PET/CT.';
    expect(items(text)).toEqual([
      'New 11 mm nodule in the left upper lobe. Lung-RADS 4A. Very suspicious.',
      'Recommend PET/CT.',
    ]);
    expect(steps(text)).toEqual(['The report asks for a PET scan.']);
  });

  it('a line that only grades leaves the sentences above it apart', () => {
    const text =
      'MAMMOGRAM\n\nIMPRESSION: Round 8 mm mass in the left breast. Stable cyst in the right breast.\nBI-RADS 4A: Suspicious.';
    expect(items(text).slice(0, 2)).toEqual([
      'Round 8 mm mass in the left breast.',
      'Stable cyst in the right breast.',
    ]);
  });

  it.each(['Normal liver. Suspicious mass in the kidney.', 'Cyst in the liver. No suspicious mass.'])(
    'apart: %s',
    (said) => {
      expect(items(`CT ABDOMEN\n\nImpression: ${said}`)).toHaveLength(2);
    },
  );
});

describe('a report that has no heading for what it comes to', () => {
  it('a last paragraph of what was found by the way is no conclusion', () => {
    const text =
      'MRI Lumbar Spine\n\nClinical details: Leg pain.\n\nThe cord is normal. At L4/5 there is a large left disc extrusion, which compresses the left L5 nerve root.\n\nIncidental 20 mm cyst in the right kidney.\n\nA spinal surgical opinion may be helpful.';
    expect(items(text).join(' ')).toContain('disc extrusion');
    expect(items(text).join(' ')).toContain('cyst');
    expect(codes(text)).toContain('recommendation');
  });

  it('the study before, and the title of a bone density scan', () => {
    const text =
      'Ann Moor   DOB 5/6/1958   12/3/2026\n\nDXA bone mineral density\n\nPrior study 8/3/2022 on another scanner.\n\nLumbar spine: T-score -1.6.\n\nBone density is low at the spine.\n\nRepeat densitometry in 2 years is recommended.';
    expect(codes(text)).toEqual(['patient', 'exam', 'comparison', 'findings', 'impression', 'recommendation']);
  });
});

describe('the head', () => {
  it.each([
    'EXAM DATE: 11/02/2024     ACC: QX24-118',
    'Ref. doctor: Dr. Paul Stone',
    '*** PRELIMINARY REPORT - NOT YET REVIEWED ***',
  ])('%s', (line) => {
    const text = `Bayview Hospital\nName: Ann Moor   DOB 5/6/1958\n${line}\n\nEXAM: CT HEAD\n\nFINDINGS: No bleed.\n\nIMPRESSION: Normal.`;
    const [first, second] = read(text).sections;
    expect([first?.code, second?.code]).not.toContain('findings');
    expect(codes(text).filter((code) => code === 'exam' || code === 'findings')).toEqual(['exam', 'findings']);
  });

  it('a line with a name and a number above the title of a report without headings', () => {
    const text =
      'Oakfield Hospital MRI\nMr Lionel Bright   01/08/1979   OH 440-81   23/06/2026\n\nMRI Wrist\n\nThere is a ganglion.';
    expect(codes(text).slice(0, 2)).toEqual(['patient', 'exam']);
  });
});

describe('an addendum that finds a test needless', () => {
  const asked = '1. 9 mm nodule in the left lung. CT chest is recommended within 4 weeks.';
  const report = (impression: string, addendum: string) =>
    `CHEST X-RAY\n\nIMPRESSION:\n${impression}\n\nADDENDUM: ${addendum}`;

  it('takes it back by its name, though it names no part of the body', () => {
    expect(steps(report(asked, 'Seen in 2015 too. The previously recommended CT is not needed.'))).toEqual([
      'The report does not advise a CT scan.',
    ]);
  });

  it.each([
    [`${asked} CT abdomen in 3 months.`, 'The CT is not needed.'],
    [asked, 'MRI is not needed.'],
    [asked, 'The CT is not needed if earlier films are found.'],
    [asked, 'FNA is not needed.'],
  ])('leaves what it may not mean: %s %s', (impression, addendum) => {
    expect(steps(report(impression, addendum))).toContain('The report asks for a CT scan of the chest within 4 weeks.');
  });
});

describe('an addendum that finds further looks needless', () => {
  const nodule = '1. Lung nodule. CT chest in 3 months.';
  const liver = '2. Indeterminate liver lesion. MRI liver is recommended.';
  const [ct, mri] = [
    'The report asks for a CT scan of the chest in 3 months.',
    'The report asks for an MRI scan of the liver.',
  ];
  const asked = (impression: string, addendum: string) =>
    steps(`CT ABDOMEN\n\nIMPRESSION:\n${impression}\n\nADDENDUM: ${addendum}`).filter((text) =>
      text.includes('asks for'),
    );

  it.each([
    ['that on the thing it names', `${nodule}\n${liver}`, 'No follow-up is needed for the nodule.', [mri]],
    [
      'nothing of another thing',
      liver,
      'The lung nodule is unchanged and no follow-up of the nodule is needed.',
      [mri],
    ],
    ['that on the part of the body it names', liver, 'Earlier CT shows a hepatic cyst; no follow-up is needed.', []],
    ['all of it where there is one', nodule, 'Unchanged since 2019. No further follow-up is needed.', []],
    [
      'nothing that hangs on a condition',
      '1. Stone. CT chest in 3 months if pain persists.',
      'No further imaging is required at present.',
      [ct.replace('.', ', if your pain goes on.')],
    ],
    ['nothing where it may mean one of two', `${nodule}\n${liver}`, 'No further imaging is needed.', [ct, mri]],
  ])('takes back %s', (_, impression, addendum, left) => expect(asked(impression, addendum)).toEqual(left));
});

describe('an addendum that names what is not needed', () => {
  const asked = (advice: string, addendum: string) =>
    steps(`CT CHEST\n\nIMPRESSION:\nLung mass. ${advice}\n\nADDENDUM: ${addendum}`).filter((text) =>
      text.includes('asks for'),
    );

  it.each([
    ['a scan leaves a sample', 'Biopsy is recommended.', 'MRI is not needed.', 1],
    ['a sample takes back every kind of it', 'Core biopsy is recommended.', 'Biopsy is no longer needed.', 0],
    ['a sample leaves a scan', 'PET is recommended.', 'Biopsy is no longer needed.', 1],
  ])('%s', (_, advice, addendum, left) => expect(asked(advice, addendum)).toHaveLength(left));
});

it('an item of which a step still stands keeps asking', () => {
  const tierOf = (more: string) =>
    english().explain({
      kind: 'text',
      text: `US ABDOMEN\n\nIMPRESSION:\n1. 6 mm gallbladder polyp. Ultrasound in 12 months is recommended.${more}\n2. Normal liver.\n\nADDENDUM: No follow-up ultrasound is needed.`,
    }).urgency.tier;
  expect(tierOf(' Surgical referral is recommended.')).toBe('soon');
  expect(tierOf('')).toBe('routine');
});

describe('what was seen, on the line below a complaint without a heading', () => {
  const codesOf = (text: string) => codes(`USG ABDOMEN\n${text}\nIMPRESSION: Gallstone.`);

  it.each([
    ['a size', 'H/o fever.\nLiver 14 cm. Mild ascites noted.'],
    ['a size, and a denial further on', 'C/o flank pain.\nRight kidney 10 x 4 cm. No hydronephrosis.'],
  ])('is findings: %s', (_, text) => expect(codesOf(text)).toEqual(['exam', 'history', 'findings', 'impression']));

  it('is none where the findings have a heading', () =>
    expect(codesOf('H/o fever.\nKnown 3 cm renal cyst.\nFINDINGS: Liver normal.')).toEqual([
      'exam',
      'history',
      'findings',
      'impression',
    ]));
});

describe('what asks for a scan tells of none', () => {
  const isReport = (text: string) => english().isReport(read(text));

  it.each([
    'Hill Surgery\nImaging request form\nPatient: Mrs May Stone\n\nExamination requested: CT chest.\nReason: cough for 3 months. Chest X-ray showed a right hilar mass. ?malignancy ?lymphoma\n2 week wait.',
    'Dear Mrs Stone,\n\nYour ultrasound of the neck is booked for 4 May 2026. Please arrive 10 minutes early and bring your referral letter. Tell us if you have a pacemaker. Results will be sent to Dr Moor.',
  ])('%s', (text) => {
    expect(isReport(text)).toBe(false);
  });

  it.each([
    'Examination requested: CT CHEST\nRequested by: Dr Moor\n\nThe lungs are clear. No effusion. Please arrange an MRI of the brain.',
    'Examination requested: CT chest.\nImaging request: cough.\n\nFINDINGS: 4 mm nodule.\n\nIMPRESSION: Small nodule.',
  ])('a report all the same: %s', (text) => {
    expect(isReport(text)).toBe(true);
  });
});

describe('words', () => {
  const told = (text: string) => {
    const { items: said } = english().explain({ kind: 'text', text: `CT\n\nIMPRESSION: ${text}` });
    return said.flatMap(({ plain }) => plain.map((one) => one.text)).join(' ');
  };

  it.each([
    ['No talar dome fracture.', 'There is no break in the top of the talus (an ankle bone).'],
    ['Known left lung primary.', 'There is a known tumor where the cancer started in the left lung.'],
    ['No pulmonary primary.', 'There is no lung tumor where the cancer started.'],
    ['Clot in the left main pulmonary artery.', 'left lung artery'],
    ['Left amaurosis fugax.', 'There is a brief loss of sight on the left.'],
  ])('%s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it('"primary" beside a noun is no tumor', () => {
    expect(told('Primary lymphoma of the breast.')).not.toContain('where the cancer started');
    expect(told('Stenosis of the left main.')).toContain('heart artery');
  });
});

describe('a further examination behind the advice on the first', () => {
  const first =
    'ULTRASOUND OF THE THYROID\n\nThe right lobe holds a 9 mm cyst.\n\nIMPRESSION:\n1. Right thyroid cyst.\n\nFollow-up ultrasound in 12 months.';

  it('opens with its title', () => {
    const text = `${first}\n\nULTRASOUND OF THE WRIST\n\nThere is a ganglion.\n\nIMPRESSION:\n1. Ganglion.`;
    expect(items(text)).toEqual(['Right thyroid cyst.', 'Ganglion.']);
    expect(codes(text)).toEqual(['exam', 'findings', 'impression', 'recommendation', 'exam', 'findings', 'impression']);
  });

  it('a line that names a test in the advice is none', () => {
    expect(codes(`${first}\n\nUltrasound of the wrist`).filter((code) => code === 'exam')).toHaveLength(1);
  });
});

describe('where a paragraph tells what was seen before it tells of a call', () => {
  it('the conclusion stays a conclusion', () => {
    const text =
      'US PELVIS\n\nFindings\nThere is no heartbeat. The sac is 30 mm.\n\nThe findings are those of a missed miscarriage. Options were discussed with the patient by the nurse.';
    expect(items(text)[0]).toBe('The findings are those of a missed miscarriage.');
  });

  it('a paragraph that begins with the call is one', () => {
    const text = 'CT HEAD\n\nIMPRESSION:\n1. Bleed.\n\nDr Pelham was told of the bleed at 10:15. She acknowledged it.';
    expect(codes(text).at(-1)).toBe('communication');
  });
});

describe('titles and dates of the head', () => {
  it('a title with a colon above its headings', () => {
    const text = 'WRIST MRI: ARTHROGRAM LEFT\n\nHISTORY: Pain.\n\nFINDINGS: No tear.\n\nIMPRESSION: No tear.';
    expect(codes(text)).toEqual(['exam', 'history', 'findings', 'impression']);
  });

  it('a label with a colon that tells what was seen', () => {
    expect(codes('CT CHEST: No nodule is seen.\n\nIMPRESSION: Normal.')[0]).toBe('findings');
  });

  it('a label that names a scan is none', () => {
    expect(codes('A Clinic\nDate of scan 4/5/2026\n\nCT CHEST\n\nIMPRESSION: Normal.')).toEqual([
      'patient',
      'exam',
      'impression',
    ]);
  });
});

describe('an addendum that sets the report aside in one respect', () => {
  const told = (addendum: string) =>
    english()
      .explain({
        kind: 'text',
        text: `XR HIP\n\nIMPRESSION:\n1. No fracture.\n2. Mild arthritis of both hips.\n\nADDENDUM: There is a fracture of the left femoral neck. ${addendum}`,
      })
      .items.map(({ plain }) => plain.some(({ text }) => text.startsWith('A later note')));

  it('leaves the rest', () => {
    expect(told('The original report should be disregarded in this respect.').slice(0, 2)).toEqual([true, false]);
  });

  it('as a whole, leaves nothing', () => {
    expect(told('Please disregard the original report.').slice(0, 2)).toEqual([true, true]);
  });
});

describe('what is no report of pictures', () => {
  it.each([
    [
      '12-LEAD ECG\nVentricular rate 60 bpm  PR interval 190 ms  QTc 410 ms\nSinus rhythm. No acute change. Normal ECG.',
      false,
    ],
    [
      'MYOCARDIAL PERFUSION SPECT\n\nFINDINGS: Baseline sinus rhythm. Reversible defect of the apex.\n\nIMPRESSION: Ischemia of the apex.',
      true,
    ],
  ])('%s', (text, expected) => {
    expect(english().isReport(read(text))).toBe(expected);
  });
});

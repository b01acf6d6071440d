/** Steps that are taken back, hang on conditions of several words, or are written in a few words; and their near neighbours that are none. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const steps = (text: string) =>
  english()
    .explain({ kind: 'text', text })
    .nextSteps.map((step) => step.text);
const asked = (impression: string, title = 'CT CHEST') => steps(`${title}\n\nIMPRESSION: ${impression}`);

describe('advice that is taken back is not asked for', () => {
  it.each([
    ['The recommendation for MRI is withdrawn.', 'an MRI scan'],
    ['Ultrasound is no longer advised.', 'an ultrasound'],
    ['My previous suggestion of MRI no longer stands. The advice for MRI no longer applies.', 'an MRI scan'],
    ['Please cancel the ultrasound.', 'an ultrasound'],
    ['The biopsy can now be cancelled.', 'a tissue sample'],
    ['Disregard the earlier advice for MRI.', 'an MRI scan'],
  ])('%s', (text, what) => {
    expect(asked(text)).toContain(`The report does not advise ${what}.`);
    expect(asked(text).join(' ')).not.toContain('asks for');
  });

  it('an addendum takes back what the report asked for, and asks for something else', () => {
    const report = (addendum: string) =>
      steps(`CT CHEST\n\nIMPRESSION: Lung nodule. PET is advised.\n\nADDENDUM: ${addendum}`);
    expect(report('The recommendation for PET is withdrawn. CT in 9 months.')).toEqual([
      'The report does not advise a PET scan.',
      'The report asks for a CT scan in 9 months.',
    ]);
  });

  it.each([
    ['The recommendation above is withdrawn.', []],
    ['Please disregard the advice above.', []],
    ['The PET advice above is withdrawn.', ['The report does not advise a PET scan.']],
    ['The follow-up recommendation is withdrawn.', []],
    ['The recommendation above is not withdrawn.', ['The report asks for a PET scan.']],
  ])('an addendum: %s', (addendum, left) => {
    expect(steps(`CT CHEST\n\nIMPRESSION: Lung nodule. PET is advised.\n\nADDENDUM: ${addendum}`)).toEqual(left);
  });

  it.each([
    ['The drain is withdrawn.', []],
    [
      'Chest tube should be withdrawn by 1 cm.',
      ['The report asks for pulling back the drain tube in the chest by 1 cm.'],
    ],
    [
      'MRI is recommended. The recommendation for biopsy is cancelled.',
      ['The report asks for an MRI scan.', 'The report does not advise a tissue sample.'],
    ],
  ])('not so: %s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

describe('what a step depends on may speak of what was done', () => {
  it.each([
    ['Pelvic ultrasound is advised if none has been performed.', 'an ultrasound of the pelvis, if none has been done'],
    [
      'Renal CT is recommended if no older study is available.',
      'a CT scan of the kidney, if no older exam is available',
    ],
    ['MRI is recommended as no old study is available.', 'an MRI scan'],
  ])('%s', (text, what) => {
    expect(asked(text)).toEqual([`The report asks for ${what}.`]);
  });

  it.each(['MRI was recommended and performed.', 'The recommended MRI has been performed.', 'MRI was requested.'])(
    'what was done is no step: %s',
    (text) => {
      expect(asked(text)).toEqual([]);
    },
  );

  it('all of a list is the condition', () => {
    expect(asked('MRI if weakness, numbness or worsening pain.')).toEqual([
      'The report asks for an MRI scan, if weakness, numbness or worsening pain.',
    ]);
    expect(asked('If weakness, numbness or worsening pain, MRI.')).toHaveLength(1);
    expect(asked('CT if persistent cough.')[0]).toMatch(/cough/);
    expect(asked('CT if persistent in 3 months.')).toEqual(['The report asks for a CT scan in 3 months, if lasting.']);
    expect(asked('If stable, CT or MRI is advised.')).toHaveLength(1);
  });

  it('the result of the first test leads to the second', () => {
    expect(asked('Ultrasound and if negative MRI in 2 months.')).toEqual([
      'The report asks for an ultrasound.',
      'The report asks for an MRI scan in 2 months, if negative.',
    ]);
  });

  it('"until proven otherwise" is no condition', () => {
    expect(asked('Abscess until proven otherwise, needs urgent drainage.').join(' ')).not.toMatch(/otherwise|if not/);
  });
});

describe('a step in a few words', () => {
  it.each([
    ['Lung nodule -> PET.', 'a PET scan'],
    ['Aneurysm 4.1 cm → ultrasound.', 'an ultrasound'],
    ['Slow growth of the nodule; CT 4 months.', 'a CT scan in 4 months'],
    ['CT 3-6 mths.', 'a CT scan in 3 to 6 months'],
    ['LR-3, follow 4-6 months.', 'a follow-up check in 4 to 6 months'],
    ['Wide duct, ?stone - MRCP.', 'an MRI scan of the bile ducts'],
    ['L1 wedge fracture, MRI to establish its age.', 'an MRI scan'],
    ['Adrenal mass. Confirm with MRI.', 'an MRI scan'],
    ['Small cyst. Short interval follow-up.', 'a follow-up check'],
    ['Focal liver lesion. MRI liver.', 'an MRI scan of the liver'],
    ['Suspicious mass. Core biopsy left breast.', 'a tissue sample (biopsy) of the left breast'],
    ['TI-RADS 4, 14 mm: annual.', 'a follow-up check every year'],
    ['Renal mass. Urgent urology.', 'a visit with a urinary doctor urgently'],
    ['Contact haematology today.', 'a visit with a blood doctor right away'],
    ['See GP within 24 hours.', 'a visit with your family doctor within 24 hours'],
    ['Patient advised to return for CT in 5 months.', 'a CT scan in 5 months'],
  ])('%s', (text, what) => {
    expect(asked(text)).toEqual([`The report asks for ${what}.`]);
  });

  it.each([
    'PSA 4 -> CT normal.',
    'Nodule 5 -> 8 mm on CT.',
    'Comparison - MRI.',
    'Stable nodule. CT chest.',
    'MRI liver: no lesion.',
    'Chest X-ray at 3 hours: no pneumothorax.',
    'ED follow-up line called.',
    'Discharged with advice to attend ED if chest pain.',
    'Urgent surgery was performed.',
    'See cardiology report.',
    'Urology contacted.',
    'TI-RADS 4: annual growth of 1 mm.',
    'Pulmonary venous return is to the left atrium.',
    'Chest tube in place.',
    'Hip replacement, follow up 3 years.',
    'Nodule, CT 4 months ago.',
    'Liver lesion - CT limited.',
  ])('none: %s', (text) => {
    expect(asked(text)).toEqual([]);
  });

  it('a title, a history and a technique name tests that are no steps', () => {
    expect(steps('MRI LIVER\n\nHISTORY: MRI liver.\n\nTECHNIQUE: MRI liver.\n\nIMPRESSION: Normal.')).toEqual([]);
    const biopsied =
      'US-GUIDED CORE BIOPSY LEFT BREAST\n\nFINDINGS: Three cores.\n\nIMPRESSION: Core biopsy left breast.';
    expect(steps(biopsied)).toEqual([]);
  });
});

describe('kinds of step', () => {
  it.each([
    ['Manometry is recommended.', ['The report asks for a pressure test.']],
    ['Polypectomy advised.', ['The report asks for removal of a small growth from a lining.']],
    ['EMG recommended.', ['The report asks for a test of nerve signals.']],
    ['Amniocentesis offered.', ['Your doctor may think about a sample from the womb in pregnancy.']],
    ['Amniocentesis was offered and declined.', []],
    [
      'Recommend cystoscopy and cytology.',
      ['The report asks for a camera check of the bladder.', 'The report asks for a lab test.'],
    ],
    ['Possible ultrasound.', ['Your doctor may think about an ultrasound.']],
    [
      'CT +/- biopsy recommended.',
      ['The report asks for a CT scan.', 'Your doctor may think about a tissue sample (biopsy).'],
    ],
    ['Do not biopsy before MRI.', ['The report asks for an MRI scan.']],
    ['Do not biopsy.', ['The report does not advise a tissue sample.']],
    ['Mother should also be screened.', ['The report advises that close relatives are checked too.']],
    [
      'Suggest genetics referral and family screening.',
      [
        'The report suggests a visit with a doctor for inherited conditions.',
        'The report advises that close relatives are checked too.',
      ],
    ],
    [
      'No further action required unless symptomatic.',
      ['The report says no further step is needed for this, unless causing symptoms.'],
    ],
    ['No action required, ultrasound recommended.', ['The report asks for an ultrasound.']],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

describe('the thing of a step is named', () => {
  it.each([
    ['Recommend retraction of the ETT by 2 cm.', 'pulling back the breathing tube in the windpipe by 2 cm'],
    ['NG tube should be advanced 5-6 cm.', 'pushing the stomach tube further in by 5-6 cm'],
    ['Line should be withdrawn 4 cm.', 'pulling back the tube or line by 4 cm'],
    ['UVC should be withdrawn to 1 cm above the diaphragm.', 'pulling back the thin tube in the navel vein'],
    ['Annual surveillance for 3 years.', 'a follow-up check every year for 3 years'],
    ['Annual surveillance by CT or MRI.', 'a CT scan or an MRI scan every year'],
    ['Refer to paediatric orthopaedics.', "a visit with a children's bone doctor"],
    ['Refer to orthopaedics.', 'a visit with a bone and joint doctor'],
    ['Refer to ENT/neurology.', 'a visit with an ear, nose and throat doctor and a brain and nerve doctor'],
  ])('%s', (text, what) => {
    expect(asked(text)).toEqual([`The report asks for ${what}.`]);
  });
});

describe('where it is to be done is no earlier advice', () => {
  it.each([
    ['FNA recommended at the same sitting.', ['The report asks for a thin-needle sample.']],
    ['Biopsy recommended on the ward.', ['The report asks for a tissue sample (biopsy).']],
    ['We would be happy to repeat the ultrasound in 2 weeks.', ['The report suggests another ultrasound in 2 weeks.']],
    ['Biopsy was recommended at the last clinic.', []],
    ['MRI recommended at the MDT.', []],
    ['MRI recommended on 3 May 2024.', []],
    ['Physio clinic aware.', []],
    ['Endodontic review.', ['The report asks for a visit with a root canal dentist.']],
  ])('%s', (text, told) => {
    expect(asked(text)).toEqual(told);
  });
});

describe('an item whose advice an addendum takes back', () => {
  const told = (addendum: string) =>
    english().explain({
      kind: 'text',
      text: `US ABDOMEN\n\nFINDINGS: 6 mm gallbladder polyp.\n\nIMPRESSION:\n1. 6 mm gallbladder polyp. Ultrasound in 12 months is recommended.\n2. Normal liver.\n\nADDENDUM: ${addendum}`,
    });
  const later = 'A later note in the report takes this advice back.';

  it.each([
    'Old scans show the same polyp. The recommendation above is withdrawn.',
    'The polyp has not changed since 2014. No further follow-up is required and the advice above is withdrawn.',
    'No follow-up ultrasound is needed.',
  ])('says so, and asks for less: %s', (addendum) => {
    const { items, urgency, nextSteps } = told(addendum);
    expect(items[0]?.plain.at(-1)?.text).toBe(later);
    expect(items[1]?.plain.map(({ text }) => text)).not.toContain(later);
    expect(urgency.tier).toBe('routine');
    expect(nextSteps.map(({ text }) => text).join(' ')).not.toContain('asks for');
  });

  it.each([
    'The recommendation above is not withdrawn.',
    'The clinic was told of the advice above.',
    'Do not disregard the advice above.',
  ])('stays as it is: %s', (addendum) => {
    const { items, urgency, nextSteps } = told(addendum);
    expect(items[0]?.plain.map(({ text }) => text)).not.toContain(later);
    expect(urgency.tier).toBe('soon');
    expect(nextSteps.map(({ text }) => text).join(' ')).toContain('asks for an ultrasound');
  });
});

describe('what is seen or lowered is no procedure', () => {
  it.each([
    ['Early dilatation of the bile duct.', []],
    ['Discuss risk reduction with your physician.', []],
    ['Consider dilatation of the stricture.', ['Your doctor may think about a procedure.']],
    ['Perimetry is recommended.', ['The report asks for a test of how far you can see to the sides.']],
    [
      'Go to the emergency department if fever develops.',
      ['The report asks for a visit with the emergency department, if fever develops.'],
    ],
    ['Repeat CT if the patient wishes.', ['The report asks for another CT scan, if you wish.']],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });
});

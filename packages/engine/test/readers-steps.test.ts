/** What readers who tried to break the explanations found about next steps and about words that were added later. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const steps = (text: string, title = 'CT CHEST') =>
  explained(`${title}\nIMPRESSION: ${text}`).nextSteps.map((step) => step.text);
const told = (text: string) => {
  const { headline, urgency, items, normal, notices, worthAsking, reading } = explained(text);
  return {
    headline: headline.text,
    tier: urgency.tier,
    items: items.map(({ plain }) => plain.map((sentence) => sentence.text).join(' ')),
    fine: normal.map((one) => one.text).join(' '),
    notices: notices.map(({ code }) => code),
    checks: reading.checks.map(({ kind }) => kind),
    asked: worthAsking.length,
  };
};
const CHANGED = 'A later note in the report changes this.';

describe('what a test showed is no order for it', () => {
  it.each([
    'MRI is suspicious for tumor.',
    'MRI significant for edema.',
    'The MRI of the brain is concerning for edema.',
    'Ultrasound is diagnostic for cholecystitis.',
    'The chest X-ray is remarkable for clear lungs.',
    'CT chest negative for PE.',
    'CT and MRI negative for tumor.',
    'MRI is limited to exclude a labral tear.',
    'MRI to exclude a scaphoid fracture: negative.',
    'X-ray normal, ultrasound normal.',
  ])('%s', (text) => expect(steps(text)).toEqual([]));
  it.each([
    ['MRI to exclude tumor.', 'The report asks for an MRI scan.'],
    ['Limited ultrasound to exclude abscess.', 'The report asks for an ultrasound.'],
    ['MRI for further evaluation.', 'The report asks for an MRI scan.'],
    ['Ultrasound of the suspicious node to exclude lymphoma.', 'The report asks for an ultrasound.'],
    ['Urgent MRI of the indeterminate lesion.', 'The report asks for an MRI scan urgently.'],
    ['CT of the abnormal area to assess further.', 'The report asks for a CT scan.'],
    ['PET negative, biopsy to exclude cancer.', 'The report asks for a tissue sample (biopsy).'],
    ['PET-CT suspicious, urgent biopsy.', 'The report asks for a tissue sample (biopsy) urgently.'],
    ['Ultrasound inconclusive - MRI to characterise.', 'The report asks for an MRI scan.'],
    ['X-ray normal, urgent MRI to exclude an occult hip fracture.', 'The report asks for an MRI scan urgently.'],
    ['Ultrasound limited, MRI to exclude a tear.', 'The report asks for an MRI scan.'],
    ['MRI normal, repeat CT in 3 months.', 'The report asks for another CT scan in 3 months.'],
  ])('%s is one', (text, expected) => expect(steps(text)).toEqual([expected]));
});

describe('what is advised against is no step', () => {
  it.each([
    ['LP should not be performed.', 'a spinal tap'],
    ['LP is contraindicated.', 'a spinal tap'],
    ['Biopsy should be avoided.', 'a tissue sample'],
    ['Biopsy must not be attempted.', 'a tissue sample'],
    ['Please do not perform a lumbar puncture.', 'a spinal tap'],
    ['Do not biopsy.', 'a tissue sample'],
    ['MRI is contraindicated due to pacemaker.', 'an MRI scan'],
    ['MRI contra-indicated.', 'an MRI scan'],
  ])('%s', (text, what) => {
    expect(steps(text)).toEqual([`The report does not advise ${what}.`]);
  });

  it.each([
    ['The lesion should not be biopsied.', []],
    ['Further imaging should be avoided.', []],
    ['MRI is not contraindicated.', []],
    ['MRI may be contraindicated.', []],
    ['There is no contraindication to MRI.', []],
    ['Colonoscopy should be deferred.', []],
    ['Biopsy should not be delayed.', ['The report asks for a tissue sample (biopsy).']],
    ['MRI is recommended unless contraindicated.', ['The report asks for an MRI scan, unless not safe.']],
    [
      'MRI is recommended as CT is contraindicated.',
      ['The report asks for an MRI scan.', 'The report does not advise a CT scan.'],
    ],
  ])('%s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });
});

describe('what was done, or asked, is no step', () => {
  it.each([
    'Laparotomy for ischaemic bowel last week. Anastomosis intact.',
    'Bowel resection for volvulus noted.',
    'Hemicolectomy for cancer 3 years ago. No recurrence.',
    'Nephrectomy for renal cancer 2015.',
    'Emergency laparotomy for ischaemic bowel on 3 May.',
    'Referral for possible PE.',
    'Referral for ?PE. No PE.',
    'Non diagnostic study for PE.',
    'Study not tailored for assessment of PE.',
    'Not a dedicated study for bowel ischaemia.',
    'This is not a dedicated study of the pancreas.',
  ])('%s', (text) => {
    expect(steps(text)).toEqual([]);
  });

  it.each(['CXR today: no pneumothorax.', 'CXR today.'])('%s', (text) => {
    expect(steps(text, 'CXR')).toEqual([]);
  });

  it.each([
    ['Urgent laparotomy for perforation.', 'The report asks for belly surgery urgently.'],
    ['Urgent referral for suspected lung cancer.', 'The report asks for a visit with another doctor or team urgently.'],
    ['Referral for further assessment.', 'The report asks for a visit with another doctor or team.'],
    ['Suggest urgent surgical r/v.', 'The report suggests a visit with a surgeon urgently.'],
    ['Recommend repeat views with nipple markers.', 'The report asks for another X-ray.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });
});

describe('a choice is one step', () => {
  it.each([
    [
      'CT or PET/CT or biopsy is recommended.',
      ['The report asks for a CT scan, a PET scan or a tissue sample (biopsy).'],
    ],
    [
      'MRI, CT, or ultrasound may be considered.',
      ['Your doctor may think about an MRI scan, a CT scan or an ultrasound.'],
    ],
    [
      'CT in 3 months or PET/CT or biopsy should be considered.',
      ['Your doctor may think about a CT scan in 3 months, a PET scan or a tissue sample (biopsy).'],
    ],
    [
      'CT or MRI, and biopsy are recommended.',
      ['The report asks for a CT scan or an MRI scan.', 'The report asks for a tissue sample (biopsy).'],
    ],
    ['Repeat CT at 6 hours or if GCS falls.', ['The report asks for another CT scan in 6 hours, or if GCS falls.']],
  ])('%s', (text, expected) => {
    expect(steps(text, 'XR CHEST')).toEqual(expected);
  });

  it('asks for the scan in hours though a condition is named beside it', () => {
    expect(told('IMPRESSION: Repeat CT at 6 hours or if GCS falls.').tier).toBe('urgent');
  });
});

describe('what was added later counts', () => {
  it.each([
    [
      'No stone.\nADDENDUM: 4 mm stone distal left ureter.',
      'urgent',
      'See your doctor soon: stone in the tube from the left kidney.',
    ],
    [
      'No stone. Consultant addendum: 4 mm stone distal left ureter.',
      'urgent',
      'See your doctor soon: stone in the tube from the left kidney.',
    ],
    [
      'No acute abnormality.\nConsultant: Acute appendicitis.',
      'urgent',
      'See your doctor soon: inflamed appendix. We could not explain part of it.',
    ],
    [
      'Acute pulmonary embolism.\nADDENDUM: There is no PE. Please disregard previous conclusion.',
      'routine',
      'Main point: There is no blood clot in the lung.',
    ],
    ['Left hip fracture.\nCORRECTION: right hip fracture.', 'emergency', 'Needs action right away: broken hip.'],
    ['Left renal mass.\nADDENDUM: Should read RIGHT.', 'urgent', 'See your doctor soon: lump in the kidney.'],
    [
      '8 mm right upper lobe nodule.\nADDENDUM: 18 mm not 8 mm.',
      'urgent',
      'See your doctor soon: small spot in the lung.',
    ],
    [
      'Compression fracture at T12.\nADDENDUM: level should read T8.',
      'soon',
      'To talk over with your doctor: squashed spine bone.',
    ],
    [
      'Provisional: No fracture.\nFINAL: Fracture of the distal radius.',
      'urgent',
      'See your doctor soon: broken wrist. We could not explain part of it.',
    ],
    [
      'No acute intracranial abnormality.\nADDENDUM: Acute left subdural haematoma, 9 mm.',
      'emergency',
      'Needs action right away: blood under the outer brain cover.',
    ],
  ])('%s', (text, tier, headline) => {
    const { items, checks, asked, ...own } = told(`FINDINGS: As below.\nIMPRESSION: ${text}`);
    expect([own.tier, own.headline]).toEqual([tier, headline]);
    expect(items[0]).toContain(CHANGED);
    expect(checks).toContain('amended');
    expect(asked).toBeGreaterThan(0);
  });

  it('is not told as fine where a formal report or an addendum says otherwise', () => {
    const text = 'FINDINGS: Verbal report 0200: no bleed. Formal: SAH. The orbits are normal.\nIMPRESSION: SAH.';
    expect(told(text).fine).not.toContain('bleeding');
    const chest = 'FINDINGS: No pneumothorax. The heart is normal.\nIMPRESSION: Normal.\nADDENDUM: Left pneumothorax.';
    expect(told(chest).fine).not.toContain('air outside');
  });

  it.each([
    'Left renal mass.\nADDENDUM: There is also a right renal mass.',
    'Right pneumothorax.\nADDENDUM: No left pneumothorax.',
    'Pneumothorax.\nADDENDUM: No pneumothorax on the left.',
    'Acute PE.\nADDENDUM: Prior CT showed no PE.',
    'Acute PE.\nADDENDUM: No new PE.',
    'Distal radius fracture.\nADDENDUM: Elbow views have been reviewed. No fracture.',
    'No new metastasis.\nADDENDUM: Stable liver metastasis.',
    'Acute PE.\nAttending: Stone, Robert',
  ])('changes nothing: %s', (text) => {
    const { items, checks } = told(`IMPRESSION: ${text}`);
    expect(items.join(' ')).not.toContain(CHANGED);
    expect(checks).not.toContain('amended');
  });
});

describe('a report that was taken back', () => {
  it.each([
    'Normal chest.\nThis report was issued in error.',
    'Normal chest.\nREPORT WITHDRAWN.',
    'Normal chest.\nADDENDUM: Report issued for the wrong patient. Please disregard.',
    'Normal chest.\nThis report has been retracted.',
    'Normal chest.\nADDENDUM: Disregard the above impression.',
  ])('%s', (text) => {
    const { tier, notices, fine } = told(`FINDINGS: No effusion.\nIMPRESSION: ${text}`);
    expect(notices[0]).toBe('withdrawn');
    expect([tier, fine]).toEqual(['routine', '']);
  });

  it('is none where a tube was withdrawn', () => {
    expect(told('IMPRESSION: The catheter was withdrawn.').notices).toEqual([]);
  });
});

describe('the lesser choice is no step', () => {
  const MRI = 'The report asks for an MRI scan.';
  const CHECK = 'The report suggests a follow-up check.';
  it.each([
    ['Active surveillance rather than nephrectomy or ablation.', ['The report asks for a follow-up check.']],
    ['Observation preferred over biopsy.', []],
    ['PSA monitoring may be preferred to biopsy.', ['The report suggests a lab test.', CHECK]],
    ['Surveillance is preferable to surgery.', [CHECK]],
    ['I would favour surveillance over biopsy.', []],
    ['MRI rather than CT is recommended.', [MRI]],
    ['Recommend MRI instead of CT.', [MRI]],
    ['MRI in preference to CT is recommended.', [MRI]],
    ['Rather than biopsy, recommend MRI.', [MRI]],
    ['MRI is preferred to CT.', ['The report suggests an MRI scan.']],
    ['Biopsy carries high risk of pneumothorax; surveillance CT preferred.', ['The report suggests a CT scan.']],
    ['Arthroscopy unlikely to help.', []],
    ['Biopsy is not likely to be helpful.', []],
    [
      'Refer to sarcoma centre; do not biopsy locally.',
      ['The report asks for a visit with a team for bone and soft tissue cancer.'],
    ],
    ['Avoid biopsy until discussed at sarcoma MDT.', []],
  ])('%s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it.each([
    ['CT or MRI is preferred.', 'The report suggests a CT scan or an MRI scan.'],
    ['Recommend CT over the next 3 months.', 'The report asks for a CT scan within 3 months.'],
    ['It is suggested to repeat CT in 3 months.', 'The report suggests another CT scan in 3 months.'],
    ['Patient is encouraged to return for mammogram.', 'The report asks for a mammogram.'],
  ])('keeps the one that is wanted: %s', (text, step) => {
    expect(steps(text, 'XR CHEST')).toEqual([step]);
  });
});

describe('the age of this scan, and what was asked for before it, is no step', () => {
  it.each([
    'Surveillance post testicular cancer, 24 months. No relapse.',
    '6 month surveillance scan. No recurrence.',
    '18 month follow-up scan: no disease.',
    'Previous report recommended CT at 3 months; this is that scan.',
    'The previous scan in May advised 3 month follow up.',
    'Biopsy proven no recurrence.',
    'Biopsy left breast mass under ultrasound guidance. Three cores were taken.',
    'No CT correlate – colonoscopy.',
    'No sonographic correlate.',
    'Mammography is not a substitute for clinical examination.',
  ])('%s', (text) => {
    expect(steps(text)).toEqual([]);
  });

  it.each([
    ['Nodule 6 mm. 6 month follow-up scan.', 'The report asks for a CT scan in 6 months.'],
    ['Follow-up after treatment, 3 months.', 'The report asks for a follow-up check 3 months after treatment.'],
    ['6 month follow-up CT.', 'The report asks for a CT scan in 6 months.'],
    ['Follow-up post treatment in 6 months.', 'The report asks for a follow-up check in 6 months.'],
    ['Nodule larger than the previous CT. Recommended PET-CT.', 'The report asks for a PET scan.'],
    ['Suspicious mass. Biopsy under ultrasound guidance.', 'The report asks for a tissue sample (biopsy).'],
    [
      'Nerve root injection could be tried before surgery is considered.',
      'Your doctor may think about a procedure before surgery.',
    ],
  ])('keeps what is to come: %s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });
});

describe('a condition stays with its own step', () => {
  const SIX = 'The report asks for a CT scan in 6 months.';
  it.each([
    [
      'If low risk no follow up required, if high risk optional CT at 12 months.',
      [
        'The report says no further step is needed for this, if low risk.',
        'Your doctor may think about a CT scan in 12 months, if your risk is high.',
      ],
    ],
    ['CT at 6 months, if stable CT at 18 months.', [SIX, 'The report asks for a CT scan in 18 months, if stable.']],
    ['CT at 6 months, if stable, CT at 18 months.', [SIX, 'The report asks for a CT scan in 18 months, if stable.']],
    [
      'Repeat MRI 3 months, if growing biopsy.',
      [
        'The report asks for another MRI scan in 3 months.',
        'The report asks for a tissue sample (biopsy), if growing.',
      ],
    ],
    ['MRI, if no contraindication, is recommended.', ['The report asks for an MRI scan, if no contraindication.']],
    [
      'Recommend ultrasound, if inconclusive MRI.',
      ['The report asks for an ultrasound.', 'The report asks for an MRI scan, if inconclusive.'],
    ],
  ])('%s', (text, expected) => {
    expect(steps(text, 'XR CHEST')).toEqual(expected);
  });

  it.each([
    ['Low risk: CT at 12 months. High risk: CT at 6 months.', ['Low risk', 'High risk']],
    ['High-risk patients: CT at 6 months.', ['High-risk patients']],
    ['FNA if patient wishes, otherwise rescan 12/12.', ['if patient wishes', 'otherwise']],
  ])('%s', (text, conditions) => {
    const report = `IMPRESSION: ${text}`;
    const { recommendations } = english().read({ kind: 'text', text: report });
    expect(recommendations.map(({ condition }) => condition && report.slice(...condition.span))).toEqual(conditions);
  });
});

describe('how long it goes on is no time from now', () => {
  it.each([
    ['CT q6 months x 2 years.', 'The report asks for a CT scan every 6 months for 2 years.'],
    ['Annual surveillance till 5 yrs.', 'The report asks for a follow-up check every year.'],
    ['CT every 6 months until 2 years.', 'The report asks for a CT scan every 6 months.'],
  ])('%s', (text, step) => {
    expect(steps(text, 'XR CHEST')).toEqual([step]);
  });

  it('reads a list of times after what asks for it', () => {
    const text = 'IMPRESSION: CT recommended at 1, 3 and 5 years.';
    expect(english().read({ kind: 'text', text }).recommendations[0]?.times).toEqual([1, 3, 5]);
  });
});

describe('a label that says for whom advice is', () => {
  it('is quoted as the report has it', () => {
    const text = 'IMPRESSION: Low risk: no follow-up. High risk: CT in 12 months.';
    expect(
      english()
        .explain({ kind: 'text', text })
        .nextSteps.map((step) => step.text),
    ).toEqual([
      'The report says no further step is needed for this, where the report says "Low risk".',
      'The report asks for a CT scan in 12 months, where the report says "High risk".',
    ]);
  });
});

describe('advice to look closer that names no test', () => {
  const LOOK = 'The report asks for a closer check. The report does not name the test.';
  it.each([
    ['Further evaluation is needed.', LOOK, 'A closer check is advised.'],
    ['The nodule requires further evaluation.', LOOK, 'The small lump needs a further check.'],
    [
      'Right breast asymmetry needs additional workup.',
      LOOK,
      'A difference between the sides on the right needs a further check.',
    ],
  ])('%s', (text, step, sentence) => {
    expect(steps(text)).toEqual([step]);
    expect(told(`IMPRESSION: ${text}`).items).toEqual([sentence]);
  });

  it('is not told where a medicine is advised too', () => {
    const text = 'Recommend antibiotics and further evaluation.';
    expect(steps(text)[0]).toMatch(/advice about your care/);
    expect(told(`IMPRESSION: ${text}`).items).toEqual([text]);
  });
});

describe('a test advised right behind what was found', () => {
  it.each([
    [
      'Focal uptake in the thyroid, ultrasound recommended.',
      'There is a spot of tracer uptake in the thyroid gland. An ultrasound is advised.',
    ],
    [
      'Nodule in the right lobe, CT chest in 3 months recommended.',
      'There is a small lump in the right lobe. A CT scan of the chest in 3 months is advised.',
    ],
    ['If the nodule grows, biopsy is recommended.', 'If the small lump grows, a tissue sample is advised.'],
    ['CT, MRI or ultrasound is recommended.', 'A CT scan, an MRI scan or an ultrasound is advised.'],
  ])('%s', (text, sentence) => {
    expect(told(`IMPRESSION: ${text}`).items).toEqual([sentence]);
  });
});

describe('a comparison with what was done before', () => {
  const COMPARE = 'The report asks for a comparison with your earlier scans. Tell your doctor where they were done.';
  it.each([
    'Comparison with previous CT is recommended.',
    'Comparison with prior mammograms is advised to evaluate for change.',
    'Recommend comparison with outside studies.',
    'Correlate with prior MRI.',
  ])('asks for no new test: %s', (text) => {
    expect(steps(text)).toEqual([COMPARE]);
  });
  it('stands beside a new test that is asked for', () => {
    expect(steps('Comparison with older studies is recommended. MRI of the liver is recommended.')).toContain(
      'The report asks for an MRI scan of the liver.',
    );
  });
});

describe('what none of them needs', () => {
  it.each([
    'Neither nodule meets criteria for FNA.',
    'Bilateral nodules, none meeting criteria for biopsy.',
    'Biopsy deferred.',
  ])('is no step: %s', (text) => {
    expect(steps(text).filter((step) => step.startsWith('The report asks'))).toEqual([]);
  });
});

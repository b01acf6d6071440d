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
    ['MRI is recommended unless contraindicated.', ['The report asks for an MRI scan, unless contraindicated.']],
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
    ['No stone.\nADDENDUM: 4 mm stone distal left ureter.', 'urgent', 'See your doctor soon: stone.'],
    ['No stone. Consultant addendum: 4 mm stone distal left ureter.', 'urgent', 'See your doctor soon: stone.'],
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

/** What the person is asked to do, who else is asked, short orders, meetings of specialists, and releases that depend on something. */
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';

const explained = (text: string, title = 'CT CHEST') =>
  english().explain({ kind: 'text', text: `${title}\nIMPRESSION: ${text}` });
const steps = (text: string, title?: string) => explained(text, title).nextSteps.map((step) => step.text);
const told = (text: string) => explained(text).items.flatMap(({ plain }) => plain.map((one) => one.text));
const inOthers = (text: string) =>
  TOLD.map((language) =>
    toldIn(language)
      .explain({ kind: 'text', text: `CT CHEST\nIMPRESSION: ${text}` })
      .nextSteps.map((step) => step.text)
      .join(' '),
  );

describe('what the person is asked to do is a step', () => {
  it.each([
    [
      'Bed rest for 2 hours after the procedure.',
      'The report asks that you rest in bed for 2 hours after the procedure.',
    ],
    ['Keep in a collar until reviewed.', 'The report asks that you wear a neck collar until reviewed.'],
    ['Non weight bearing for 6 weeks.', 'The report asks that you put no weight on it for 6 weeks.'],
    ['NWB 4/52.', 'The report asks that you put no weight on it for 4 weeks.'],
    ['No driving for 24 hours.', 'The report asks that you do not drive for 24 hours.'],
    ['Keep nil by mouth.', 'The report asks that you eat and drink nothing.'],
    ['Wear the boot for 3 weeks.', 'The report asks that you wear the boot for 3 weeks.'],
    ['Avoid contact sport for 2 months.', 'The report asks that you stay away from contact sport for 2 months.'],
    ['Drink plenty of fluids.', 'The report asks that you drink plenty.'],
    [
      'Stop metformin for 48 hours.',
      'The report asks that you take no metformin for 48 hours. Talk with your doctor before you change any medicine.',
    ],
    ['Advised to drink plenty of fluids.', 'The report asks that you drink plenty.'],
    ['Keep well hydrated after the scan.', 'The report asks that you drink plenty after the scan.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
    expect(explained(text).urgency.tier).toBe('routine');
  });

  it('a stay in hospital does not wait for the next visit', () => {
    expect(steps('Admit for observation.')).toEqual(['The report asks that you stay in hospital.']);
    expect(explained('Admit for observation.').urgency.tier).toBe('soon');
  });

  it.each([
    'Non weight bearing views were obtained.',
    'Bed rest is not required.',
    'The patient was kept nil by mouth.',
    'Antibiotics are not required.',
    'Wrist splint in situ.',
  ])('is no step: %s', (text) => {
    expect(steps(text)).toEqual([]);
  });

  it('in other languages too', () => {
    expect(inOthers('Wear the boot for 3 weeks.')).toEqual([
      'El informe le pide llevar la bota durante 3 semanas.',
      '报告要求您穿固定靴，为期 3 周。',
    ]);
  });
});

describe('a step for relatives is not told as one for the person', () => {
  it.each([
    [
      'Sibling screening with renal ultrasound is recommended.',
      'The report asks for an ultrasound of the kidney, for close relatives and not for you.',
    ],
    ['Family screening is recommended.', 'The report advises that close relatives are checked too.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });
});

describe('short orders', () => {
  it.each([
    ['Interval CT 3/12.', 'The report asks for a CT scan in 3 months.'],
    ['CT 6/12.', 'The report asks for a CT scan in 6 months.'],
    ['Consider stress test.', 'Your doctor may think about a heart stress test.'],
    ['Suggest physio.', 'The report suggests a visit with a physical therapist.'],
    ['ENT please.', 'The report asks for a visit with an ear, nose and throat doctor.'],
    ['Ref 2WW.', 'The report asks for a visit with another doctor or team within 2 weeks.'],
    ['D/w vascular surgeons advised.', 'The report asks for a visit with a blood vessel surgeon.'],
    ['Please send the patient to ED.', 'The report asks for a visit with the emergency department.'],
    ['Fracture clinic in 1 week.', 'The report asks for a visit with the clinic for broken bones in 1 week.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });

  it('a blood test and a scan', () => {
    expect(steps('Bloods and repeat USS 4/52.')).toEqual([
      'The report asks for a lab test.',
      'The report asks for another ultrasound in 4 weeks.',
    ]);
  });

  it('tells a time that is written in the British way', () => {
    expect(told('XR 6/52 to check resolution.').join(' ')).toContain('in 6 weeks');
  });

  it('a call that was made stays a call', () => {
    expect(explained('Findings d/w Dr Hill.').communications).toHaveLength(1);
    expect(explained('D/w vascular surgeons advised.').communications).toHaveLength(0);
  });
});

describe('a meeting of specialists', () => {
  it.each([
    [
      'Discussion at the melanoma MDT.',
      'The report asks that a team of specialists (melanoma and skin) talks about your case.',
    ],
    ['?for MDT.', 'The report asks that a team of specialists talks about your case.'],
    [
      'Suggest discussion at the HPB MDM.',
      'The report suggests that a team of specialists (liver, bile ducts and pancreas) talks about your case.',
    ],
    [
      'Consider discussion at the sarcoma MDT.',
      'Your doctor may ask a team of specialists (bone and soft tissue cancer) to talk about your case.',
    ],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
    expect(told(text)).toEqual([step]);
  });
});

describe('a release that depends on something keeps it', () => {
  it.each([
    ['If benign on biopsy, no follow-up is needed.', 'If non-cancerous on a tissue sample, no follow-up is needed.'],
    [
      'Provided the MRI is normal, no further imaging is necessary.',
      'Provided the MRI scan is normal, no more imaging is necessary.',
    ],
  ])('%s', (text, sentence) => {
    expect(told(text)).toEqual([sentence]);
    expect(explained(text).urgency.tier).not.toBe('reassuring');
  });
});

describe('several ways to ask for one thing, and one way to ask for two', () => {
  it('a recall is one step for each test that it names', () => {
    const text =
      'BI-RADS 0: incomplete. Additional imaging is needed. Diagnostic mammogram and ultrasound recommended.';
    expect(steps(text, 'MAMMOGRAM')).toEqual([
      'The report asks for a mammogram.',
      'The report asks for an ultrasound.',
    ]);
  });

  it('two samples', () => {
    expect(steps('Biopsy of the right breast mass and of the left axillary node is recommended.')).toEqual([
      'The report asks for a tissue sample (biopsy) of the right breast.',
      'The report asks for a tissue sample (biopsy) of the left armpit.',
    ]);
    expect(steps('Biopsy of both the right and the left breast masses is advised.')).toEqual([
      'The report asks for a tissue sample (biopsy) of the breast on both sides.',
    ]);
    expect(told('Biopsy of both the right and the left breast masses.')).toEqual([
      'A tissue sample of the lumps in both breasts.',
    ]);
  });

  it('a remark that suggests', () => {
    expect(told('MRI would be more sensitive.')).toEqual(['An MRI scan might show more.']);
  });
});

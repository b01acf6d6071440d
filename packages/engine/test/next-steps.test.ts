/** Steps: what is asked for twice is told once, what two items ask for is told twice. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const steps = (text: string) => english().explain({ kind: 'text', text }).nextSteps;

describe('next steps', () => {
  it('a test named in the findings and in the impression is one step that points to both', () => {
    const [step, ...more] = steps(
      'CT CHEST\n\nFINDINGS:\nA 7 mm nodule. CT chest in 6 months is recommended.\n\nIMPRESSION:\nNodule. CT chest in 6 months is recommended.\n',
    );
    expect(more).toEqual([]);
    expect(step?.basis.length).toBe(2);
  });

  it('a biopsy of each of two things is two steps', () => {
    const text =
      'BREAST ULTRASOUND\n\nIMPRESSION:\n1. Left breast mass. Biopsy is recommended.\n2. Left axillary node. Biopsy is recommended.\n';
    expect(steps(text).map((step) => step.recommendation)).toHaveLength(2);
  });
});

const texts = (impression: string, title = 'CT ABDOMEN'): string[] =>
  steps(`${title}\n\nFINDINGS:\nDescribed.\n\nIMPRESSION:\n${impression}\n`).map(({ text }) => text);

describe('how a step is told', () => {
  it.each([
    ['Urgent MRI of the spine is recommended.', 'The report asks for an MRI scan of the spine urgently.'],
    [
      'Urgent referral to neurosurgery is advised.',
      'The report asks for a visit with a brain and spine surgeon urgently.',
    ],
    ['Non-urgent MRI is advised.', 'The report asks for an MRI scan.'],
    ['CT or MRI is recommended.', 'The report asks for a CT scan or an MRI scan.'],
    ['Biopsy is not recommended at this time.', 'The report does not advise a tissue sample.'],
    ['MRI is not recommended.', 'The report does not advise an MRI scan.'],
    ['No follow-up is needed.', 'The report says no further step is needed for this.'],
    ['Further imaging only if symptoms persist.', 'The report asks for more pictures, only if your symptoms go on.'],
    [
      'Follow-up ultrasound in 3 months or sooner if symptoms worsen.',
      'The report asks for an ultrasound in 3 months, or sooner if your symptoms get worse.',
    ],
    [
      'Clinical and laboratory correlation is recommended.',
      'The radiologist asks your doctor to compare the scan with how you feel and your other tests.',
    ],
  ])('%s', (impression, text) => expect(texts(impression)).toEqual([text]));

  it('a time counted in weeks of pregnancy is told as such', () =>
    expect(
      texts('Single live intrauterine pregnancy. Repeat growth scan at 32 weeks.', 'OBSTETRIC ULTRASOUND'),
    ).toEqual(['The report asks for another ultrasound at 32 weeks of pregnancy.']));

  it('two procedures of one line are two steps', () => expect(texts('EGD and colonoscopy.')).toHaveLength(2));

  it('does not ask how soon where the report says urgent', () => {
    const { questions } = english().explain({
      kind: 'text',
      text: 'IMPRESSION:\nUrgent MRI of the spine is recommended.\n',
    });
    expect(questions.map(({ text }) => text)).not.toContain(
      'The report does not say when. How soon should it be done?',
    );
  });
});

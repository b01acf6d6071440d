/** Advice and calls told as sentences, and next steps that say with whom and of what. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explained = (statement: string, title = 'CHEST X-RAY') =>
  english().explain({ kind: 'text', text: `${title}\n\nIMPRESSION:\n${statement}\n` });
const plain = (statement: string, title?: string): string =>
  explained(statement, title)
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');
const steps = (statement: string, title?: string): readonly string[] =>
  explained(statement, title).nextSteps.map(({ text }) => text);

describe('advice as a sentence', () => {
  it.each([
    [
      'a specialty is told by its plain name',
      'Urgent neurosurgical review advised.',
      'An urgent visit with a brain and spine surgeon is advised.',
    ],
    [
      'a verb of sending is a visit',
      'Please refer to gastroenterology.',
      'The report advises a visit with a stomach and bowel doctor.',
    ],
    [
      'once more is another one, what for is said plainly',
      'Suggest a repeat chest X-ray in 6 weeks after treatment to ensure resolution and exclude underlying malignancy.',
      'The report suggests another chest X-ray in 6 weeks after treatment to make sure it has cleared and rule out underlying cancer.',
    ],
    ['"repeat" alone is the test that was done', 'Repeat in 2 years.', 'The report advises another X-ray in 2 years.'],
    [
      'a condition stands first where the report has it first',
      'If symptoms persist, MRI is advised.',
      'If your symptoms go on, an MRI scan is advised.',
    ],
    [
      'an option stays an option',
      'Consider colonoscopy.',
      'Your doctor may think about a camera check of the large bowel.',
    ],
    [
      'what would help is no order',
      'Bone scan would help to look for metastatic disease.',
      'A bone scan would help to check for cancer spread.',
    ],
    [
      'a finding and its advice are two sentences',
      'A 5 mm nodule in the right upper lobe, recommend CT chest in 12 months.',
      'There is a 5 mm spot in the upper part of the right lung. The report advises a CT scan of the chest in 12 months.',
    ],
    [
      'a condition is not cut from its advice',
      'If there is hematuria, recommend cystoscopy.',
      'If there is blood in the urine, the report advises',
    ],
    [
      'surveillance stands behind its test',
      'Annual MRI surveillance suggested.',
      'A yearly MRI scan as a follow-up is suggested.',
    ],
    ['a medicine is quoted, never told as ours', 'Start antibiotic treatment.', 'Start antibiotic treatment.'],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });

  it.each([
    ['what is not needed is not advised', 'MRI is not recommended.'],
    ['a doubt is no aim', 'I cannot exclude a stone and CT is advised.'],
  ])('%s', (_, statement) => {
    expect(plain(statement)).toMatch(/\b(?:not|cannot)\b/);
  });
});

describe('calls as sentences', () => {
  it.each([
    [
      'a note without a subject',
      'Findings d/w dr. smith in ED at 0310.',
      'The findings were talked over with Dr. Smith in the emergency department at 0310.',
    ],
    [
      'capitals are kept for names only',
      "FINDINGS DISCUSSED WITH DR. O'NEILL IN THE ED AT 0310.",
      "The findings were talked over with Dr. O'Neill in the emergency department at 0310.",
    ],
    [
      'a role is told in plain words',
      'Discussed with ED registrar at time of reporting.',
      'This was talked over with a doctor in the emergency department at time of reporting.',
    ],
    [
      'who was told becomes the subject',
      'Notified PA Lombard by telephone at 4:44 PM.',
      'PA Lombard was told by phone at 4:44 PM.',
    ],
    [
      'by phone is not lost',
      'The above was discussed by telephone with Dr. Amal Reed at 15:20.',
      'The above was talked over by phone with Dr. Amal Reed at 15:20.',
    ],
    [
      'a person who spoke is no result',
      "I spoke with the patient's daughter by phone.",
      'I spoke with your daughter by phone.',
    ],
    ['the family doctor', 'GP informed.', 'Your family doctor was told.'],
    ['a name that is a word', 'Discussed with Dr Stone at 10:15.', 'This was talked over with Dr Stone at 10:15.'],
  ])('%s', (_, statement, expected) => {
    expect(plain(`Pneumothorax. ${statement}`)).toContain(expected);
  });

  it('names of people need no explanation', () => {
    const { notExplained, headline } = explained(
      "1. Pneumothorax.\n2. Findings discussed with Dr. Kim's nurse by Dr. Ostrowska.",
    );
    expect(notExplained).toEqual([]);
    expect(headline.text).not.toContain('could not explain');
  });
});

describe('next steps', () => {
  it.each([
    ['with whom', 'Urology referral is recommended.', 'The report asks for a visit with a urinary doctor.'],
    ['by what name', 'Consider colonoscopy.', 'Your doctor may think about a camera check of the large bowel.'],
    [
      'a sample by its kind and organ',
      'FNA of the thyroid nodule is advised.',
      'The report asks for a thin-needle sample of the thyroid.',
    ],
    [
      'a condition in plain words',
      'MRI is advised if symptoms persist.',
      'The report asks for an MRI scan, if your symptoms go on.',
    ],
    [
      'what needs nothing more',
      'Simple renal cyst, no follow-up needed.',
      'The report says no further step is needed for the simple fluid-filled sac in the kidney.',
    ],
    ['every year counts nothing', 'Annual mammogram is recommended.', 'The report asks for a mammogram every year.'],
  ])('%s', (_, statement, expected) => {
    expect(steps(statement)).toContain(expected);
  });

  it('nothing is said to be there that needs a step no more', () => {
    expect(steps('No nodule; no follow-up needed.').join(' ')).not.toContain('for the');
  });

  it('a clinic named for broken bones breaks none', () => {
    const { findings } = explained('No fracture. Refer to fracture clinic.', 'X-RAY WRIST').reading;
    expect(findings.map(({ assertion }) => assertion.presence)).toEqual(['absent']);
  });
});

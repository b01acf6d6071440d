/** What a reader who tried to break the explanations found: lists of nodes, corrected reports, dictation without marks. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { foundIn, impression } from './support/impression.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const toldIn = (text: string): string =>
  impression(text)
    .items.flatMap(({ plain }) => plain.map((sentence) => sentence.text))
    .join(' ');

describe('a state that nodes of several places share is found at each', () => {
  it.each([
    ['Enlarged axillary and inguinal nodes.', ['axillary-lymphadenopathy:present', 'inguinal-lymphadenopathy:present']],
    [
      'Enlarged mediastinal, hilar and axillary lymph nodes.',
      ['mediastinal-lymphadenopathy:present', 'hilar-lymphadenopathy:present', 'axillary-lymphadenopathy:present'],
    ],
    [
      'Bulky retroperitoneal and pelvic nodes.',
      ['abdominal-lymphadenopathy:present', 'pelvic-lymphadenopathy:present'],
    ],
    ['No enlarged axillary or inguinal nodes.', ['axillary-lymphadenopathy:absent', 'inguinal-lymphadenopathy:absent']],
  ])('%s', (text, wanted) => {
    expect(foundIn(text)).toEqual(expect.arrayContaining(wanted));
  });
  it('as urgent as at one of them', () => {
    expect(impression('FDG-avid left supraclavicular and mediastinal nodes.').urgency.tier).toBe('urgent');
    expect(impression('Enlarged heart and liver.').reading.findings.map(({ concept }) => concept)).not.toContain(
      'lymphadenopathy',
    );
  });
});

describe('what a correction says was wrong stands for nothing', () => {
  it.each([
    [
      'IMPRESSION: No evidence of metastatic disease.\nCORRECTED REPORT: In the prior version, item 1 read "Evidence of metastatic disease" due to a voice recognition error.',
      'routine',
    ],
    [
      'IMPRESSION: Evidence of bowel ischemia.\nADDENDUM: The impression should read: "No evidence of bowel ischemia." The word "No" was omitted in error.',
      'routine',
    ],
    [
      'IMPRESSION: Right pneumothorax.\nADDENDUM: The report originally read "right pneumothorax" and should read "left pneumothorax".',
      'emergency',
    ],
    [
      'IMPRESSION: No acute infarct.\nADDENDUM: The original report stated no hemorrhage in error; there is a subdural hematoma.',
      'emergency',
    ],
  ])('%s', (text, tier) => {
    expect(explained(text).urgency.tier).toBe(tier);
  });
});

describe('without marks', () => {
  it.each([
    [
      'No pulmonary embolism findings of congestive heart failure.',
      ['pulmonary-embolism:absent', 'heart-failure:present'],
    ],
    ['no pneumothorax evidence of right lower lobe pneumonia', ['pneumothorax:absent', 'pneumonia:present']],
    ['No fracture or evidence of dislocation.', ['fracture:absent', 'dislocation:absent']],
    ['heart is enlarged small bilateral pleural effusions', ['cardiomegaly:present', 'pleural-effusion:present']],
  ])('%s', (text, wanted) => {
    expect(foundIn(text)).toEqual(wanted);
  });
  it.each([
    [
      'heart is enlarged small bilateral pleural effusions',
      'Your heart is enlarged. There is a small amount of fluid around both lungs.',
    ],
    ['lungs are clear heart is enlarged', 'Your lungs are clear. Your heart is enlarged.'],
    ['The liver shows normal enhancement.', 'Your liver shows normal dye uptake.'],
  ])('%s', (text, sentences) => {
    expect(toldIn(text)).toBe(sentences);
  });
});

describe('a remark on a test asks for none', () => {
  it.each(['MRI more sensitive for early ischemia.', 'MRI is the most accurate test for this.'])('%s', (text) => {
    const { urgency, nextSteps } = explained(`CT HEAD\nIMPRESSION: No acute hemorrhage. ${text}`);
    expect([urgency.tier, nextSteps]).toEqual(['routine', []]);
  });
});

describe('advice on treatment behind a finding is quoted, and the finding is told', () => {
  it.each([
    [
      'LV thrombus, anticoagulation recommended.',
      ['There is a blood clot in the lower left heart chamber.', 'anticoagulation recommended.'],
    ],
    [
      'DVT - anticoagulation should be considered.',
      ['There is a blood clot in a deep vein.', 'anticoagulation should be considered.'],
    ],
    [
      'Small effusion, if fever develops, start antibiotics.',
      ['There is a small amount of fluid build-up.', 'if fever develops, start antibiotics.'],
    ],
    ['Start antibiotics.', ['Start antibiotics.']],
  ])('%s', (text, sentences) => {
    const { items, nextSteps, notExplained } = impression(text);
    const plain = items.flatMap((item) => item.plain);
    expect(plain.map((sentence) => sentence.text)).toEqual(sentences);
    expect(plain.at(-1)?.how).toBe('verbatim');
    expect(nextSteps[0]?.text).toContain('Read it in its own words');
    expect(notExplained.map((one) => one.text)).toContain(sentences.at(-1));
  });
  it('leaves the finding as sure as it is', () => {
    expect(impression('DVT - anticoagulation should be considered.').reading.findings[0]?.assertion.certainty).toBe(
      'definite',
    );
    expect(impression('Stone likely to pass.').reading.findings[0]?.assertion.certainty).toBe('definite');
    expect(
      impression('Mass - malignancy should be considered.').reading.findings.map(({ assertion }) => assertion.presence),
    ).toEqual(['present', 'possible']);
  });
});

describe('how soon', () => {
  it.each([
    ['Monitor for bowel ischemia.', 'soon'],
    ['Bowel ischemia.', 'emergency'],
    ['Stroke.', 'urgent'],
    ['Abdominal aorta 5.8 cm.', 'urgent'],
    ['Abdominal aorta 12 cm in length.', 'routine'],
    ['Endometrium 14 mm. Suggest 2WW gynae.', 'soon'],
    ['Successful coil embolization of the bleed. No further bleeding.', 'soon'],
  ])('%s', (text, tier) => {
    expect(impression(text).urgency.tier).toBe(tier);
  });
  it.each(['Advise orthopaedics.', 'Advise fracture clinic.'])('%s is a step', (text) => {
    expect(impression(`Undisplaced fracture. ${text}`).nextSteps).toHaveLength(1);
  });
});

describe('organs that are normal beside a finding', () => {
  it.each([
    [
      'Fatty liver, normal spleen and pancreas.',
      'There is extra fat in the liver. Your spleen and pancreas are normal.',
    ],
    ['Cyst with normal wall.', 'There is a fluid-filled sac with a normal wall.'],
  ])('%s', (text, sentences) => {
    expect(toldIn(text)).toBe(sentences);
  });
});

/** What a request says as its person is told: facts as facts, questions as questions; and titles, techniques and comparisons. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

function told(code: string, text: string): string {
  const { reading, sections } = english().explain({ kind: 'text', text });
  const own = new Set(reading.sections.filter((section) => section.code === code).map(({ id }) => id));
  return sections
    .filter(({ section }) => own.has(section))
    .flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map((sentence) => sentence.text)))
    .join(' ');
}

const request = (words: string): string =>
  told('history', `CT STUDY\n\nINDICATION: ${words}\n\nFINDINGS: The lungs are clear.\n`);
const title = (words: string): string => told('exam', `${words}\n\nFINDINGS: The lungs are clear.\n`);
const comparison = (words: string): string =>
  told('comparison', `CT CHEST\n\nCOMPARISON: ${words}\n\nFINDINGS: The lungs are clear.\n`);

describe('requests', () => {
  it.each([
    ['a question stays a question', '? PE', 'Your doctor asks: is there a blood clot in the lung?'],
    ['age and sex need no words', '24 M with cough', 'You have a cough.'],
    ['nor with a stroke between them', '45/F cough', 'You have a cough.'],
    ['in either order', 'M/45 with chest pain', 'You have chest pain.'],
    ['so does a word with its mark behind it', 'Gallstones?', 'Your doctor asks: are there gallstones?'],
    [
      'one of two is asked for',
      'Pneumonia vs CHF',
      'Your doctor asks: is there lung infection or weak pumping of the heart?',
    ],
    ['a symptom is the person’s', 'pt c/o cp', 'You have chest pain.'],
    ['an illness stays the doctor’s word', 'Breast cancer', 'Noted: breast cancer.'],
    ['what is known is known', 'Known COPD', 'Already known: long-term lung disease (COPD).'],
    ['a history may be past', 'H/O SARCOIDOSIS', 'You have or had sarcoidosis.'],
    ['no history is none', 'no history of trauma', 'You have no history of injury.'],
    ['a denial is kept', 'Denies fever or chills.', 'You said you have no fever or chills.'],
    ['the family is not the person', 'Family history of breast cancer.', 'In your family: breast cancer.'],
    [
      'an age is left out, a length of time is not',
      '63F w/ low back pain radiating to right leg x 5 weeks.',
      'You have had low back pain that spreads to the right leg for 5 weeks.',
    ],
    ['weeks are written as a fraction', 'Swelling 3/52', 'You have had swelling for 3 weeks.'],
    [
      'a fall was days ago',
      '81 y/o F s/p fall x4/7, r/o hip fx',
      'You had a fall 4 days ago. Your doctor asks: is there a broken bone in the hip?',
    ],
    [
      'a medicine and a score are told as such',
      'fall on warfarin, GCS 13',
      'You had a fall. You take warfarin, a blood thinner. Your alertness score (GCS) was 13.',
    ],
    [
      'one short form has two meanings: the illness where it is asked for',
      'LLQ PAIN R/O APPY',
      'You have pain in the lower left part of the belly. Your doctor asks: is there an inflamed appendix?',
    ],
    ['and the surgery where it was done', 's/p appy', 'You had surgery to take out the appendix.'],
    ['a letter is a side', 'R knee pain', 'You have pain in the right knee.'],
    ['what is to be seen again', 'f/u RUL nodule', 'To check again: a small spot in the upper part of the right lung.'],
    ['surgery to come', 'Preop evaluation', 'A check before surgery.'],
  ])('%s', (_, words, expected) => {
    expect(request(words)).toBe(expected);
  });

  it.each([
    ['what a fever list goes on to deny is not decided', 'No fever, cough for 2 wks', /you have (?:had )?a cough/i],
    ['nobody asks whether there is pain', 'Rule out kidney stones, left flank pain', /is there|are there/i],
    ['a relative’s illness', 'Mother had breast cancer.', /you (?:have|had)/i],
    ['an organ is no symptom', 'Pain and left arm', /you have/i],
    ['a condition is no fact', 'CT if chest pain recurs', /you have/i],
  ])('%s', (_, words, wrong) => {
    expect(request(words)).not.toMatch(wrong);
  });

  it('what stands under the family’s or the past’s heading is no request', () => {
    const text = 'CT CHEST\n\nFAMILY HISTORY: Asthma, diabetes.\n\nFINDINGS: The lungs are clear.\n';
    expect(told('history', text)).not.toMatch(/you have/i);
  });

  it('is read as it was: a question is no finding', () => {
    const { findings } = english().read({
      kind: 'text',
      text: 'CT CHEST\n\nINDICATION: Cough, ? PE.\n\nFINDINGS: Clear.\n',
    });
    expect(findings.find(({ concept }) => concept === 'pulmonary-embolism')?.assertion.presence).toBe('hypothetical');
  });
});

describe('titles', () => {
  it.each([
    ['CXR PA and lat', 'Chest X-ray, back-to-front and side views.'],
    ['CT ABD/PELV W CONTRAST', 'CT scan of the belly and pelvis with dye.'],
    ['CT HEAD W/O', 'CT scan of the head without dye.'],
    ['MRI L-SPINE W/WO CONTRAST', 'MRI scan of the lower back part of the spine with and without dye.'],
    ['US THYROID', 'Ultrasound of the thyroid gland.'],
    ['XR KNEE LT 3 VIEWS', 'X-ray of the left knee, 3 views.'],
    ['MR KNEE RT WO CONTRAST', 'MRI scan of the right knee without dye.'],
    ['CT KUB', 'CT scan of the kidneys and bladder.'],
    ['LEFT LOWER EXTREMITY VENOUS DOPPLER ULTRASOUND', 'Vein blood flow ultrasound of the left leg.'],
    ['Mammogram and ultrasound, left breast', 'Mammogram and an ultrasound, the left breast.'],
    ['Echocardiogram report', 'Ultrasound of the heart.'],
  ])('%s', (words, expected) => {
    expect(title(words)).toBe(expected);
  });

  it('no earlier scan is said so', () => {
    expect(comparison('None.')).toBe('No earlier scan.');
    expect(comparison('CT chest 3 May 2024')).toBe('CT scan of the chest 3 May 2024.');
  });
});

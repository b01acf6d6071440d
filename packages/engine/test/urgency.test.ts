/** How soon the report asks for something; it fails towards concern. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { complaints, missing, risks } from './support/urgency-examples.ts';

const tier = (text: string): string => english().explain({ kind: 'text', text }).urgency.tier;
const report = (impression: string, findings = 'Described below.'): string =>
  `CT STUDY\nFINDINGS: ${findings}\nIMPRESSION: ${impression}`;

describe('urgency', () => {
  it.each([
    ['Acute aortic dissection.', 'emergency'],
    ['Tension pneumothorax on the right.', 'emergency'],
    ['Ruptured abdominal aortic aneurysm.', 'emergency'],
    ['Cord compression at T8.', 'emergency'],
    ['Small right apical pneumothorax.', 'urgent'],
    ['Acute appendicitis.', 'urgent'],
    ['Acute uncomplicated appendicitis. No perforation.', 'urgent'],
    ['Acute appendicitis cannot be excluded.', 'urgent'],
    ['Mass in the pancreas, suspicious for malignancy.', 'urgent'],
    ['Hip fracture on the left.', 'emergency'],
    ['BI-RADS 5.', 'urgent'],
    ['Gallstones.', 'soon'],
    ['Lung nodule, 7 mm. CT in 6 months is recommended.', 'soon'],
    ['Biopsy of the breast mass is recommended.', 'urgent'],
    ['Urgent surgical referral is advised.', 'urgent'],
    ['MRI within one week is recommended.', 'urgent'],
    ['Osteoarthritis of both knees.', 'routine'],
  ])('%s is %s', (impression, expected) => expect(tier(report(impression))).toBe(expected));

  it.each([
    ['Extradural mass compressing the spinal cord at T6.', 'emergency'],
    ['Collection compresses the cord at C5.', 'emergency'],
    ['Disc extrusion compressing the cord at C5-6.', 'urgent'],
    ['Disc extrusion without compression of the cord.', 'soon'],
    ['Rim-enhancing epidural collection at L3.', 'urgent'],
  ])('what presses on the cord: %s is %s', (impression, expected) => expect(tier(report(impression))).toBe(expected));

  it('is at least routine where a word of the impression is unknown', () => {
    expect(tier(report('Blorptic change of the wurgle.'))).not.toBe('reassuring');
  });

  it('does not count what is denied, past or resolved', () => {
    expect(['routine', 'reassuring']).toContain(tier(report('No pulmonary embolism. No pneumothorax.')));
  });

  it('is at least urgent where a result was passed on as urgent', () => {
    const text = `${report('Gallstones.')}\n\nCritical result called to Dr. Moss at 10:30.`;
    expect(['urgent', 'emergency']).toContain(tier(text));
  });

  it('counts an emergency that only the findings describe', () => {
    expect(tier(report('Mild emphysema.', 'Tension pneumothorax on the left. Mild emphysema.'))).toBe('urgent');
  });

  it('never tells a certain emergency as routine', () => {
    for (const what of [
      'Testicular torsion',
      'Ectopic pregnancy',
      'Bowel perforation',
      'Cardiac tamponade',
      'Septic arthritis',
    ])
      expect(['urgent', 'emergency']).toContain(tier(report(`${what}.`)));
  });
});

const item = (text: string) => english().explain({ kind: 'text', text: `IMPRESSION:\n${text}\n` });
const tierOf = (text: string): string => item(text).urgency.tier;
const RANK = ['reassuring', 'routine', 'soon', 'urgent', 'emergency'];
const rank = (text: string): number => RANK.indexOf(tierOf(text));

describe('what should be there and is not', () => {
  it.each(missing.flatMap(({ id, tier: least, hit }) => hit.map((text) => [id, text, least] as const)))(
    '%s: %s is at least %s and never told as fine',
    (_, text, least) => {
      expect(rank(text)).toBeGreaterThanOrEqual(RANK.indexOf(least));
      const told = english().explain({ kind: 'text', text: `CT STUDY\nFINDINGS:\n${text}\nIMPRESSION:\nSee above.\n` });
      expect(told.normal).toEqual([]);
    },
  );

  it.each(missing.flatMap(({ id, miss }) => miss.map((text) => [id, text] as const)))('%s: %s is not', (_, text) =>
    expect(rank(text)).toBeLessThan(RANK.indexOf('urgent')),
  );

  it.each([
    'No abnormal enhancement.',
    'No enhancement to suggest tumor.',
    'No pathologic enhancement.',
    'No opacity.',
  ])('%s stays good news', (text) => expect(tierOf(text)).toBe('reassuring'));
});

describe('what might come, or is only asked', () => {
  it.each(risks.hit)('%s is not reassuring', (text) => expect(tierOf(text)).not.toBe('reassuring'));

  it.each([
    ['At risk for rupture.', 'soon'],
    ['Increased risk of rupture.', 'soon'],
    ['This aneurysm carries a high risk of rupture.', 'urgent'],
    ['Aortic aneurysm of 6.1 cm, prone to rupture.', 'urgent'],
    ['Ruptured aortic aneurysm.', 'emergency'],
    ['Low risk of fracture.', 'reassuring'],
  ])('%s is %s', (text, expected) => expect(tierOf(text)).toBe(expected));
});

describe('why somebody comes', () => {
  it.each(complaints.hit)('%s tells of no bleeding that was seen', (text) =>
    expect(rank(text)).toBeLessThan(RANK.indexOf('urgent')),
  );
  it.each(complaints.miss)('%s tells of one', (text) =>
    expect(rank(text)).toBeGreaterThanOrEqual(RANK.indexOf('urgent')),
  );
});

describe('a normal study', () => {
  it.each([
    'Normal chest x-ray.',
    'No active disease.',
    'Clear lungs.',
    'Normal.',
    'Normal nuclear myocardial perfusion scan.',
    'Normal left ventricular systolic function.',
    'Negative study.',
    'Unremarkable CT of the abdomen.',
  ])('%s is reassuring', (text) => expect(tierOf(text)).toBe('reassuring'));

  it.each(['Normal quxoscopy.', 'No comparison.', 'Heart size top normal.', 'Study limited by motion.'])(
    '%s is not',
    (text) => expect(tierOf(text)).not.toBe('reassuring'),
  );
});

describe('the state of a finding', () => {
  it.each([
    ['Ejection fraction of 20%.', 'urgent'],
    ['LVEF 45%.', 'soon'],
    ['LVEF 60%.', 'routine'],
    ['BPP 4/8.', 'urgent'],
    ['Severe aortic stenosis.', 'urgent'],
    ['Coin in the esophagus.', 'urgent'],
    ['Malignant appearing enhancement.', 'urgent'],
    ['Partial tearing of the subscapularis.', 'soon'],
    ['Transfer to trauma center.', 'urgent'],
    ['Right maxillary sinus opacification with secretions.', 'routine'],
    ['Thyroid nodule does not meet criteria for biopsy or follow-up.', 'routine'],
    ['Intermediate probability scan for pulmonary embolism.', 'urgent'],
    ['The mass is smaller but new liver lesions are seen.', 'urgent'],
    ['Impending rupture of the aneurysm.', 'emergency'],
    ['Clinical correlation is suggested for infection.', 'routine'],
    ['Tumor board discussion is recommended.', 'soon'],
  ])('%s is %s', (text, expected) => expect(tierOf(text)).toBe(expected));
});

describe('what the impression passes over', () => {
  it.each([
    ['Compression fracture of T8.', 'No pulmonary embolism.', 'routine'],
    ['Moderate pericardial effusion.', 'No pulmonary embolism.', 'soon'],
    ['There is a 2 cm mass in the left frontal lobe.', 'No hemorrhage.', 'soon'],
    ['Free air is seen under the diaphragm.', 'Normal appendix.', 'urgent'],
  ])('%s is asked about', (findings, impression, expected) => {
    const told = english().explain({ kind: 'text', text: report(impression, findings) });
    expect(told.urgency.tier).toBe(expected);
    expect(told.worthAsking).toHaveLength(1);
  });

  it('asks about the gravest', () => {
    const text = report('Normal appendix.', 'Abdominal aortic aneurysm of 4.2 cm. Free air under the diaphragm.');
    const [asked] = english().explain({ kind: 'text', text }).worthAsking;
    expect(text.slice(...(asked?.basis[0] ?? [0, 0]))).toContain('Free air');
  });

  it('is named in the first sentence where it is more pressing than all items', () => {
    const { headline } = english().explain({
      kind: 'text',
      text: report('No hemorrhage.', 'There is a 2 cm mass in the left frontal lobe.'),
    });
    expect(headline.text).toContain('lump');
  });

  it('lets ordinary findings be', () => {
    const told = english().explain({
      kind: 'text',
      text: report('No acute disease.', 'Heart normal. Lungs clear. Mild degenerative changes of the spine.'),
    });
    expect(told.urgency.tier).toBe('reassuring');
    expect(told.worthAsking).toEqual([]);
  });

  it('counts in full where there is no impression', () => {
    const text = 'CT HEAD\nFINDINGS:\nLeft subdural hematoma 9 mm with midline shift.';
    expect(tier(text)).toBe('emergency');
  });
});

describe('to whom a result was told', () => {
  it('asks for nothing by itself', () =>
    expect(tier(report('No pneumothorax.\nThe surgical team has been notified.'))).toBe('reassuring'));
});

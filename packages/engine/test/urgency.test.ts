/** How soon the report asks for something; it fails towards concern. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

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

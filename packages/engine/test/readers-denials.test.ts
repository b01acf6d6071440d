/** What readers of odd reports found in denials: signs that are missing, exceptions, limits, tests that are asked for, what was treated. */
import { describe, expect, it } from 'vitest';
import { foundIn, impression } from './support/impression.ts';

const GOOD: readonly string[] = ['reassuring'];

describe('a normal sign that is denied is a sign of disease', () => {
  it.each([
    ['No enhancement of the pancreatic head in keeping with necrosis.', 'necrosis:present'],
    ['No enhancement suggesting infarction.', 'infarct:possible'],
    ['The gallbladder is not visualized consistent with acute cholecystitis.', 'cholecystitis:present'],
    ['Failure to visualize the gallbladder consistent with acute cholecystitis.', 'cholecystitis:present'],
    ['No air in the rectum suspicious for obstruction.', 'obstruction:possible'],
    ['Lack of fat signal suspicious for carcinoma.', 'carcinoma:possible'],
    ['No intrauterine gestation worrisome for ectopic pregnancy.', 'ectopic-pregnancy:possible'],
    ['Absent lung sliding on the right consistent with pneumothorax.', 'pneumothorax:present'],
    ['No flow in the portal vein indicating portal vein thrombosis.', 'portal-vein-thrombosis:present'],
    ['No flow in the portal vein suspicious for tumor thrombus.', 'portal-vein-tumor-thrombus:possible'],
  ])('%s', (text, finding) => {
    expect(foundIn(text)).toContain(finding);
    expect(GOOD).not.toContain(impression(text).urgency.tier);
    expect(impression(text).normal).toEqual([]);
  });
  it.each([
    ['No mass suspicious for malignancy.', ['mass:absent', 'malignancy:absent']],
    ['No evidence of findings consistent with PE.', ['pulmonary-embolism:absent']],
    ['No abnormal enhancement suggesting tumor.', ['enhancement:absent', 'tumor:absent']],
    ['No FDG uptake suspicious for metastasis.', ['tracer-uptake:absent', 'metastasis:absent']],
    ['No enhancement to suggest abscess.', ['enhancement:absent', 'abscess:absent']],
    ['No filling defect consistent with PE.', ['filling-defect:absent', 'pulmonary-embolism:absent']],
    ['No markings or consolidation suggesting pneumonia.', ['consolidation:absent', 'pneumonia:absent']],
    ['Failure to visualize a mass suspicious for cancer.', ['mass:absent', 'malignancy:absent']],
    ['No interval change suspicious for recurrence.', ['recurrence:absent']],
  ])('what would be abnormal itself takes its meaning along: %s', (text, findings) =>
    expect(foundIn(text)).toEqual(findings),
  );
  it('the meaning is set apart from the denial', () =>
    expect(impression('No enhancement in keeping with necrosis.').items[0]?.plain[0]?.text).toBe(
      'There is no dye uptake, in line with dead tissue.',
    ));
});

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

describe('what is denied but for one place is there', () => {
  const placed = (text: string): readonly string[] =>
    impression(text).reading.findings.flatMap(({ concept, assertion, anatomy }) =>
      anatomy.map((place) => `${concept} ${assertion.presence} ${place.laterality ?? ''} ${place.concept}`),
    );
  it.each([
    ['No broken bones; no fracture except the nasal bones.', 'nasal-bone-fracture present  nasal-bone'],
    ['No metastasis in the chest except in the right adrenal.', 'adrenal-metastasis present right adrenal-gland'],
    ['No residual PE except in the LLL.', 'pulmonary-embolism present left left-lower-lobe'],
    ['No DVT other than in the left calf veins.', 'deep-vein-thrombosis present left calf-vein'],
    ['No other fracture than the left wrist.', 'distal-radius-fracture present left wrist'],
    ['There is no bleeding, apart from in the left frontal lobe.', 'hemorrhage present left frontal-lobe'],
  ])('%s', (text, finding) => expect(placed(text)).toContain(finding));
  it.each([
    ['No effusion or pneumothorax except on the left.', ['effusion:possible', 'pneumothorax:possible']],
    ['No pneumothorax, and no effusion except at the left base.', ['pneumothorax:absent', 'effusion:present']],
    ['No lesion apart from a cyst.', ['lesion:absent', 'cyst:present']],
    ['No metastasis beyond the pelvis.', ['metastasis:absent']],
    ['No fracture except as described above.', ['fracture:absent']],
    ['No fracture except old changes in the left knee.', ['fracture:absent']],
    ['Clot has cleared apart from the left popliteal vein.', ['thrombus:present']],
  ])('%s', (text, findings) => {
    expect(foundIn(text)).toEqual(findings);
    expect(GOOD).not.toContain(impression(text).urgency.tier);
    expect(impression(text).normal).toEqual([]);
  });
  it('a thing that is compared is no exception', () =>
    expect(foundIn('No other cyst larger than 5 mm.')).toEqual(['cyst:absent']));
});

describe('a test that is asked for makes nothing of what it looks for', () => {
  it.each([
    'MRI for septic arthritis recommended.',
    'CTA for dissection recommended.',
    'Recommend PE study.',
    'Ultrasound for DVT is advised.',
    'Consider CT for pulmonary embolism.',
    'Recommend MRI for a meniscal tear.',
    'MRI for cord compression.',
    'Recommend lymphoma follow-up.',
    'Fracture follow-up in 3 weeks.',
    'Consider endometriosis MRI.',
    'Consider evaluation for malignancy.',
    'Advised fracture boot.',
  ])('%s', (text) => {
    const { reading, urgency } = impression(text);
    expect(new Set(reading.findings.map(({ assertion }) => assertion.presence))).toEqual(new Set(['hypothetical']));
    expect(urgency.tier).not.toBe('emergency');
  });
  it.each([
    ['CT for suspected appendicitis.', ['appendicitis:possible']],
    ['MRI for a suspected scaphoid fracture recommended.', ['scaphoid-fracture:possible']],
    [
      'CT for appendicitis shows a perforated appendix.',
      ['appendicitis:hypothetical', 'perforated-appendicitis:present'],
    ],
    ['Ultrasound for DVT positive.', ['deep-vein-thrombosis:present']],
    ['Ultrasound for DVT was negative.', ['deep-vein-thrombosis:absent']],
    ['Follow-up for known PE.', ['pulmonary-embolism:present']],
    ['MRI for surveillance of meningioma.', ['meningioma:present']],
    ['MRI for staging of rectal cancer.', ['rectal-cancer:present']],
    ['CT for lung nodule in 3 months.', ['lung-nodule:present']],
    ['6 mm nodule follow-up in 12 months.', ['nodule:present']],
    ['Left hip fracture follow-up in 2 weeks.', ['hip-fracture:present']],
    ['CT for stone 4 mm left ureter.', ['stone:present']],
  ])('what was found stays: %s', (text, findings) => expect(foundIn(text)).toEqual(findings));
  it('is told as such', () =>
    expect(impression('Fracture follow-up in 3 weeks.').items[0]?.plain[0]?.text).toBe(
      'Advice: follow-up for broken bone in 3 weeks.',
    ));
});

describe('what opens with how it was treated is past', () => {
  const timeOf = (text: string): string | undefined => impression(text).reading.findings[0]?.assertion.temporality;
  it.each([
    'Resected schwannoma.',
    'Excised melanoma.',
    'Drained abscess.',
    'Embolized AVM.',
    'Coiled right MCA aneurysm without residual.',
  ])('%s', (text) => {
    expect(timeOf(text)).toBe('historical');
    expect(impression(text).urgency.tier).toBe('routine');
    expect(impression(text).items[0]?.plain[0]?.text).not.toMatch(/^cut out/i);
  });
  it.each([
    'Partially resected meningioma.',
    'Resected meningioma with residual tumor.',
    'Coiled right MCA aneurysm with residual neck.',
    'Drained collection measures 4 cm.',
    'The resected tumor is enlarging.',
  ])('not where something is left: %s', (text) => expect(timeOf(text)).toBe('current'));
});

describe('a denial that holds for part of it, or denies what is good, is no good news', () => {
  it.each([
    'Pneumothorax not seen on this supine radiograph.',
    'Grossly no fracture.',
    'No DVT, although the calf veins are not seen.',
    'This is not a benign lesion.',
    'Not a simple cyst.',
    'Fetal cardiac activity not yet seen.',
  ])('%s', (text) => {
    const { urgency, headline, normal } = impression(text);
    expect(urgency.tier).not.toBe('reassuring');
    expect(headline.text).not.toMatch(/: no .* seen\.$/);
    expect(normal).toEqual([]);
  });
  it('a heartbeat that is not yet seen is not there', () =>
    expect(foundIn('Fetal cardiac activity not yet seen.')).toEqual(['fetal-heartbeat:possible']));
});

describe('what turns out to be its mimic', () => {
  it.each([
    'Nodule represents the nipple shadow.',
    'Previously reported left renal mass is a column of Bertin.',
    'Apparent fracture line represents an overlapping vessel.',
  ])('%s', (text) => {
    expect(foundIn(text)[0]).toMatch(/:absent$/);
    expect(['reassuring', 'routine']).toContain(impression(text).urgency.tier);
  });
  it.each(['Nodule may represent a nipple shadow.', 'Nodule is due to suture granuloma.'])('%s', (text) =>
    expect(foundIn(text)[0]).toBe('nodule:present'),
  );
});

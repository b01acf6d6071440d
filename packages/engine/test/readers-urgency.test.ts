/** What readers found of how soon things are told: what is over must not alarm, what cannot wait must not be told as routine. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const tierOf = (text: string) => english().explain({ kind: 'text', text: `CT\nIMPRESSION: ${text}` }).urgency.tier;
const EMERGENCY = 'emergency';

describe('what a treatment has ended is no emergency', () => {
  it.each([
    ['Sigmoid volvulus has been decompressed.', 'routine'],
    ['Volvulus has been untwisted.', 'routine'],
    ['Testicular torsion has been surgically corrected.', 'routine'],
    ['Cauda equina compression seen preoperatively has been relieved.', 'routine'],
    ['Cord compression has been decompressed.', 'routine'],
    ['Intussusception has spontaneously reduced.', 'routine'],
    ['Reduced dislocation right elbow.', 'soon'],
    ['Dislocation reduced.', 'soon'],
    ['Known splenic laceration now healed.', 'routine'],
    ['Haemothorax drained.', 'routine'],
    ['Ruptured AAA repaired in 2016.', 'routine'],
    ['The aneurysm has been clipped.', 'routine'],
    ['Dissection repaired.', 'routine'],
    ['The pseudoaneurysm has thrombosed.', 'routine'],
    ['The clot has dissolved.', 'routine'],
    ['Previously seen portal vein thrombosis has recanalised.', 'routine'],
    ['Previously noted pneumothorax has re-expanded.', 'routine'],
    ['The fracture has been fixed.', 'soon'],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });

  it.each([
    'Sigmoid volvulus has been partially decompressed.',
    'Sigmoid volvulus has not been decompressed.',
    'Volvulus needs to be decompressed.',
    'Volvulus, the stomach has been decompressed.',
    'Volvulus has been decompressed but there is ischaemia of the bowel.',
    'Intussusception has been incompletely reduced.',
    'Attempted reduction of intussusception.',
    'Dislocation has not been reduced.',
    'Shoulder dislocation with reduced joint space.',
    'Haemothorax not drained.',
    'Haemothorax drained with residual haemothorax.',
    'Splenic laceration not healed.',
    'Recurrent testicular torsion.',
  ])('%s stays one', (text) => {
    expect(tierOf(text)).toBe(EMERGENCY);
  });

  it.each([
    'Abscess has been drained but persists.',
    'Small bowel obstruction with transition point, colon decompressed.',
    'Aneurysm clipped, new aneurysm of the ACOM.',
    'Aneurysm coiled with a residual neck.',
    'Pneumothorax has partially re-expanded.',
  ])('%s stays urgent', (text) => {
    expect(tierOf(text)).toBe('urgent');
  });
});

describe('an old disease of vessels', () => {
  it.each([
    ['Known chronic type B dissection, unchanged.', 'soon'],
    ['Known type B dissection post TEVAR. No rupture.', 'soon'],
    ['Background of aortic dissection.', 'soon'],
    ['Known chronic type B dissection, increased in size.', 'urgent'],
    ['Known type B dissection with new malperfusion.', EMERGENCY],
    ['Acute type B dissection.', EMERGENCY],
    ['Type A dissection.', EMERGENCY],
    ['Established left PCA infarct. No acute changes.', 'soon'],
    ['Mature left MCA infarct.', 'routine'],
    ['Acute on established left MCA infarct.', EMERGENCY],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('what is of the test or the needle, or is none', () => {
  it.each([
    ['Apparent left pneumothorax is a skin fold.', 'reassuring'],
    ['Dense tissue in both breasts may obscure small masses.', 'routine'],
    ['Motion may obscure a small infarct.', 'routine'],
    ['CT aortic dissection protocol performed.', 'routine'],
    ['Request form states suspected appendicitis.', 'routine'],
    ['No AAA rupture.', 'reassuring'],
    ['Multiple liver deposits.', 'urgent'],
    ['Appearances suggest relapse.', 'urgent'],
    ['CT for suspected pulmonary embolism.', 'emergency'],
    ['Awaiting resolution of pneumonia.', 'urgent'],
    ['Filling defect likely artefactual.', 'soon'],
    ['The fracture reported in ED is a normal variant.', 'soon'],
    ['Fracture, not a normal variant.', 'urgent'],
    ['Clinical ?torsion: none.', 'routine'],
    ['Contrast extravasation at the cannula site in the left arm, 50 ml.', 'soon'],
    ['Active contrast extravasation in the spleen.', EMERGENCY],
    ['Complications: nil. Bleeding: minimal.', 'soon'],
    ['Haematoma at the injection site.', 'soon'],
    ['Benign pneumatosis.', 'soon'],
    ['Pneumatosis.', EMERGENCY],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('a denied complication', () => {
  it.each([
    ['Pericardial effusion without tamponade.', 'urgent'],
    ['Pericardial effusion with tamponade.', EMERGENCY],
    ['Pneumothorax without tension.', 'urgent'],
    ['Pneumothorax with tension.', EMERGENCY],
    ['Large pneumothorax, no mediastinal shift.', EMERGENCY],
    ['Bowel ischaemia unlikely in the absence of pneumatosis.', 'routine'],
    ['Bowel ischaemia.', EMERGENCY],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('what cannot wait', () => {
  it.each([
    'Acute embolic occlusion of the common femoral artery with acute leg ischaemia.',
    'Brachial artery not opacified beyond the supracondylar fracture.',
    'Retrobulbar haematoma.',
    'LV pseudoaneurysm.',
    'Small bowel dilated to 5 cm, ischaemia.',
    'Metallic foreign body in the right main bronchus.',
    'Septic arthritis in a child not excluded.',
    'Absence of flow in the SMA.',
    'No flow in the left testis.',
    'Airway displaced and narrowed to 4 mm.',
    'Critical airway narrowing.',
    'Gas around the duodenum after ERCP, ?perforation.',
    'Endoleak type 1a with growing sac.',
    'Aorto-enteric fistula suspected.',
    'Bronchial tear.',
    'Anastomotic dehiscence.',
    'Traumatic amputation of the index finger.',
    'White-out of the left hemithorax.',
    'Double bubble sign.',
    'Transplant hepatic artery not identified.',
    'Tension cannot be excluded.',
    'Immediate transfer to theatre.',
    'Patient transferred to resus.',
  ])('%s', (text) => {
    expect(tierOf(text)).toBe(EMERGENCY);
  });

  it.each([
    'Bowel injury not excluded.',
    'Complete CSF effacement with thecal sac compression.',
    'Cervical length 12 mm.',
    'Neuroblastoma.',
    'RED ALERT',
    'Critical alert sent.',
    'Flagged as critical result.',
    'Unable to contact the referring team.',
  ])('%s is urgent', (text) => {
    expect(tierOf(text)).toBe('urgent');
  });

  it.each([
    ['Result not yet communicated.', 'soon'],
    ['Critical result: none.', 'routine'],
    ['Cervical length 38 mm.', 'routine'],
    ['No flow-limiting stenosis of the SMA.', 'routine'],
    ['No foreign body in the airway.', 'reassuring'],
    ['Type 2 endoleak, no sac growth.', 'soon'],
    ['Semicircular canal dehiscence.', 'soon'],
    ['Previous amputation of the index finger.', 'routine'],
  ])('%s: %s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('a headline', () => {
  const headline = (text: string) => english().explain({ kind: 'text', text: `IMPRESSION: ${text}` }).headline.text;

  it('never stands without what it is about', () => {
    expect(headline('Right and left atrial enlargement with cardiomegaly.')).toMatch(
      /: There is an enlarged upper right/,
    );
    const long = `No change in the ${'small and stable '.repeat(12)}appearance of the chest.`;
    expect(headline(long)).toMatch(/^[A-Z][a-z ]+: read about it below\./);
  });

  it('says of what the exam was not good enough for that it was not checked, not that it may be there', () => {
    expect(headline('Evaluation for PE is limited by motion.')).toBe(
      'See your doctor soon: the exam could not check well for blood clot in the lung.',
    );
    expect(headline('PE cannot be excluded.')).toBe('See your doctor soon: possible blood clot in the lung.');
  });

  it('is not about what the exam could have missed', () => {
    expect(headline('Please note that nondisplaced fractures may not be demonstrated.')).toMatch(/^Main point/);
  });
});

describe('what stops the blood, lets out what should stay in, or presses from within', () => {
  it.each([
    ['Noncommunicating hydrocephalus.', EMERGENCY],
    ['Hydrocephalus, unchanged, shunted.', 'soon'],
    ['Thrombosis of the left transverse sinus.', EMERGENCY],
    ['Free-floating clot in the common femoral vein.', EMERGENCY],
    ['Infected aneurysm of the infrarenal aorta.', EMERGENCY],
    ['No flow in the right ovary.', EMERGENCY],
    ['Lack of flow in the left ICA.', EMERGENCY],
    ['Anastomotic leak.', EMERGENCY],
    ['Shock bowel.', EMERGENCY],
    ['Infarct core of 20 mL, penumbra of 60 mL.', EMERGENCY],
    ['Whirlpool sign of the mesenteric vessels.', EMERGENCY],
    ['Contrast extravasation from the bladder dome.', EMERGENCY],
    ['Contrast extravasation at the IV site.', 'soon'],
    ['Double duct sign.', 'urgent'],
    ['The airway is severely narrowed.', EMERGENCY],
    ['Gas under the right hemidiaphragm.', EMERGENCY],
    ['Disc extrusion compressing the cauda equina.', EMERGENCY],
    ['Impending herniation.', EMERGENCY],
    ['Gallstone ileus.', EMERGENCY],
    ['The left ICA stent is occluded.', 'urgent'],
    ['Disease has progressed.', 'urgent'],
    ['Persistent FDG-avid disease in the pelvis.', 'urgent'],
    ['No active disease.', 'reassuring'],
    ['ASPECTS 10.', 'routine'],
    ['Non-FDG-avid nodule.', 'routine'],
    ['No PI-RADS 3-5 lesion.', 'reassuring'],
    ['Neither nodule meets criteria for FNA.', 'routine'],
    ['Negative mammogram does not exclude cancer.', 'routine'],
    ['Pathologic collapse of T8.', 'urgent'],
    ['Extraprostatic extension is present.', 'urgent'],
    ['The IUD is malpositioned, in the lower uterine segment.', 'soon'],
  ])('%s: %s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('an old trace', () => {
  it.each([
    ['Old lacunar infarct in the left thalamus.', 'routine'],
    ['Remote infarct of the left cerebellum. No acute infarct.', 'routine'],
    ['Old granulomatous disease.', 'reassuring'],
    ['Old healed rib fracture.', 'routine'],
    ['Status post cholecystectomy.', 'reassuring'],
  ])('%s: %s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('what is said of a test, a program or another exam', () => {
  it.each([
    ['No acute hemorrhage. MRI is more sensitive for acute infarct.', 'routine'],
    ['MRI is the more sensitive test for acute stroke.', 'routine'],
    ['CT has limited sensitivity for acute infarct.', 'routine'],
    ['Ultrasound is more sensitive for gallstones.', 'routine'],
    ['Continue HCC surveillance.', 'soon'],
    ['DVT prophylaxis recommended.', 'routine'],
    ['CAD-RADS 0.', 'routine'],
    ['Follow-up is not recommended for nodules under 6 mm.', 'routine'],
    ['Oral contrast reaches the colon, excluding complete obstruction.', 'routine'],
    ['Patient was ruled out for PE.', 'reassuring'],
    ['DVT -ve bilaterally.', 'reassuring'],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });

  it.each([
    'Pneumothorax seen on CT is not visible radiographically.',
    'The small pneumothorax seen on CT is not evident on this radiograph.',
    'The pulmonary nodule seen on CT is not visible on radiograph.',
  ])('%s', (text) => {
    expect(['soon', 'urgent', EMERGENCY]).toContain(tierOf(text));
  });
});

describe('a tube that is not seen, and a value beside a denial, are no good news', () => {
  it.each([
    ['NGT tip not seen, do not use.', 'urgent'],
    ['The NG tube tip is not visualized.', 'routine'],
    ['Central line not seen.', 'routine'],
    ['IUD not seen in the uterus.', 'soon'],
    ['CBD 12 mm, no stone.', 'routine'],
    ['Aorta 4.2 cm, no rupture.', 'routine'],
    ['Endometrium 15 mm, no focal lesion.', 'routine'],
    ['No nodule larger than 4 mm.', 'reassuring'],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('what was known, set, let out or expected', () => {
  it.each([
    ['Hip fracture status post fixation.', 'soon'],
    ['No fracture other than the known left hip fracture.', 'urgent'],
    ['The fracture has united.', 'routine'],
    ['The fracture has not united.', 'urgent'],
    ['Postsurgical pneumoperitoneum.', 'soon'],
    ['Pneumoperitoneum, larger than expected after surgery.', EMERGENCY],
    ['Near-complete resorption of the subdural hematoma.', 'soon'],
    ['New subdural hematoma after evacuation.', EMERGENCY],
    ['Mildly FDG avid nodes, likely reactive.', 'soon'],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
  });
});

describe('a spread of cancer in one word', () => {
  it.each(['L2 focus, degenerative vs metastatic.', 'Nodes, reactive or malignant.', 'Likely metastatic node.'])(
    '%s',
    (text) => expect(tierOf(text)).toBe('urgent'),
  );
  it.each(['Nodes are reactive rather than metastatic.', 'No metastatic nodes.', 'Nodes not likely metastatic.'])(
    'not %s',
    (text) => expect(tierOf(text)).not.toBe('urgent'),
  );
});

describe('less blood in a gonad', () => {
  it('cannot wait long', () => expect(tierOf('Flow in the left testis is reduced.')).toBe('urgent'));
  it('is no smaller gonad', () => expect(tierOf('The left testis is reduced in size.')).toBe('routine'));
});

describe('an emergency in other words', () => {
  it.each([
    'Free gas under both hemidiaphragms.',
    'Subdiaphragmatic free gas.',
    'Free abdominal gas.',
    'Large left pneumothorax with signs of tension.',
    'Pneumothorax with a tension component.',
  ])('%s', (text) => expect(tierOf(text)).toBe(EMERGENCY));
  it.each(['No subphrenic gas.', 'No free gas beneath the diaphragms.', 'Pneumothorax without signs of tension.'])(
    'not %s',
    (text) => expect(tierOf(text)).not.toBe(EMERGENCY),
  );
});

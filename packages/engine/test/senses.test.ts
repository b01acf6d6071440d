/** A word is told in the sense of the body region that its statement, or its report, is about. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const told = (report: string): string =>
  english()
    .explain({ kind: 'text', text: report })
    .sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map(({ text }) => text)))
    .join(' ');

const within = (title: string, statement: string): string => told(`${title}\n\nFINDINGS:\n${statement}\n`);

const SPINE = 'MRI LUMBAR SPINE';
const BRAIN = 'MRI BRAIN';
const ECHO = 'TRANSTHORACIC ECHOCARDIOGRAM';
const LEG = 'ARTERIAL DUPLEX OF THE LEG';
const BABY = 'OBSTETRIC ULTRASOUND';
const SHOULDER = 'MRI SHOULDER';
const BELLY = 'CT ABDOMEN AND PELVIS';

describe('one word, several senses', () => {
  it.each([
    [BABY, 'Single live fetus. Normal growth.', 'The growth of the baby is normal.'],
    [BABY, 'Single live fetus. Normal interval growth.', 'The baby has grown as expected since the last exam.'],
    ['CT CHEST', 'Abnormal growth in the lung.', 'There is an abnormal growth in the lung.'],
    ['CARDIAC MRI', 'No apical aneurysm.', 'no weak spot at the tip of the heart wall'],
    ['MRA HEAD', 'Basilar apex aneurysm.', 'bulge in a blood vessel'],
    [SPINE, 'L5-S1: disc desiccation, no herniation.', 'no slipped disc'],
    ['US THYROID', 'Colloid cyst in the right lobe.', 'thyroid'],
    [BRAIN, 'Colloid cyst of the third ventricle.', 'brain'],
    ['US THYROID', 'Partially solid nodule in the right lobe.', 'partly solid lump'],
    ['CT CHEST', 'Partially solid nodule in the right upper lobe.', 'partly hazy'],
    ['MRI CERVICAL SPINE', 'Uncinate process hypertrophy at C5-6.', 'joint of the neck'],
    ['CT PANCREAS', 'Mass in the uncinate process.', 'pancreas'],
    [BELLY, 'Renal parenchymal nodule.', 'in the tissue'],
    ['CT CHEST', 'Parenchymal nodule in the right lung.', 'in the right lung'],
    ['MAMMOGRAM', 'Nodular density in the upper outer quadrant.', 'whiter spot'],
    [BELLY, 'Cystic renal mass with septal thickening.', 'thick inner walls'],
    [BELLY, 'Parenchymal hemorrhage in the liver.', 'bleeding in the tissue'],
    [BELLY, 'Mild left renal parenchymal volume loss.', 'shrinking of the tissue'],
    [BELLY, 'Malrotation of the left kidney.', 'turned in another way'],
    ['X-RAY SKULL', 'Sutures are open.', 'seams'],
    ['X-RAY FEMUR', 'Lytic lesion with a narrow zone of transition.', 'healthy bone'],
    [BELLY, 'The right hilum is bulky with nodes.', 'root of your right lung'],
    [BELLY, 'The lymph node has a fatty hilum.', 'node'],
    ['X-RAY HIP', 'Break at the neck of the right femur.', 'thigh bone'],
    ['CHEST X-RAY', 'No overt failure.', 'heart'],
    [BRAIN, 'No midline shift or herniation.', 'squeezing of the brain'],
    [BELLY, 'Herniation of omentum.', 'part pushed out of its place'],
    [BELLY, 'No hernia.', 'no bulge through a weak spot'],
    [SPINE, 'Impingement of the traversing L5 root.', 'pinching of the crossing L5 root'],
    [SHOULDER, 'Subacromial impingement.', 'pinching of soft tissue'],
    [SPINE, 'Small extrusion at L4-L5.', 'leaked-out piece of disc'],
    ['MRI KNEE', 'Medial meniscus tear with extrusion.', 'knee cartilage pad pushed out of place'],
    [SHOULDER, 'LHB: medial subluxation.', 'slipping out of place'],
    ['XR WRIST', 'Subluxation.', 'bone partly out of its joint'],
    [ECHO, 'Mild aortic sclerosis.', 'stiff aortic heart valve'],
    ['XR CHEST', 'Aortic sclerosis.', 'hardening of the main artery'],
    [BRAIN, 'Meningioma along the right convexity. The sulci are normal.', 'right curved surface of the brain'],
    [BRAIN, 'Mass in the left CP angle. The brain is normal.', 'beside the brain stem'],
    ['XR CHEST', 'Both CP angles are clear.', 'corner'],
    ['XR CHEST', 'Silhouetting of the right heart border.', 'lurring the edge of'],
    [
      BRAIN,
      'Acute left MCA territory infarct.',
      'recent stroke in the area of the side artery of the brain on the left',
    ],
    [SPINE, 'No marrow replacing lesion.', 'no lesion that takes the place of bone marrow'],
  ])('%s: %s', (title, statement, expected) => {
    expect(within(title, statement)).toContain(expected);
  });
});

describe('a short form is read only where its region is told', () => {
  it.each([
    [ECHO, 'Moderate MR. Mild AR and TR.', 'moderately leaky mitral heart valve. There is a mildly leaky aortic'],
    [ECHO, 'Severe AS with AVA 0.8 cm2.', 'severely narrow aortic heart valve with the opening'],
    [ECHO, 'TR: moderate. AR: mild.', 'Leaky tricuspid heart valve: moderate'],
    [ECHO, 'RVSP 48 mmHg.', '48 mmHg'],
    [ECHO, 'MILD MR. NO AS OR AR.', 'no narrow aortic heart valve'],
    [LEG, 'SFA occluded. CFA and PT patent.', 'thigh artery is blocked'],
    [LEG, 'Popliteal and PT patent. ABI 0.8.', 'back artery of the lower leg'],
    [BABY, 'BPD 70 mm. Fetal AC 240 mm.', "width of the baby's head is 70 mm"],
    [BABY, 'Nuchal cord is not seen.', "cord around the baby's neck is not seen"],
    ['NEONATAL CHEST', 'UVC tip at T9. BPD changes.', 'lasting lung disease'],
    [SHOULDER, 'SSP: partial tear. AC arthropathy.', 'joint at the top of the shoulder'],
    ['CORONARY CT ANGIOGRAM', 'LM: no plaque. PDA from the RCA.', 'back heart artery'],
    ['XR PELVIS', 'Total hip in place.', 'artificial hip'],
    ['CT CHEST', 'RV/LV ratio 1.2.', 'ratio of your lower heart chambers is 1.2'],
  ])('%s: %s', (title, statement, expected) => {
    expect(within(title, statement)).toContain(expected);
  });

  it.each([
    ['the scan stays the scan', ECHO, 'Comparison is made with the MR of May.', 'valve'],
    [
      '"as" in capitals is no valve',
      ECHO,
      'LEAFLETS ARE MILDLY CALCIFIED AS BEFORE. MILD AS WELL AS TRACE TR.',
      'narrow aortic',
    ],
    ['MS of the brain is no valve', BRAIN, 'No MS plaque.', 'valve'],
    ['AC outside of pregnancy', 'CT ABDOMEN', 'AC 12 mm.', 'baby'],
    ['BPD of a psychiatric history', 'CT HEAD', 'History of BPD.', 'lung'],
    ['PT elsewhere is no artery', 'XR KNEE', 'Improves with PT.', 'artery'],
    ['RT stays unread', 'CT CHEST', 'RT changes of the lung.', 'right'],
    ['AT in capitals is a word', LEG, 'STENOSIS AT THE POPLITEAL ARTERY. PT WITH CLAUDICATION.', 'lower leg with'],
    ['RA of a history is no heart chamber', 'CT CHEST', 'Known RA. Mitral annular calcification.', 'chamber'],
    ['D1 of the spine is no artery', 'CT CHEST', 'Coronary calcification. Fracture of the D1 vertebra.', 'side branch'],
    ['AML of a history is no growth of the kidney', 'CT ABDOMEN', 'Known AML with renal failure.', 'growth'],
    ['CHD of a history is no duct', 'LIVER ULTRASOUND', 'History of CHD. The liver is normal.', 'duct'],
    ['PD of a sequence is no duct', 'MRI KNEE', 'PD fat-saturated images.', 'duct'],
    ['a spine in a belly scan', BELLY, 'Inguinal herniation of bowel.', 'disc'],
  ])('%s', (_, title, statement, not) => {
    expect(within(title, statement)).not.toContain(not);
  });

  it('a title in capitals before a name ends no sentence', () => {
    expect(told('CT HEAD\n\nIMPRESSION:\nDiscussed with MR. Okafor today.\n')).toContain('MR. Okafor');
  });
});

describe('what is acute began a short time ago, and is not called new', () => {
  it.each([
    ['Acute appendicitis.', 'suddenly inflamed appendix'],
    ['Acute rib fracture.', 'recent'],
    ['No acute fracture.', 'no recently broken bone'],
    ['Acute infarct in the left thalamus.', 'recent stroke'],
  ])('%s', (statement, expected) => {
    const text = within('CT', statement);
    expect(text).toContain(expected);
    expect(text).not.toMatch(/\bnew/);
  });
});

/** Statements that reports are full of, and the sentences they are told in: whole, with their articles, and with nothing lost. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const toldOf = (text: string): string =>
  english()
    .explain({ kind: 'text', text: `FINDINGS: ${text}` })
    .sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map((sentence) => sentence.text)))
    .join(' ');

describe('a statement', () => {
  it.each([
    // the height that is lost is that of the disc, or of the bone
    [
      'L4-L5: Disc desiccation with mild loss of height.',
      'L4-L5: there is drying-out of the disc with mild thinning of the disc.',
    ],
    ['Loss of height of the L1 vertebral body.', 'There is flattening of the main part of the L1 spine bone.'],
    // parts
    [
      'Horizontal tear of the posterior horn of the medial meniscus.',
      'There is a flat tear of the back part of the inner cartilage pad of the knee.',
    ],
    ['The neural foramina are patent.', 'Your nerve openings are open.'],
    ['Scar in the left lingula.', 'There is a scar in the tongue-shaped part of the left lung.'],
    [
      'A subpleural 2 mm nodule is observed in the middle lobe.',
      'A 2 mm spot in the lung just under the lung lining is seen in the middle part of the right lung.',
    ],
    // what is said of an organ
    ['Patent portal vein.', 'Your vein to the liver is open.'],
    [
      'Echogenic liver consistent with fatty infiltration.',
      'Your liver is brighter than nearby tissue, in line with extra fat in the liver.',
    ],
    ['The liver is mildly steatotic.', 'Your liver is mildly fatty.'],
    ['Mild elevation of the left hemidiaphragm.', 'There is a mild raised level of the left diaphragm.'],
    // devices
    ['The tracheostomy tube is in stable position.', 'The breathing tube through the neck is in the same place.'],
    ['Tubes are in good position.', 'Medical tubes or devices are in a good place.'],
    // of masses there are several only by another name
    ['Multiple liver metastases.', 'There are several spots of cancer spread to the liver.'],
    ['Hepatic metastatic disease.', 'There is cancer spread to the liver.'],
    // sizes
    [
      'Subcentimeter hypodensity in the liver too small to characterize.',
      'There is a very small darker area in the liver too small to name for sure.',
    ],
    ['The mass is smaller, now measuring 2 cm.', 'The lump is smaller, now measuring 2 cm.'],
    [
      'Interval decrease in size of the renal mass, now measuring 2 cm.',
      'The lump in the kidney has become smaller since the last exam, now measuring 2 cm.',
    ],
    // words that are not said twice, and no article before "no"
    [
      'Small chronic lacunar infarct in the right basal ganglia.',
      'There is a small old deep stroke in the right deep movement centers of the brain.',
    ],
    [
      'Gallstones with a negative sonographic Murphy sign.',
      'Gallstones with no pain when the gallbladder was pressed.',
    ],
    ['There is redemonstration of mild degenerative disc disease.', 'Again, mild wear of the spine discs.'],
    // what the findings fit with is a sentence
    ['Features consistent with pneumonia.', 'This fits with lung infection.'],
    ['Findings most consistent with pneumonia.', 'This fits best with lung infection.'],
    ['Appearances in keeping with sarcoidosis.', 'This fits with sarcoidosis.'],
    ['PE less likely.', 'A blood clot in the lung is less likely.'],
    ['No erosive arthropathy.', 'There is no joint disease with worn-away bone.'],
    ['Abnormal marrow signal in L3.', 'There is changed look of the bone marrow in L3.'],
    ['No # seen.', 'No broken bone was seen.'],
    ['Tumour markers advised.', 'Blood tests for tumor markers are advised.'],
    ['Residual mass without FDG uptake.', 'There is a lump that remains without tracer uptake.'],
    [
      'The right cerebellar metastasis has decreased.',
      'The cancer spread to the lower back part of the brain on the right has decreased.',
    ],
    ['Repeat MRI in 6 months if symptoms persist.', 'A repeat MRI scan in 6 months if symptoms remain.'],
    [
      'Osteochondral lesion of the medial talar dome.',
      'There is damaged bone and cartilage of the inner top of the ankle bone.',
    ],
    // what is looked for or kept away, behind its word
    ['Continue HCC surveillance.', 'Continue a regular check for liver cancer.'],
    ['HCC surveillance US in 6 months.', 'Advice: an ultrasound to check for liver cancer in 6 months.'],
    ['DVT prophylaxis recommended.', 'Treatment to prevent blood clot in a deep vein is advised.'],
    // both sides of one place
    [
      'Opacities in the left and right lower lobes.',
      'There are cloudy areas in the left and right lower parts of the lung.',
    ],
    ['Right and left lower lobe opacities.', 'Right and left cloudy areas in the lower part of the lung.'],
    // a level is part of the name
    ['Level II lymph nodes are enlarged.', 'Your lymph nodes (level II) are enlarged.'],
    ['There is an abnormal left level IV lymph node.', 'There is an abnormal left lymph node (level IV).'],
    // times as British reports write them
    ['F/U CT 3/12.', 'The report advises a follow-up CT scan in 3 months.'],
    ['Repeat ultrasound in 6/52.', 'The report advises another ultrasound in 6 weeks.'],
    ['Fracture ruled out.', 'A broken bone was ruled out.'],
    ['The ET tube has been advanced.', 'The breathing tube in the windpipe has been moved further in.'],
    // a side alone behind what has it
    ['Infarct, right parietal.', 'There is damage from lack of blood, on the right at the upper side of the head.'],
    ['Pneumothorax right.', 'There is air outside the lung on the right.'],
    ['Effusions, left larger than right.', 'There is fluid build-up, more on the left than on the right.'],
    // the dye is not said to be blood, nor a hole of a tube a port
    ['Contrast extravasation in the pelvis.', 'There is a leak of dye or fluid in the pelvis.'],
    [
      'Side port of the enteric tube is above the GE junction.',
      'A side opening of the stomach tube is above the joining of food pipe and stomach.',
    ],
    // places and names
    ['Basilar stenosis.', 'There is a narrowing in the artery at the brain stem.'],
    ['Aneurysm at the basilar tip.', 'There is a bulge at the top of the artery at the brain stem.'],
    ['Stone in the neck of the gallbladder.', 'There is a stone in the neck of the gallbladder.'],
    ['Grade 3 chondromalacia patella.', 'There is grade 3 softening of the cartilage behind the kneecap.'],
    ['Ulnar variance is positive.', 'There is an ulna bone that is longer at the wrist.'],
    ['Healing fracture with callus.', 'There is a healing broken bone with new bone growing around a break.'],
    ['The right kidney is duplex.', 'There is a kidney that formed in a different way on the right.'],
    [
      'No abnormal parenchymal or leptomeningeal enhancement.',
      'There is no abnormal brightening of the tissue or brightening of the inner cover of the brain and cord.',
    ],
    // tubes, limbs, teeth and babies are those of this report; everyday words of clinics
    [
      'Hysterosalpingography: the right tube fills and spills.',
      'Test of the womb and its tubes: the tube from the right ovary to the womb lets the dye through.',
    ],
    [
      'The right tube is blocked without spillage.',
      'Your tube from the right ovary to the womb is blocked without flow of dye into the belly.',
    ],
    [
      'Halo sign along the left superficial temporal artery.',
      'There is swelling of the wall along the artery at the left temple.',
    ],
    ['Suspected temporal arteritis.', 'There is suspected giant cell arteritis (inflamed arteries of the head).'],
    [
      'Stable EVAR. Limbs are patent.',
      'There is a stable lining tube in the main artery. The leg branches of your lining tube are open.',
    ],
    ['Impacted upper right third molar.', 'There is a tooth stuck in the jaw on the right.'],
    ['LAD: non-calcified plaque.', 'Front left heart artery: there is soft build-up in the artery wall.'],
    ['A lesion is seen in the neck of the pancreas.', 'An abnormal area is seen in the neck of the pancreas.'],
    ['The gallbladder is contracted.', 'There is a shrunken gallbladder.'],
    ['Sputum culture and sensitivity suggested.', 'Phlegm test for germs and for the drug that works is suggested.'],
    ['Prior low anterior resection.', 'Earlier rectum surgery.'],
    ['Quadruple marker test was normal.', 'A blood test for the chance of some conditions in the baby was normal.'],
    ['Speech therapy assessment.', 'Speech and swallowing care check.'],
    ['Internal iliac nodal metastases.', 'There is cancer spread to lymph nodes in the pelvis.'],
    ['Vertebral body collapse at T9.', 'There is a squashed spine bone at T9.'],
    [
      'Periprosthetic lucency suggestive of loosening.',
      'There is a gap next to a metal part suggesting loosening of an implant.',
    ],
    ['Coil embolisation of a renal artery pseudoaneurysm.', 'Closing of a leaking bulge in a vessel from inside.'],
    ['Thickened nuchal fold of 8 mm.', "There is more fluid than usual at the back of the baby's neck of 8 mm."],
    ['The nuchal translucency is increased.', "There is more fluid than usual at the back of the baby's neck."],
    [
      'Single live intrauterine fetus in unstable lie.',
      'There is one live baby in the womb whose position still changes.',
    ],
    ['Placenta is located posteriorly.', 'There is a placenta on the back wall of the womb.'],
    ['FHR is 142 bpm.', "The baby's heart rate is 142 bpm."],
    ['GA by USG is 9 weeks.', 'Age of the pregnancy by the scan is 9 weeks.'],
    ['Hypoplastic nasal bone.', 'There is a missing or small nose bone of the baby.'],
    ['Triplet pregnancy.', 'There is a pregnancy with more than one baby.'],
    ['No structural anomaly of the fetus is seen.', 'No clear problem in how the baby has formed is seen.'],
    ['Urinalysis and serum lipase were normal.', 'A urine test and pancreas blood test (lipase) were normal.'],
    ['Stool occult blood was positive.', 'Hidden blood in the stool was positive.'],
    [
      'Loss of lordosis, likely from paraspinal muscle spasm.',
      'There is less curve of the spine than usual, likely from tight muscles.',
    ],
    ['CECT of the abdomen is suggested.', 'A CT scan with dye of the belly is suggested.'],
    ['PVRU measures 85 ml.', 'Urine that stays in the bladder measures 85 ml.'],
    ['Retrofenestral otosclerosis on the left.', 'There is a bone change of the inner ear on the left.'],
    ['Nonischemic cardiomyopathy.', 'There is a heart muscle disease not due to blocked arteries.'],
    ['Intraventricular extension of the haemorrhage.', "There is blood in the brain's fluid spaces."],
    ['Swelling over the dorsum of the foot.', 'There is swelling over the top of the foot.'],
    ['No sonological abnormality in the liver.', 'There is no abnormal finding on ultrasound in the liver.'],
    ['Findings suggest a UIP pattern.', 'Findings suggest a pattern of lung scarring (UIP).'],
    ['UIP pattern of pulmonary fibrosis.', 'There is lung tissue disease with a scarring pattern (UIP).'],
    ['Multinodular goiter.', 'There is many-lump enlargement of the thyroid gland.'],
    ['A peristomal hernia contains fat.', 'A bulge beside the bowel opening in the belly wall holds fat.'],
    ['Degenerative anterolisthesis at L3-L4.', 'There is a forward slip of a spine bone from wear and tear at L3-L4.'],
    ['Bilateral renal angiomyolipomas.', 'There are fatty growths in the kidney that are not cancer on both sides.'],
    ['Tear of the superior glenoid labrum.', 'There is a tear at the top rim of the shoulder socket.'],
    ['Long head of biceps is intact.', 'Your biceps tendon is unbroken.'],
    ['Nodular contour of the liver.', 'There is a bumpy surface of the liver.'],
    ['Right hip dysplasia.', 'There is a shallow hip socket on the right.'],
    ['Frozen shoulder on the left.', 'There is a frozen shoulder on the left.'],
    ['The fracture risk is low.', 'The risk of a broken bone is low.'],
    ['Infection control precautions advised.', 'Steps to stop germs from spreading are advised.'],
    ['Gout with a tophus.', 'There is gout with a lump of gout crystals.'],
    ['Vessels of the circle of Willis are patent.', 'The arteries at the base of your brain are open.'],
    ['Mild fullness of the right renal pelvis.', 'There is mild fullness of the urine space of the right kidney.'],
    ['Local anesthesia with 2% lidocaine was given.', 'Numbing medicine with 2% lidocaine (a numbing drug) was given.'],
    ['Tear of posterior horn of the medial meniscus.', 'There is a tear in the back of the inner knee cartilage.'],
    ['Effusion in the elbow joint.', 'There is fluid in the elbow joint.'],
    // a part of the brain stem, of a kidney or of a bone
    [
      'Subacute right lateral medullary infarction.',
      'There is fairly recent damage from lack of blood in the side part of the lower brain stem on the right.',
    ],
    ['Medullary infarct.', 'There is damage from lack of blood in the lower part of the brain stem.'],
    ['Wallenberg syndrome.', 'There is a stroke in the side part of the lower brain stem.'],
    ['Medullary signal change in the tibia.', 'There is a changed spot on MRI in the inner part in the shin bone.'],
    // PE of an ultrasound of the heart is fluid, and stays a clot elsewhere
    ['No clot, no PE, no veg.', 'There is no blood clot, no fluid around the heart, no growth on a heart valve.'],
    [
      'Echo: mild PE without tamponade.',
      'Echo: there is mild fluid around the heart without fluid that squeezes the heart.',
    ],
    ['Acute PE with RV strain.', 'There is a recent blood clot in the lung with strain on the right heart.'],
    // rims keep their part
    ['The posterior labrum is frayed.', 'The back rim of your shoulder socket is frayed.'],
    ['The anterosuperior labrum is intact.', 'The upper front rim of your joint socket is unbroken.'],
    [
      'Mucoid degeneration of the inferior labrum.',
      'There is wear on the inside of the lower rim of the shoulder socket.',
    ],
    // cords are those of the part that is named
    ['The right spermatic cord is twisted.', 'There is a twisted cord of the right testicle.'],
    [
      'Lipoma of the cord in the inguinal canal.',
      'There is a lump of fat along the cord of the testicle in the groin.',
    ],
    ['No cord compression at T6.', 'There is no pressure on the spinal cord at T6.'],
    // what is said in the short forms of a theatre
    ['Drained under LA.', 'Drained with numbing medicine.'],
    ['LA is dilated.', 'Your upper left heart chamber is widened.'],
    // words that sound of cancer and are of none
    ['The RCA has a malignant course.', 'Your right heart artery has a course that can be dangerous.'],
    ['Benign positional vertigo.', 'There are short spinning spells when the head moves.'],
    // air that has left the bowel, and air that is free in the belly
    ['Extraluminal air beside the caecum.', 'There is air outside the bowel beside the start of the large bowel.'],
    ['No free intraperitoneal gas.', 'There is no air free in the belly.'],
    ['No fracture of the base of skull.', 'There is no broken skull bone.'],
    ['Clinical observation is suggested.', 'Being watched closely is suggested.'],
    ['The NG tube coils in the oesophagus.', 'The stomach tube is curled up in the food pipe.'],
    ['Coils of small bowel in the pelvis.', 'Loops of bowel in the pelvis.'],
    ["Known Down's syndrome.", 'There is known Down syndrome.'],
    ['No new MS plaques.', 'There are no new spots of MS.'],
    ['Ventral hernia. The neck 14 mm.', 'There is a bulge in the belly wall. There is a 14 mm opening of the bulge.'],
    ['Soft tissues of the neck: normal.', 'Neck: normal.'],
    ['Ankle: extensor tenosynovitis.', 'Ankle: there is swelling around the stretching tendons.'],
    [
      'Infundibulum at the origin of the left PCOM.',
      'There is a funnel shape at the start of the left small link artery at the back of the brain.',
    ],
    ['Lung biopsy with a blood patch.', 'A lung tissue sample with sealing of the needle path with blood.'],
    ['The dialysis fistula has a low volume flow.', 'The vein link made for dialysis has a weak blood flow.'],
    ['Right subclavian steal.', 'There is blood drawn from a back neck artery to the right arm.'],
    ['Right adrenal myelolipoma.', 'There is a fatty growth in the adrenal gland that is not cancer on the right.'],
    ['Suspicious of a bronchogenic neoplasm.', 'Suspicious for lung cancer.'],
    [
      'The ulnar nerve dislocates on flexion.',
      'Your arm nerve on the little finger side slips out of place on bending.',
    ],
    ['The sphincter complex is normal.', 'Your ring of muscle that closes the bowel is normal.'],
    ['Viable pregnancy.', 'There is a pregnancy that is developing.'],
    ['Metastatic pancreatic adenocarcinoma.', 'There is cancer of the pancreas that has spread.'],
    ['Left segmental PE.', 'There is a blood clot in a branch of a lung artery on the left.'],
    ['Presacral and obturator nodes.', 'The lymph nodes in your pelvis.'],
    [
      'Enlarged aortocaval and para-aortic nodes.',
      'The lymph nodes beside the large vessels of your belly are enlarged.',
    ],
    // words that stood unexplained
    ['Sev stenosis at L4-L5 from PIVD.', 'There is a severe narrowing at L4-L5 from a slipped disc.'],
    ['BOO. UB is thick walled.', 'There is a blocked way out of the bladder. Your bladder is thick-walled.'],
    ['SIFK on the left.', 'There is a crack in the bone under the knee cartilage on the left.'],
    ['Malperfusion of the small bowel.', 'There is poor blood supply of the small bowel.'],
    ['The annulus measures 34 mm on echo.', 'Your ring of a heart valve measures 34 mm on echo.'],
    ['Medullary nephrocalcinosis.', 'There is calcium in the inner layer of the kidney.'],
    [
      'The right cephalic is patent. Basilic veins are patent.',
      'Your outer arm vein on the right is open. Your inner arm veins are open.',
    ],
    ['A course of antibiotics was given.', 'A round of antibiotics was given.'],
    ['The ureters course normally.', 'Your tubes from the kidneys to the bladder run normally.'],
    ['The hernia reduces spontaneously.', 'The bulge through a weak spot slides back by itself.'],
    ['Scrotum: both cords are normal.', 'Scrotum: the cords of both testicles are normal.'],
    ['Reducing right inguinal hernia.', 'Bulge in the right groin that slides back.'],
    ['2D echo: mod TR.', '2D echo: there is a moderately leaky tricuspid heart valve.'],
    ['Septic flexor tenosynovitis.', 'There is an infected tendon sleeve.'],
    ['Locules of extraluminal gas.', 'Small pockets of air outside the bowel.'],
    ['Situs inversus.', 'There are organs on the opposite sides.'],
    ['The patient is afebrile.', 'You are without fever.'],
    ['Grade I DD.', 'There is a mildly stiff heart that fills slowly.'],
    ['Echo: IAS is intact.', 'Echo: the wall between the upper heart chambers is unbroken.'],
    ['The styloid process is elongated.', 'Your bony point is longer than usual.'],
    ['Esmolol was given.', 'Esmolol (a drug that slows the heart) was given.'],
    ['CT-FFR is advised.', 'A CT blood flow test of the heart arteries is advised.'],
  ])('%s', (written, told) => {
    expect(toldOf(written)).toBe(told);
  });
});
